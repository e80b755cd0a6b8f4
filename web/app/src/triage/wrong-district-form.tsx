import { Alert, Button, Group, Textarea } from '@mantine/core';
import { DistrictField } from '../directory/district-field.tsx';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { ReportMeanwhile } from './report-meanwhile.tsx';
import { useDecision, type DecisionProps } from './use-decision.ts';

/** The child is elsewhere: the report goes to the unit there, with its history and its first time. */
export function WrongDistrictForm(props: DecisionProps) {
  const { t } = useTexts();
  const { fields, submission, send, meanwhile } = useDecision(
    props,
    { districtCode: '', reason: '', triagedAt: toLocalInput(new Date()) },
    'wrong-district',
    (values) => ({
      ...(values.districtCode === '' ? { districtCode: 'field.required' as const } : {}),
      ...(values.reason.trim() === '' ? { reason: 'field.required' as const } : {}),
    }),
    (values) => ({ districtCode: values.districtCode, reason: values.reason.trim() }),
  );
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
      <Alert color="blue">{t('wrong-district.text')}</Alert>
      <DistrictField {...fields.bind('districtCode')} label={t('wrong-district.to')} required />
      <Textarea {...fields.bind('reason')} label={t('wrong-district.reason')} dir="auto" autosize minRows={2} required />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} required />
      <ReportMeanwhile meanwhile={meanwhile} submission={submission} mine="wrong-district" reason={fields.values.reason} onReload={props.onReload} />
      <Group><Button type="submit" loading={submission.busy} data-testid="wrong-district">{t('wrong-district.submit')}</Button></Group>
    </form>
  );
}
