import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useCodeOptions } from '../codes/code-options.ts';
import { REFERRAL_BODIES } from '../codes/lists.ts';
import { filled } from '../concern/concern-request.ts';
import { useAgencies } from '../directory/queries.ts';
import { today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField, MomentField, SelectField } from '../ui/fields.tsx';
import { ReportMeanwhile } from './report-meanwhile.tsx';
import { useDecision, type DecisionProps } from './use-decision.ts';

const WEEK = 7 * 24 * 3_600_000;

/** Another body deals with it; somebody asks on a day named whether it did. */
export function ReferOnForm(props: DecisionProps) {
  const { t, named } = useTexts();
  const bodies = useCodeOptions('referral-body', REFERRAL_BODIES);
  const agencies = useAgencies();
  const { fields, submission, send, meanwhile } = useDecision(
    props,
    {
      bodyKind: '',
      agencyId: '',
      reason: '',
      followUpOn: toLocalInput(new Date(Date.now() + WEEK)).slice(0, 10),
      triagedAt: toLocalInput(new Date()),
    },
    'refer-on',
    (values) => ({
      ...(values.bodyKind === '' ? { bodyKind: 'field.required' as const } : {}),
      ...(values.reason.trim() === '' ? { reason: 'field.required' as const } : {}),
      ...(values.followUpOn === '' ? { followUpOn: 'field.required' as const } : {}),
    }),
    (values) => ({
      reason: values.reason.trim(),
      referOn: { bodyKind: values.bodyKind, followUpOn: values.followUpOn, ...filled({ agencyId: values.agencyId }) },
    }),
  );
  const listed = (agencies.data ?? []).filter((agency) => agency.kind === fields.values.bodyKind);
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <SelectField
          {...fields.bind('bodyKind')}
          label={t('refer-on.body')}
          options={bodies}
          placeholder={t('action.choose')}
          required
          onChange={(event) => {
            fields.set('bodyKind', event.currentTarget.value);
            fields.set('agencyId', '');
          }}
        />
        {listed.length > 0 && (
          <NativeSelect
            {...fields.bind('agencyId')}
            label={`${t('refer-on.agency')} (${t('state.optional')})`}
            data={[
              { value: '', label: t('refer-on.not-listed') },
              ...listed.map((agency) => ({ value: agency.id, label: named(agency.name) })),
            ]}
          />
        )}
        <DateField {...fields.bind('followUpOn')} label={t('refer-on.follow-up')} description={t('refer-on.follow-up-hint')} min={today()} max="2100-01-01" required />
      </div>
      <Textarea {...fields.bind('reason')} label={t('refer-on.reason')} dir="auto" autosize minRows={2} required />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} required />
      <ReportMeanwhile meanwhile={meanwhile} submission={submission} mine="refer-on" reason={fields.values.reason} onReload={props.onReload} />
      <Group><Button type="submit" loading={submission.busy} data-testid="refer-on">{t('refer-on.submit')}</Button></Group>
    </form>
  );
}
