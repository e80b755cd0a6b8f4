import { Text } from '@mantine/core';
import { change, type Answer } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { SERVICE_CATEGORIES } from '../codes/lists.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Amount, FromAndSource, laterWithSource, tomorrow, within } from './kept-fields.tsx';
import { ANY, useOfText, type History, type Part, type Policy } from './packet-policies-page.tsx';

const RELEASES = ['included', 'offered', 'with-reason', 'on-order', 'never'] as const;
const ITEMS = [
  'needs', 'access-needs', 'care-situation', 'incident-facts', 'legal-orders', 'risk-summary', 'medical-needs', 'assessment-results',
  'clinical-notes', 'document-status',
] as const;
/** What the service takes, in days or hours. */
const RANGE: Record<Exclude<Part, 'rules'>, readonly [number, number]> = {
  terms: [0, 3650],
  deadlines: [1, 8760],
  unanswered: [1, 8760],
  assurance: [1, 3650],
};

type Values = Record<'of' | 'kind' | 'rule' | 'completeHours' | 'validFrom' | 'source', string>;

interface Props {
  part: Part;
  /** What it takes the place of; without it, a kind of service gets a rule of its own. */
  from: Policy | undefined;
  etag: string | undefined;
  onDone: (answer: Answer<History>) => void;
  onClose: () => void;
  onReload: () => void;
}

/** What is to hold from a later day on. What holds already stays on record as it was. */
export function PolicyForm({ part, from, etag, onDone, onClose, onReload }: Props) {
  const { t, label } = useTexts();
  const ofText = useOfText(part);
  const items = useOptions('packet-item', ITEMS);
  const releases = useOptions('release', RELEASES);
  const fields = useFields<Values>({
    of: from?.of ?? '',
    kind: from?.kind ?? '',
    rule: from?.rule ?? '',
    completeHours: String(from?.completeHours ?? ''),
    validFrom: tomorrow(),
    source: '',
  });
  const { values } = fields;
  const laying = useSubmission<Answer<History>>(onDone, (problem) => {
    if (problem.status === 400) fields.refused(problem);
  });
  const send = () => {
    const found: FieldProblems<Values> = {};
    if (values.of === '') found.of = 'field.required';
    if (part === 'rules' && values.kind === '') found.kind = 'field.required';
    if (part === 'rules' ? values.rule === '' : !within(values.rule, RANGE[part])) found.rule = part === 'rules' ? 'field.required' : 'field.range';
    if (part === 'deadlines') {
      if (!within(values.completeHours, RANGE.deadlines)) found.completeHours = 'field.range';
      else if (Number(values.completeHours) < Number(values.rule)) found.completeHours = 'packet-policies.crossed';
    }
    laterWithSource(values, found);
    if (!fields.check(found)) return;
    const body = { ...ruleOf(part, values), source: values.source.trim() };
    void laying.submit(() => change<History>('referrals', pathOf(part, values), { method: 'PUT', ifMatch: etag, body }));
  };
  const reload = () => {
    laying.clear();
    onReload();
  };
  const measure = t(inDays(part) ? 'packet-policies.in-days' : 'packet-policies.in-hours');
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={t('packet-policies.set')}
      busy={laying.busy}
      problem={laying.problem}
      onSubmit={send}
      onClose={onClose}
      onReload={reload}
      testId={`policy-form-${part}`}
    >
      {from !== undefined && <Text fw={650}>{ofText(from.of)}{from.kind !== undefined && <> · {label('packet-item', from.kind)}</>}</Text>}
      {from === undefined && (
        <div className="hifazat-columns">
          <SelectField
            {...fields.bind('of')}
            label={label('packet-policies-of', part)}
            options={[ANY, ...SERVICE_CATEGORIES].map((value) => ({ value, label: ofText(value) }))}
            placeholder={t('action.choose')}
            required
          />
          <SelectField {...fields.bind('kind')} label={t('packet-policies.item')} options={items} placeholder={t('action.choose')} required />
        </div>
      )}
      {part === 'rules' ? (
        <ChoiceField {...fields.bind('rule')} label={label('packet-policies-rule', part)} options={releases} required />
      ) : (
        <Amount fields={fields} name="rule" label={label('packet-policies-rule', part)} description={measure} range={RANGE[part]} />
      )}
      {part === 'deadlines' && <Amount fields={fields} name="completeHours" label={t('packet-policies.complete')} description={measure} range={RANGE[part]} />}
      <FromAndSource fields={fields} />
    </SentForm>
  );
}

function inDays(part: Part): boolean {
  return part === 'terms' || part === 'assurance';
}

function ruleOf(part: Part, { rule, completeHours }: Values): object {
  if (part === 'rules') return { release: rule };
  if (part === 'deadlines') return { respondHours: Number(rule), completeHours: Number(completeHours) };
  return inDays(part) ? { days: Number(rule) } : { hours: Number(rule) };
}

function pathOf(part: Part, { of, kind, validFrom }: Values): string {
  if (part === 'assurance') return `/packet-policies/assurance/${validFrom}`;
  const place = part === 'rules' ? `${of === ANY ? 'any' : of}/${kind}` : of;
  return `/packet-policies/${part}/${place}/${validFrom}`;
}
