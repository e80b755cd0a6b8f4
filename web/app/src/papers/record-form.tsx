import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { change } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts, type Texts } from '../i18n/text.ts';
import { CodesField } from '../people/codes-field.tsx';
import { ChoiceField, DateField, MomentField, PlannedMomentField, SelectField, type Option } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems, type Fields, type FieldValues } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile, type Standing } from '../ui/meanwhile.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';

/** One question of a form. Empty answers are left out of what is sent. */
export interface Question {
  name: string;
  label: string;
  kind: 'line' | 'words' | 'select' | 'choice' | 'yes-no' | 'codes' | 'moment' | 'planned' | 'day';
  options?: Option[];
  required?: boolean;
  value?: string;
  description?: string;
  /** Asked only while this says so. */
  when?: (values: FieldValues) => boolean;
}

/** What stands now where a form wants to write: its answers, and whether there is nothing left to be asked. */
export interface Saved {
  values: FieldValues;
  over: boolean;
}

interface Changing {
  /** The version of what is changed. */
  ifMatch: string;
  /** Reads it again when somebody was quicker. */
  readAgain: () => Promise<Standing<Saved>>;
}

interface Props {
  path: string;
  /** Left out for something new. */
  changing?: Changing;
  questions: Question[];
  submitText: string;
  testId: string;
  onClose: () => void;
}

/** A short form about one thing of a case: what is asked stands in a table, what was answered is sent. */
export function RecordForm({ path, changing, questions, submitText, testId, onClose }: Props) {
  const texts = useTexts();
  const queries = useQueryClient();
  const fields = useFields<FieldValues>(
    Object.fromEntries(questions.map((one) => [one.name, one.value ?? (one.kind === 'moment' ? toLocalInput(new Date()) : '')])),
  );
  const meanwhile = useMeanwhile<Saved>(changing?.ifMatch, () => changing?.readAgain() ?? Promise.reject(new Error('new')));
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      if (changing !== undefined) meanwhile.refused(problem);
    },
  );
  const asked = questions.filter((one) => one.when?.(fields.values) ?? true);
  const send = () => {
    const found: FieldProblems<FieldValues> = {};
    const body: Record<string, unknown> = {};
    for (const one of asked) {
      const answer = answerOf(one, fields.values[one.name] ?? '');
      if (answer !== undefined) body[one.name] = answer;
      else if (one.required === true) found[one.name] = 'field.required';
    }
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', path, { body, ...(changing === undefined ? { idempotencyKey } : { ifMatch: meanwhile.etag }) }),
    );
  };
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={submitText}
      busy={submission.busy}
      problem={submission.problem}
      onSubmit={send}
      onClose={onClose}
      notice={
        <MeanwhileNotice
          meanwhile={meanwhile}
          problem={submission.problem}
          onReload={refresh}
          over={(now) => now.over}
          onGoOn={submission.clear}
          onTakeTheirs={() => {
            refresh();
            onClose();
          }}
          fields={(now) =>
            asked.map((one) => ({
              label: one.label,
              mine: shownAs(one, fields.values[one.name] ?? '', texts),
              theirs: shownAs(one, now.values[one.name] ?? '', texts),
            }))
          }
        />
      }
      testId={testId}
    >
      {asked.map((one) => <Asked key={one.name} one={one} fields={fields} />)}
    </SentForm>
  );
}

/** An answer as people read it. */
function shownAs(one: Question, value: string, { t }: Texts): ReactNode {
  if (value.trim() === '') return undefined;
  if (one.kind === 'moment' || one.kind === 'planned') {
    const moment = fromLocalInput(value);
    return moment === undefined ? undefined : <Moment at={moment} />;
  }
  if (one.kind === 'day') return <DateOnly at={value} />;
  if (one.kind === 'yes-no') return t(value === 'yes' ? 'papers.yes' : 'papers.no');
  const words = (code: string) => one.options?.find((option) => option.value === code)?.label ?? code;
  if (one.kind === 'codes') return value.split(' ').map(words).join(t('list.comma'));
  return words(value);
}

function answerOf(one: Question, value: string): unknown {
  const text = value.trim();
  if (text === '') return undefined;
  if (one.kind === 'moment' || one.kind === 'planned') return fromLocalInput(text);
  if (one.kind === 'yes-no') return text === 'yes';
  if (one.kind === 'codes') return text.split(' ');
  return text;
}

function Asked({ one, fields }: { one: Question; fields: Fields<FieldValues> }) {
  const { t } = useTexts();
  const optional = one.required === true || one.kind === 'choice' || one.kind === 'yes-no' ? '' : ` (${t('state.optional')})`;
  const common = {
    ...fields.bind(one.name),
    label: `${one.label}${optional}`,
    required: one.required ?? false,
    ...(one.description === undefined ? {} : { description: one.description }),
  };
  const options = one.options ?? [];
  switch (one.kind) {
    case 'line':
      return <TextInput {...common} dir="auto" autoComplete="off" />;
    case 'words':
      return <Textarea {...common} dir="auto" autosize minRows={3} />;
    case 'select':
      return <SelectField {...common} options={options} placeholder={t('action.choose')} />;
    case 'choice':
      return <ChoiceField {...common} options={options} />;
    case 'yes-no':
      return <ChoiceField {...common} options={[{ value: 'yes', label: t('papers.yes') }, { value: 'no', label: t('papers.no') }]} inline />;
    case 'codes':
      return <CodesField {...fields.bind(one.name)} label={one.label} options={options} />;
    case 'moment':
      return <MomentField {...common} />;
    case 'planned':
      return <PlannedMomentField {...common} />;
    case 'day':
      return <DateField {...common} max="2100-01-01" />;
  }
}
