import { Checkbox, NumberInput, Textarea, TextInput, Text } from '@mantine/core';
import { SentForm } from '../casework/sent-form.tsx';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField, HELP_FIRST, NameField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems, type Fields } from '../ui/form.ts';

/** Fields that every form shares which lays something down. */
type Source = { validFrom: string; source: string };

export function tomorrow(): string {
  return today(new Date(Date.now() + 86_400_000));
}

export function within(text: string, [from, to]: readonly [number, number]): boolean {
  return /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to;
}

export function laterWithSource(values: Source, found: { validFrom?: string; source?: string }): void {
  if (values.validFrom < tomorrow()) found.validFrom = 'field.check';
  if (values.source.trim() === '') found.source = 'field.required';
}

export function FromAndSource<V extends Source & Record<string, string>>({ fields }: { fields: Fields<V> }) {
  const { t } = useTexts();
  return (
    <>
      <DateField {...fields.bind('validFrom')} label={t('deadlines.from')} min={tomorrow()} max="2100-12-31" required />
      <Textarea {...fields.bind('source')} label={t('deadlines.source')} description={t('deadlines.source-hint')} dir="auto" autosize minRows={2} maxLength={200} required />
    </>
  );
}

interface AmountProps<V extends Record<string, string>> {
  fields: Fields<V>;
  name: keyof V & string;
  label: string;
  range: readonly [number, number];
  description?: string;
  /** Digits behind the point; whole numbers without it. */
  decimals?: number;
}

export function Amount<V extends Record<string, string>>({ fields, name, label, range, description, decimals = 0 }: AmountProps<V>) {
  return (
    <NumberInput
      name={name}
      label={label}
      description={description}
      inputWrapperOrder={HELP_FIRST}
      value={fields.values[name] ?? ''}
      onChange={(value) => fields.set(name, String(value))}
      error={fields.error(name)}
      min={range[0]}
      max={range[1]}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      hideControls
      required
    />
  );
}

interface YesProps<V extends Record<string, string>> {
  fields: Fields<V>;
  name: keyof V & string;
  label: string;
  /** It is so, whatever anybody wants. */
  firm?: boolean;
}

/** A yes in a form of texts: "yes" or nothing. */
export function Yes<V extends Record<string, string>>({ fields, name, label, firm = false }: YesProps<V>) {
  return (
    <Checkbox
      name={name}
      label={label}
      checked={firm || fields.values[name] === 'yes'}
      disabled={firm}
      onChange={(event) => fields.set(name, event.currentTarget.checked ? 'yes' : '')}
      error={fields.error(name)}
      className="hifazat-choice"
    />
  );
}

const NAMES = ['name.en', 'name.ur', 'name.ps'] as const;
type Coded = Record<'code' | 'position' | (typeof NAMES)[number], string>;

export function wrongCode<V extends Coded>(values: V, known: readonly string[] | undefined, found: FieldProblems<Coded>): void {
  if (known !== undefined) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(values.code) || values.code.length < 2) found.code = 'referral-codes.code-form';
    else if (known.includes(values.code)) found.code = 'referral-codes.code-known';
  }
  for (const name of NAMES) if (values[name].trim() === '') found[name] = 'field.required';
  if (!within(values.position, [1, 9999])) found.position = 'field.range';
}

/** What a code is and is called; one that is there already is named instead. */
export function CodeNames<V extends Coded>({ fields, called }: { fields: Fields<V>; called: string | undefined }) {
  const { t } = useTexts();
  return (
    <>
      {called === undefined ? (
        <TextInput {...fields.bind('code')} label={t('referral-codes.code')} description={t('referral-codes.code-form')} inputWrapperOrder={HELP_FIRST} dir="ltr" className="hifazat-ltr-input" autoComplete="off" maxLength={60} required />
      ) : (
        <Text fw={650}><bdi dir="auto">{called}</bdi></Text>
      )}
      <div className="hifazat-columns">
        {NAMES.map((name) => <NameField key={name} {...fields.bind(name)} label={t(`referral-codes.${name}`)} maxLength={120} required />)}
      </div>
    </>
  );
}

interface EndProps<T> {
  called: string;
  /** The change itself, with the day and who says so. */
  end: (validFrom: string, source: string) => Promise<T>;
  onDone: (answer: T) => void;
  onClose: () => void;
  onReload?: () => void;
}

/** It is offered no more from a later day on; where it was chosen it stays readable. */
export function EndCodeForm<T>({ called, end, onDone, onClose, onReload }: EndProps<T>) {
  const { t } = useTexts();
  const fields = useFields({ validFrom: tomorrow(), source: '' });
  const { values } = fields;
  const ending = useSubmission<T>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    laterWithSource(values, found);
    if (!fields.check(found)) return;
    void ending.submit(() => end(values.validFrom, values.source.trim()));
  };
  const reload = onReload === undefined ? {} : { onReload: () => {
    ending.clear();
    onReload();
  } };
  return (
    <SentForm formRef={fields.formRef} submitText={t('referral-codes.end')} busy={ending.busy} problem={ending.problem} onSubmit={send} onClose={onClose} {...reload} testId="end-code-form">
      <Text fw={650}><bdi dir="auto">{called}</bdi></Text>
      <FromAndSource fields={fields} />
    </SentForm>
  );
}
