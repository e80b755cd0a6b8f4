import { Button, Fieldset, Group, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { CaseDetail, DirectoryService, Referral } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { CHILD_LANGUAGES, PRIORITIES, REFERRAL_REASONS } from '../codes/lists.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, HELP_FIRST, NameField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ConsentState } from './consent-state.tsx';
import { PacketView } from './packet-view.tsx';
import { checkReferral, EMPTY_REFERRAL, FIRST_REASON, packetOf, referralRequest } from './referral-request.ts';
import { sharingConsent } from '../consent/consent-rules.ts';
import { OverrideForm } from '../consent/override-form.tsx';
import { useConsents } from '../consent/queries.ts';
import type { ConsentStanding } from '../consent/types.ts';

const LEARNS_WITHIN = 8;
const MOMENT = 500;

function notAsked(agencyId: string): ConsentStanding {
  return { purpose: 'share-information', agencyId, stands: false, basis: 'none', missing: [] };
}

/** An override just made is known to the service of referrals a moment later. */
async function onceLearnt<T>(basis: ConsentStanding['basis'] | undefined, send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (failure) {
      if (basis !== 'override' || tries === LEARNS_WITHIN || asProblem(failure).code !== 'consent-missing') throw failure;
      await new Promise((resolve) => setTimeout(resolve, MOMENT));
    }
  }
}

interface Props {
  detail: CaseDetail;
  service: DirectoryService;
  onSent: (referralId: string) => void;
}

export function ReferralForm({ detail, service, onSent }: Props) {
  const { t, label, named } = useTexts();
  const queries = useQueryClient();
  const [override, setOverride] = useState(false);
  const consents = useConsents(detail.id);
  const state = consents.data === undefined ? undefined : sharingConsent(consents.data.standings, service.agencyId);
  const standing = consents.data?.standings.find((one) => one.purpose === 'share-information' && one.agencyId === service.agencyId);
  const overriding = override && state !== 'given';
  const [authoredAt] = useState(() => new Date().toISOString());
  const risk = detail.riskLevel;
  const fields = useFields({
    ...EMPTY_REFERRAL,
    priority: risk === 'high' || risk === 'medium' || risk === 'low' ? risk : 'medium',
    reasonCode: FIRST_REASON[service.category] ?? '',
    'packet.language': detail.child.language ?? '',
    'packet.safeContact': detail.child.safeContact ?? '',
  });
  const priorities = PRIORITIES.map((value) => ({
    value,
    label: label('priority', value),
    description: label('priority-clock', value),
  }));
  const reasons = useOptions('referral-reason', REFERRAL_REASONS);
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const submission = useSubmission<Referral>(
    (referral) => {
      void queries.invalidateQueries({ queryKey: ['referrals'] });
      onSent(referral.id);
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    if (!fields.check(checkReferral(fields.values))) return;
    const body = referralRequest(detail, service, fields.values, authoredAt);
    void submission.submit(async (idempotencyKey) =>
      (await onceLearnt(standing?.basis, () => change<Referral>('referrals', '/referrals', { body, idempotencyKey }))).data,
    );
  };
  return (
    <Panel title={t('refer.write', { service: named(service.name) })} testId="referral-form">
      {state !== undefined && (
        <ConsentState detail={detail} service={service} state={state} basis={standing?.basis} overriding={overriding} onOverride={setOverride} />
      )}
      {consents.isError && <ProblemNotice problem={asProblem(consents.error)} onRetry={() => void consents.refetch()} />}
      {overriding && (
        <Fieldset legend={t('refer.override-title')} my="md">
          <OverrideForm detail={detail} standing={standing ?? notAsked(service.agencyId)} onClose={() => setOverride(false)} />
        </Fieldset>
      )}
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ChoiceField {...fields.bind('priority')} label={t('refer.priority')} options={priorities} inline required />
        <SelectField {...fields.bind('reasonCode')} label={t('refer.reason')} options={reasons} placeholder={t('action.choose')} required />
        <Textarea
          {...fields.bind('packet.requestText')}
          label={t('packet.request')}
          description={t('refer.request-hint')}
          inputWrapperOrder={HELP_FIRST}
          dir="auto"
          autosize
          minRows={4}
          required
          autoComplete="off"
        />
        <div className="hifazat-columns">
          <NameField {...fields.bind('packet.safeContact')} label={t('child.safe-contact')} description={t('refer.contact-hint')} required />
          <SelectField {...fields.bind('packet.language')} label={t('child.language')} options={languages} placeholder={t('action.choose')} required />
          <NameField {...fields.bind('packet.safetyWarnings')} label={t('packet.warnings')} description={t('refer.warnings-hint')} />
        </div>
        <PacketView packet={packetOf(detail, fields.values)} title={t('refer.preview')} note={t('refer.preview-note')} />
        <ProblemNotice problem={submission.problem} focused />
        <Group>
          <Button type="submit" loading={submission.busy} data-testid="send-referral">{t('refer.send')}</Button>
        </Group>
      </form>
    </Panel>
  );
}
