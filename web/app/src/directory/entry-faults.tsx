import { List, Text } from '@mantine/core';
import type { ApiProblem } from '../api/problem.ts';
import { useTexts, type MessageId, type Texts } from '../i18n/text.ts';

const SHOWN = 20;

/** Where the file is wrong, entry by entry or line by line. */
export function Faults({ problem }: { problem: ApiProblem }) {
  const texts = useTexts();
  if (problem.errors.length === 0) return null;
  return (
    <>
      <List size="sm" data-testid="import-faults">
        {problem.errors.slice(0, SHOWN).map((error) => <List.Item key={`${error.pointer} ${error.code}`}>{fault(texts, error)}</List.Item>)}
      </List>
      {problem.errors.length > SHOWN && <Text size="sm">{texts.t('files.more-faults', { count: problem.errors.length - SHOWN })}</Text>}
    </>
  );
}

function fault({ t, label }: Texts, { pointer, code }: { pointer: string; code: string }): string {
  const words = KNOWN_FAULTS.includes(code) ? label('entry-fault', code) : t('field.check');
  const [first = '', second = '', ...rest] = pointer.replace(/^#?\//, '').split('/');
  if (first === '') return words;
  // Isolated, so that names of files and columns keep their order in a right-to-left line.
  const isolated = (text: string) => `\u2066${text}\u2069`;
  const entry = first.endsWith('.csv')
    ? second === '' ? isolated(first) : t('files.line', { file: isolated(first), line: Number(second) })
    : t(NUMBERED[first] ?? 'files.service-number', { number: Number(second) + 1 });
  return `${entry}: ${words}${rest.length === 0 ? '' : ` (${isolated(rest.join('/'))})`}`;
}

const NUMBERED: Record<string, MessageId> = { organizations: 'files.organization-number', places: 'keep.place' };

const KNOWN_FAULTS = [
  'twice', 'organization-unknown', 'category-unknown', 'in-the-future', 'below-minimum', 'closes-before-it-opens', 'unit-unknown', 'more-than-there-is',
  'unknown', 'columns', 'quote-not-closed', 'form', 'size', 'notblank', 'notnull', 'too-many', 'too-large', 'not-a-zip', 'no-tables', 'not-utf-8', 'place-of-others', 'sandbox',
];
