import { Text } from '@mantine/core';
import { change, type Answer } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import type { Limits, LimitsHistory } from './case-policies-page.tsx';
import { Amount, FromAndSource, laterWithSource, tomorrow, within } from './kept-fields.tsx';

const STEPS = ['warnAt', 'reasonAt', 'approvalAt'] as const;
const WEIGHTS = ['weightHigh', 'weightMedium', 'weightLow'] as const;
const MOST = [1, 200] as const;

interface Props {
  from: Limits;
  etag: string | undefined;
  onDone: (answer: Answer<LimitsHistory>) => void;
  onClose: () => void;
  onReload: () => void;
}

/** How many open cases one worker may have from a later day on, and what a case weighs. */
export function CaseloadForm({ from, etag, onDone, onClose, onReload }: Props) {
  const { t, label } = useTexts();
  const fields = useFields({
    warnAt: String(from.warnAt),
    reasonAt: String(from.reasonAt),
    approvalAt: String(from.approvalAt),
    weightHigh: String(from.weightHigh),
    weightMedium: String(from.weightMedium),
    weightLow: String(from.weightLow),
    validFrom: tomorrow(),
    source: '',
  });
  const { values } = fields;
  const laying = useSubmission<Answer<LimitsHistory>>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    for (const step of STEPS) if (!within(values[step], MOST)) found[step] = 'field.range';
    if (found.reasonAt === undefined && Number(values.reasonAt) <= Number(values.warnAt)) found.reasonAt = 'case-policies.later-step';
    if (found.approvalAt === undefined && Number(values.approvalAt) <= Number(values.reasonAt)) found.approvalAt = 'case-policies.later-step';
    for (const weight of WEIGHTS) if (!/^\d{1,2}(\.\d)?$/.test(values[weight]) || Number(values[weight]) < 0.1 || Number(values[weight]) > 10) found[weight] = 'field.range';
    if (found.weightMedium === undefined && Number(values.weightMedium) > Number(values.weightHigh)) found.weightMedium = 'case-policies.weighs-more';
    if (found.weightLow === undefined && Number(values.weightLow) > Number(values.weightMedium)) found.weightLow = 'case-policies.weighs-more';
    laterWithSource(values, found);
    if (!fields.check(found)) return;
    const body = {
      ...Object.fromEntries([...STEPS, ...WEIGHTS].map((name) => [name, Number(values[name])])),
      source: values.source.trim(),
    };
    void laying.submit(() => change<LimitsHistory>('cases', `/caseload-policies/${values.validFrom}`, { method: 'PUT', ifMatch: etag, body }));
  };
  const reload = () => {
    laying.clear();
    onReload();
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('packet-policies.set')} busy={laying.busy} problem={laying.problem} onSubmit={send} onClose={onClose} onReload={reload} testId="caseload-form">
      <div className="hifazat-columns">
        <Amount fields={fields} name="warnAt" label={t('case-policies.warn')} range={MOST} />
        <Amount fields={fields} name="reasonAt" label={t('case-policies.reason')} range={MOST} />
        <Amount fields={fields} name="approvalAt" label={t('case-policies.approval')} range={MOST} />
      </div>
      <Text size="sm">{t('case-policies.weights-lead')}</Text>
      <div className="hifazat-columns">
        <Amount fields={fields} name="weightHigh" label={label('risk', 'high')} range={[0.1, 10]} decimals={1} />
        <Amount fields={fields} name="weightMedium" label={label('risk', 'medium')} range={[0.1, 10]} decimals={1} />
        <Amount fields={fields} name="weightLow" label={label('risk', 'low')} range={[0.1, 10]} decimals={1} />
      </div>
      <FromAndSource fields={fields} />
    </SentForm>
  );
}
