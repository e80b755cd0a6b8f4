import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { change } from '../api/client.ts';
import type { CaseDetail, Consent } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { CHILD_LANGUAGES, CONSENT_DECISIONS, CONSENT_GIVERS, CONSENT_METHODS, CONSENT_PURPOSES, ORAL_REASONS, WITHOUT_CAREGIVER } from '../codes/lists.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { referralBegun } from '../referral/consent-link.ts';
import { ChoiceField, DateField, MomentField, NameField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { giverFor, guidanceFor } from './consent-rules.ts';
import { missingRecipient, NO_RECIPIENT, RecipientFields, recipientRequest } from './recipient-fields.tsx';
import { GiverFields, giverRequest, missingGiver, NO_GIVER } from './giver-fields.tsx';

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
    ...NO_RECIPIENT,
    recipientId: wanted.get('recipientId') ?? '',
    decision: 'given',
    givenBy: wanted.get('givenBy') ?? (giverFor(band) as string),
    method: 'signature',
    language,
    happenedAt: toLocalInput(new Date()),
    expiresOn: '',
    witness: '',
    withoutCaregiver: '',
    oralReason: '',
    ...NO_GIVER,
  });
  const transferId = wanted.get('transferId') ?? '';
  const purposes = useOptions('purpose', transferId === '' ? CONSENT_PURPOSES : ['hand-over']);
  const decisions = useOptions('consent-decision', CONSENT_DECISIONS);
  const methods = useOptions('method', CONSENT_METHODS);
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const first = giverFor(band);
  const givers = useOptions('giver', CONSENT_GIVERS).map((option) =>
    option.value === first ? { ...option, description: t('consent.asked-first') } : option,
  );
  const submission = useSubmission<Consent>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      const then = wanted.get('then');
      void go(then === 'refer' ? referralBegun(detail.id, wanted) : `/cases/${detail.id}/${then === 'assignment' ? then : 'consents'}`);
    },
    (problem) => fields.refused(problem),
  );
  const reasons = useOptions('without-caregiver', WITHOUT_CAREGIVER);
  const oralReasons = useOptions('oral-reason', ORAL_REASONS);
  const sharing = fields.values.purpose === 'share-information';
  const given = fields.values.decision === 'given';
  // Whoever cannot sign is seen or heard by somebody else.
  const witnessed = given && fields.values.method !== 'signature';
  const mayBeAlone = given && fields.values.givenBy === 'child' && (band === '12-14' || band === '15-17');
  const standsIn = given && fields.values.givenBy === 'other-trusted-adult';
  // A child of 6 to 11 agrees by word of mouth; everybody else in writing.
  const spoken = given && fields.values.method === 'oral' && !(fields.values.givenBy === 'child' && band === '6-11');
  const send = () => {
    const { values } = fields;
    const found: FieldProblems<typeof values> = { ...missingGiver(values), ...(sharing ? missingRecipient(values) : {}) };
    if (standsIn && values.withoutCaregiver === '') found.withoutCaregiver = 'field.required';
    if (spoken && values.oralReason === '') found.oralReason = 'field.required';
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (witnessed && values.witness.trim() === '') found.witness = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(async (idempotencyKey) => {
      const body = {
        purpose: values.purpose,
        decision: values.decision,
        givenBy: values.givenBy,
        method: values.method,
        language: values.language,
        happenedAt,
        ...giverRequest(values),
        ...(sharing ? recipientRequest(values) : {}),
        ...filled({
          transferId,
          oralReason: spoken ? values.oralReason : '',
          expiresOn: values.expiresOn,
          witness: witnessed ? values.witness : '',
          withoutCaregiver: mayBeAlone || standsIn ? values.withoutCaregiver : '',
        }),
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
          {sharing && <RecipientFields caseId={detail.id} fields={fields} />}
        </div>
        <ChoiceField {...fields.bind('decision')} label={t('consent.decision')} options={decisions} inline required />
        <ChoiceField {...fields.bind('givenBy')} label={t('consent.given-by')} options={givers} required />
        <GiverFields detail={detail} fields={fields} />
        {standsIn && (
          <SelectField
            {...fields.bind('withoutCaregiver')}
            label={t('consent.stand-in')}
            options={reasons.filter((one) => one.value !== 'not-permitted')}
            placeholder={t('action.choose')}
            required
          />
        )}
        {mayBeAlone && (
          <SelectField
            {...fields.bind('withoutCaregiver')}
            label={t('consent.without-caregiver')}
            description={t('consent.without-caregiver-hint')}
            options={reasons}
            placeholder={t('consent.with-caregiver')}
          />
        )}
        <div className="hifazat-columns">
          <SelectField {...fields.bind('method')} label={t('consent.method')} options={methods} required />
          {witnessed && (
            <NameField {...fields.bind('witness')} label={t('consent.witness')} description={t('consent.witness-hint')} required />
          )}
          {spoken && (
            <SelectField {...fields.bind('oralReason')} label={t('consent.oral-reason')} options={oralReasons} placeholder={t('action.choose')} required />
          )}
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
