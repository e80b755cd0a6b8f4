import { Radio, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { childValues, type ChildValues } from '../people/child-values.ts';
import type { KnownChild } from '../people/types.ts';
import conflict from '../ui/conflict.module.css';
import { Code } from '../ui/names.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { PARTS, type TakenPart } from './types.ts';

/** Which fields of a child belong to a part that can be taken from the other record. */
const FIELDS: Record<TakenPart, readonly (keyof ChildValues)[]> = {
  names: ['names.given', 'names.father', 'names.knownAs', 'names.otherScript.given', 'names.otherScript.father'],
  sex: ['sex'],
  age: ['birthDate', 'birthYear', 'ageBasis'],
  languages: ['languages'],
  address: ['address'],
  'safe-contact': ['safeContact'],
  identity: ['identity.kind', 'identity.number'],
  disability: ['disabilities', 'disabilityDetails'],
  schooling: ['schooling.status', 'schooling.kind', 'schooling.name', 'schooling.grade'],
  care: ['care.arrangement', 'care.since', 'care.details'],
};

/** Lists whose codes stand in a field; everything else is words, numbers and dates. */
const LISTS: Partial<Record<keyof ChildValues, string>> = {
  sex: 'sex',
  ageBasis: 'age-basis',
  languages: 'language',
  'identity.kind': 'identity-kind',
  disabilities: 'disability',
  'schooling.status': 'schooling',
  'schooling.kind': 'school-kind',
  'care.arrangement': 'care-arrangement',
};

interface Props {
  kept: { caseId: string; caseNumber: string };
  gone: { caseId: string; caseNumber: string };
  taken: readonly TakenPart[];
  onChange: (taken: TakenPart[]) => void;
}

/** What the two records say differently, and which of the two is right. */
export function ChooseParts({ kept, gone, taken, onChange }: Props) {
  const { t, label } = useTexts();
  const show = useShown();
  const [one, other] = useQueries({
    queries: [kept, gone].map(({ caseId }) => ({
      queryKey: ['cases', 'child', caseId],
      queryFn: async ({ signal }: { signal: AbortSignal }) => read<KnownChild>('cases', `/cases/${caseId}/child`, signal),
      staleTime: 15_000,
      refetchOnWindowFocus: false,
    })),
  });
  const failed = one?.error ?? other?.error;
  if (failed) return <ProblemNotice problem={asProblem(failed)} onRetry={() => { void one?.refetch(); void other?.refetch(); }} />;
  if (one?.data === undefined || other?.data === undefined) return <Waiting />;
  const [mine, theirs] = [childValues(one.data.data), childValues(other.data.data)];
  const differing = PARTS.filter((part) => FIELDS[part].some((field) => mine[field] !== theirs[field]));
  if (differing.length === 0) return <Text size="sm">{t('duplicates.nothing-differs')}</Text>;
  return (
    <Stack gap="sm" data-testid="choose-parts">
      <Text size="sm">{t('duplicates.choose')}</Text>
      {differing.map((part) => (
        <Radio.Group
          key={part}
          label={label('duplicate-part', part)}
          value={taken.includes(part) ? 'gone' : 'kept'}
          onChange={(value) => onChange(value === 'gone' ? [...taken, part] : taken.filter((each) => each !== part))}
          data-testid="choose-part"
          data-part={part}
        >
          <div className={conflict['sides']}>
            <Choice value="kept" number={kept.caseNumber} text={show(part, mine)} />
            <Choice value="gone" number={gone.caseNumber} text={show(part, theirs)} />
          </div>
        </Radio.Group>
      ))}
    </Stack>
  );
}

function Choice({ value, number, text }: { value: string; number: string; text: string }) {
  const { t } = useTexts();
  return (
    <div className={conflict['side']}>
      <Radio
        value={value}
        label={<bdi dir="auto">{text === '' ? t('conflict.nothing') : text}</bdi>}
        description={<Code>{number}</Code>}
        className="hifazat-choice"
      />
    </div>
  );
}

/** A part in words: its codes by their labels, one after the other. */
function useShown(): (part: TakenPart, values: ChildValues) => string {
  const { t, label } = useTexts();
  return (part, values) =>
    FIELDS[part]
      .filter((field) => values[field] !== '' && !(field === 'birthYear' && values.birthDate !== ''))
      .map((field) => {
        const list = LISTS[field];
        return list === undefined ? values[field] : values[field].split(' ').map((code) => label(list, code)).join(t('list.comma'));
      })
      .join(t('list.comma'));
}

/** What was chosen, for whoever has to agree to it. */
export function TakenParts({ taken }: { taken: readonly TakenPart[] }) {
  const { t, label } = useTexts();
  if (taken.length === 0) return null;
  return (
    <Text size="sm" data-testid="taken">
      {t('duplicates.taken')} {taken.map((part) => label('duplicate-part', part)).join(t('list.comma'))}
    </Text>
  );
}
