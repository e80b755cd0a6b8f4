import { Checkbox } from '@mantine/core';
import { change, type Answer } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Amount, CodeNames, FromAndSource, laterWithSource, tomorrow, wrongCode, Yes } from './kept-fields.tsx';
import type { KeptCode, List } from './referral-codes-page.tsx';

const STATES = ['rejected', 'on-hold', 'failed', 'cancelled', 'entered-in-error'] as const;
const BETWEEN = ' ';

interface Props {
  list: List;
  /** What it takes the place of; without it, a code that was not there. */
  from: KeptCode | undefined;
  /** The last place of the list: a new code comes behind it. */
  last: number;
  known: readonly string[];
  etag: string | undefined;
  onDone: (answer: Answer<Items<KeptCode>>) => void;
  onClose: () => void;
  onReload: () => void;
}

/** A code, or other words for one, from a later day on. */
export function CodeForm({ list, from, last, known, etag, onDone, onClose, onReload }: Props) {
  const { t, named } = useTexts();
  const states = useOptions('referral-status', STATES);
  const fields = useFields({
    code: from?.code ?? '',
    'name.en': from?.name.en ?? '',
    'name.ur': from?.name.ur ?? '',
    'name.ps': from?.name.ps ?? '',
    states: from?.states.join(BETWEEN) ?? '',
    textNeeded: from?.textNeeded === true ? 'yes' : '',
    position: String(from?.position ?? Math.min(last + 10, 9999)),
    validFrom: tomorrow(),
    source: '',
  });
  const { values } = fields;
  const keeping = useSubmission<Answer<Items<KeptCode>>>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    wrongCode(values, from === undefined ? known : undefined, found);
    if (list === 'status-reason' && values.states === '') found.states = 'field.required';
    laterWithSource(values, found);
    if (!fields.check(found)) return;
    const body = {
      ...(list === 'status-reason' ? { states: values.states.split(BETWEEN) } : {}),
      textNeeded: values.textNeeded === 'yes',
      name: { en: values['name.en'].trim(), ur: values['name.ur'].trim(), ps: values['name.ps'].trim() },
      position: Number(values.position),
      source: values.source.trim(),
    };
    void keeping.submit(() => change<Items<KeptCode>>('referrals', `/referral-codes/${list}/${values.code}/${values.validFrom}`, { method: 'PUT', ifMatch: etag, body }));
  };
  const reload = () => {
    keeping.clear();
    onReload();
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('packet-policies.set')} busy={keeping.busy} problem={keeping.problem} onSubmit={send} onClose={onClose} onReload={reload} testId="code-form">
      <CodeNames fields={fields} called={from === undefined ? undefined : named(from.name)} />
      {list === 'status-reason' && (
        <Checkbox.Group
          label={t('referral-codes.for')}
          value={values.states === '' ? [] : values.states.split(BETWEEN)}
          onChange={(chosen) => fields.set('states', chosen.join(BETWEEN))}
          error={fields.error('states')}
          data-invalid={fields.error('states') !== undefined}
          required
        >
          {states.map((state) => <Checkbox key={state.value} value={state.value} label={state.label} className="hifazat-choice" />)}
        </Checkbox.Group>
      )}
      <Yes fields={fields} name="textNeeded" label={t('referral-codes.text-needed')} />
      <Amount fields={fields} name="position" label={t('referral-codes.position')} range={[1, 9999]} />
      <FromAndSource fields={fields} />
    </SentForm>
  );
}
