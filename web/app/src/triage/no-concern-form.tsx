import { Button, Group, Textarea } from '@mantine/core';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField } from '../ui/fields.tsx';
import { ReportMeanwhile } from './report-meanwhile.tsx';
import { useDecision, type DecisionProps } from './use-decision.ts';

export function NoConcernForm(props: DecisionProps) {
  const { t } = useTexts();
  const { fields, submission, send, meanwhile } = useDecision(
    props,
    { reason: '', triagedAt: toLocalInput(new Date()) },
    'no-concern',
    (values) => (values.reason.trim() === '' ? { reason: 'field.required' as const } : {}),
    (values) => ({ reason: values.reason.trim() }),
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
      <Textarea
        {...fields.bind('reason')}
        label={t('triage.reason')}
        description={t('triage.reason-hint')}
        dir="auto"
        autosize
        minRows={3}
        required
      />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} required />
      <ReportMeanwhile meanwhile={meanwhile} submission={submission} mine="no-concern" reason={fields.values.reason} onReload={props.onReload} />
      <Group>
        <Button type="submit" loading={submission.busy} data-testid="no-concern">{t('triage.no-concern-submit')}</Button>
      </Group>
    </form>
  );
}
