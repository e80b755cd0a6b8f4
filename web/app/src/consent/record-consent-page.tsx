import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { change } from '../api/client.ts';
import type { CaseDetail, Consent } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { CHILD_LANGUAGES, CONSENT_DECISIONS, CONSENT_GIVERS, CONSENT_METHODS, CONSENT_PURPOSES } from '../codes/lists.ts';
import { filled } from '../concern/concern-request.ts';
import { AgencyField } from '../directory/agency-field.tsx';
import { fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, MomentField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { giverFor, guidanceFor } from './consent-rules.ts';

export function RecordConsentPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const query = useCase(id);
  return (
    <Page title={t('consent.record')} lead={t('consent.lead')} back={{ to: `/cases/${id}`, text: t('case.back') }}>
      <Loaded query={query}>{({ data }) => <ConsentForm detail={data} />}</Loaded>
    </Page>
  );
}

function ConsentForm({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const go = useNavigate();
  const queries = useQueryClient();
  const [wanted] = useSearchParams();
  const band = detail.child.ageBand;
  const language = detail.child.language ?? 'ps';
  const fields = useFields({
    purpose: wanted.get('purpose') ?? 'case-management',
    agencyId: wanted.get('agencyId') ?? '',
    decision: 'given',
    givenBy: giverFor(band) as string,
    method: 'signature',
    language,
    happenedAt: toLocalInput(new Date()),
    expiresOn: '',
  });
  const purposes = useOptions('purpose', CONSENT_PURPOSES);
  const decisions = useOptions('consent-decision', CONSENT_DECISIONS);
  const methods = useOptions('method', CONSENT_METHODS);
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const first = giverFor(band);
  const givers = useOptions('giver', CONSENT_GIVERS).map((option) =>
    option.value === first ? { ...option, description: t('consent.asked-first') } : option,
  );
  const submission = useSubmission<Consent>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases', 'case', detail.id] });
      void go(wanted.get('then') === 'refer' ? `/cases/${detail.id}/refer` : `/cases/${detail.id}`);
    },
    (problem) => fields.refused(problem),
  );
  const sharing = fields.values.purpose === 'share-information';
  const send = () => {
    const { values } = fields;
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (sharing && values.agencyId === '') found.agencyId = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(async (idempotencyKey) => {
      const body = {
        purpose: values.purpose,
        decision: values.decision,
        givenBy: values.givenBy,
        method: values.method,
        language: values.language,
        happenedAt,
        ...filled({ agencyId: sharing ? values.agencyId : '', expiresOn: values.expiresOn }),
      };
      return (await change<Consent>('cases', `/cases/${detail.id}/consents`, { body, idempotencyKey })).data;
    });
  };
  return (
    <Panel title={t('consent.form')}>
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Alert color="blue" title={t('consent.guide-title', { years: detail.child.ageYears })} data-testid="consent-guide">
          {t(guidanceFor(band))}
        </Alert>
        <div className="hifazat-columns">
          <SelectField {...fields.bind('purpose')} label={t('consent.purpose')} options={purposes} required />
          {sharing && <AgencyField {...fields.bind('agencyId')} label={t('consent.agency')} required />}
        </div>
        <ChoiceField {...fields.bind('decision')} label={t('consent.decision')} options={decisions} inline required />
        <ChoiceField {...fields.bind('givenBy')} label={t('consent.given-by')} options={givers} required />
        <div className="hifazat-columns">
          <SelectField {...fields.bind('method')} label={t('consent.method')} options={methods} required />
          <SelectField {...fields.bind('language')} label={t('consent.language')} options={languages} required />
          <MomentField {...fields.bind('happenedAt')} label={t('consent.when')} required />
          <DateField {...fields.bind('expiresOn')} label={`${t('consent.expires')} (${t('state.optional')})`} min={today()} max="2100-01-01" />
        </div>
        <ProblemNotice problem={submission.problem} focused />
        <Group>
          <Button type="submit" loading={submission.busy} data-testid="save-consent">{t('consent.submit')}</Button>
        </Group>
      </form>
    </Panel>
  );
}
