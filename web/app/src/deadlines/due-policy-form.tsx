import { NumberInput, Text, Textarea } from '@mantine/core';
import { change } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems, type Fields } from '../ui/form.ts';
import { whenText, type DuePolicy } from './due-policies.tsx';

const PURPOSES = [
  'risk', 'initial', 'comprehensive', 'best-interests', 'home', 'child-labour', 'depression', 'anxiety', 'trauma', 'suicide', 'broad', 'substance',
  'resilience', 'wellbeing', 'functioning', 'strengths', 'safe-places', 'caregiver-mental-health',
] as const;
const STEPS = ['identified', 'assessed', 'planned', 'in-implementation', 'under-review'] as const;
const MOST_HOURS = 8784;
const OLDEST = 24;

const EMPTY = { purpose: '', step: '', riskLevel: '', often: 'once', fromAge: '0', toAge: '', hours: '', validFrom: '', source: '' };
type Values = typeof EMPTY;

interface Props {
  /** What it takes the place of; without it, another assessment is asked for. */
  from: DuePolicy | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** When an assessment is due from a day on. */
export function DuePolicyForm({ from, onDone, onClose }: Props) {
  const texts = useTexts();
  const { t, label } = texts;
  const fields = useFields<Values>({ ...EMPTY, hours: from === undefined ? '' : String(from.withinHours), validFrom: today() });
  const setting = useSubmission<unknown>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const { values } = fields;
    if (!fields.check(wrong(values, from === undefined))) return;
    const body = {
      ...(from === undefined ? question(values) : same(from)),
      withinHours: Number(values.hours),
      validFrom: values.validFrom,
      source: values.source.trim(),
    };
    void setting.submit((idempotencyKey) => change('assessments', '/due-policies', { idempotencyKey, body }));
  };
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={t('due-policies.set')}
      busy={setting.busy}
      problem={setting.problem}
      onSubmit={send}
      onClose={onClose}
      testId="due-policy-form"
    >
      {from === undefined ? <Question fields={fields} /> : <Text fw={650}>{label('task', `assess-${from.purpose}`)} · {whenText(texts, from)}</Text>}
      <div className="hifazat-columns">
        <Whole fields={fields} name="hours" label={t('deadlines.hours-label')} max={MOST_HOURS} required />
        <DateField {...fields.bind('validFrom')} label={t('deadlines.from')} min={today()} max="2100-12-31" required />
      </div>
      <Textarea {...fields.bind('source')} label={t('deadlines.source')} description={t('deadlines.source-hint')} dir="auto" autosize minRows={2} maxLength={500} required />
    </SentForm>
  );
}

function Question({ fields }: { fields: Fields<Values> }) {
  const { t, label } = useTexts();
  return (
    <>
      <SelectField
        {...fields.bind('purpose')}
        label={t('due-policies.what')}
        options={PURPOSES.map((value) => ({ value, label: label('task', `assess-${value}`) }))}
        placeholder={t('action.choose')}
        required
      />
      <div className="hifazat-columns">
        <SelectField {...fields.bind('step')} label={t('due-policies.step')} options={useOptions('case-state', STEPS)} placeholder={t('due-policies.any-step')} />
        <SelectField {...fields.bind('riskLevel')} label={t('deadlines.risk')} options={useOptions('risk', ['high', 'medium', 'low'])} placeholder={t('deadlines.any-risk')} />
        <Whole fields={fields} name="fromAge" label={t('due-policies.from-age')} max={OLDEST} required />
        <Whole fields={fields} name="toAge" label={`${t('due-policies.to-age')} (${t('state.optional')})`} max={OLDEST} />
      </div>
      <ChoiceField
        {...fields.bind('often')}
        label={t('due-policies.often')}
        options={[
          { value: 'once', label: t('due-policies.once') },
          { value: 'after-contact', label: t('due-policies.after-contact') },
        ]}
        required
      />
    </>
  );
}

interface WholeProps {
  fields: Fields<Values>;
  name: keyof Values;
  label: string;
  max: number;
  required?: boolean;
}

function Whole({ fields, name, label, max, required = false }: WholeProps) {
  return (
    <NumberInput
      name={name}
      label={label}
      value={fields.values[name]}
      onChange={(value) => fields.set(name, String(value))}
      error={fields.error(name)}
      min={0}
      max={max}
      allowDecimal={false}
      hideControls
      required={required}
    />
  );
}

const isWhole = (text: string, from: number, to: number) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to;

function wrong(values: Values, whole: boolean): FieldProblems<Values> {
  const found: FieldProblems<Values> = {};
  if (!isWhole(values.hours, 1, MOST_HOURS)) found.hours = 'field.range';
  if (values.validFrom < today()) found.validFrom = 'field.check';
  if (values.source.trim() === '') found.source = 'field.required';
  if (!whole) return found;
  if (values.purpose === '') found.purpose = 'field.required';
  if (!isWhole(values.fromAge, 0, OLDEST)) found.fromAge = 'field.range';
  if (values.toAge !== '' && !isWhole(values.toAge, Number(values.fromAge), OLDEST)) found.toAge = 'field.range';
  return found;
}

function question(values: Values): object {
  return {
    purpose: values.purpose,
    ...(values.step === '' ? {} : { step: values.step }),
    ...(values.riskLevel === '' ? {} : { riskLevel: values.riskLevel }),
    fromMonths: Number(values.fromAge) * 12,
    ...(values.toAge === '' ? {} : { toMonths: Number(values.toAge) * 12 + 11 }),
    afterContact: values.often === 'after-contact',
  };
}

function same({ purpose, step, riskLevel, fromMonths, toMonths, afterContact }: DuePolicy): object {
  return {
    purpose,
    ...(step === undefined ? {} : { step }),
    ...(riskLevel === undefined ? {} : { riskLevel }),
    fromMonths,
    ...(toMonths === undefined ? {} : { toMonths }),
    afterContact,
  };
}
