import { Button, Group, NumberInput, Text, Textarea } from '@mantine/core';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { DeadlinePolicy } from './deadlines-page.tsx';

interface Props {
  from: DeadlinePolicy;
  send: (body: object, idempotencyKey: string) => Promise<void>;
  onClose: () => void;
}

/** A new time for a step, from a day on; what runs already keeps its deadline. */
export function PolicyForm({ from, send, onClose }: Props) {
  const { t, label } = useTexts();
  const initial = { hours: String(from.hours), timeKind: from.timeKind as string, validFrom: today(), source: '' };
  const fields = useFields(initial);
  // Only the clocks of low risk may stand still on days off.
  const kinds = useOptions('time-kind', from.riskLevel === 'low' ? ['calendar', 'working-days'] : ['calendar']);
  const submission = useSubmission<void>(() => {}, (problem) => fields.refused(problem));
  const submit = () => {
    const hours = Number(fields.values.hours);
    const found: FieldProblems<typeof initial> = {};
    if (!Number.isInteger(hours) || hours < 1 || hours > 8784) found.hours = 'field.range';
    if (fields.values.validFrom < today()) found.validFrom = 'field.check';
    if (fields.values.source.trim() === '') found.source = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      send(
        {
          taskKind: from.taskKind,
          ...(from.riskLevel === undefined ? {} : { riskLevel: from.riskLevel }),
          hours,
          timeKind: fields.values.timeKind,
          remindPercent: from.remindPercent,
          commissionPercent: from.commissionPercent,
          validFrom: fields.values.validFrom,
          source: fields.values.source.trim(),
        },
        idempotencyKey,
      ),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('deadlines.change')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Text fw={650}>
        {label('task', from.taskKind)}
        {from.riskLevel !== undefined && <>{t('list.comma')}{label('risk', from.riskLevel)}</>}
      </Text>
      <div className="hifazat-columns">
        <NumberInput
          name="hours"
          label={t('deadlines.hours-label')}
          value={fields.values.hours}
          onChange={(value) => fields.set('hours', String(value))}
          error={fields.error('hours')}
          min={1}
          max={8784}
          allowDecimal={false}
          hideControls
          required
        />
        <DateField {...fields.bind('validFrom')} label={t('deadlines.from')} min={today()} max="2100-12-31" required />
      </div>
      <ChoiceField {...fields.bind('timeKind')} label={t('deadlines.time')} options={kinds} required />
      <Textarea {...fields.bind('source')} label={t('deadlines.source')} description={t('deadlines.source-hint')} dir="auto" autosize minRows={2} maxLength={500} required />
      <Text size="sm" c="dimmed">{t('deadlines.running-keep')}</Text>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="set-deadline">{t('deadlines.submit')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
