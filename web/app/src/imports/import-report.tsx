import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { change, query, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { asProblem } from '../api/problem.ts';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { RowDecision } from './row-decision.tsx';
import type { CaseImport, ImportRow } from './types.ts';

const OUTCOMES = ['faulty', 'known', 'ready', 'joined', 'taken-over'] as const;
const PAGE = 50;

/** What the check found, row by row; and the word to take over what is ready. */
export function ImportReport({ one, onChanged }: { one: CaseImport; onChanged: () => void }) {
  const { t, label } = useTexts();
  const [outcome, setOutcome] = useState<string>();
  const rows = useRows(one.id, outcome);
  const items = rows.data?.pages.flat() ?? [];
  return (
    <Panel title={t('imports.report')} testId="import-report">
      <Stack gap="sm">
        {one.state === 'checked' && one.ready > 0 && <Start one={one} onStarted={onChanged} />}
        <Group gap="xs" role="group" aria-label={t('imports.outcome')}>
          {OUTCOMES.map((value) => (
            <Button
              key={value}
              size="compact-md"
              variant={value === outcome ? 'filled' : 'default'}
              aria-pressed={value === outcome}
              onClick={() => setOutcome(value === outcome ? undefined : value)}
              data-testid={`only-${value}`}
            >
              {label('import-outcome', value)}
            </Button>
          ))}
        </Group>
        {rows.isError && <ProblemNotice problem={asProblem(rows.error)} onRetry={() => void rows.refetch()} />}
        <ScrollTable label={t('imports.report')}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('imports.row')}</Table.Th>
                <Table.Th>{t('imports.outcome')}</Table.Th>
                <Table.Th>{t('imports.why')}</Table.Th>
                <Table.Th>{t('imports.case')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((row) => (
                <Table.Tr key={row.row} data-testid="import-row">
                  <Table.Td>{row.row}</Table.Td>
                  <Table.Td>{label('import-outcome', row.outcome)}</Table.Td>
                  <Table.Td>
                    {row.faults.map(({ column, code }) => (
                      <Text size="sm" key={`${column} ${code}`}>{label('import-column', column)} {label('import-fault', code)}</Text>
                    ))}
                    {row.reason !== undefined && <Text size="sm">{label('import-decision-reason', row.reason)}</Text>}
                    {one.state === 'checked' && row.outcome === 'known' && <RowDecision importId={one.id} row={row} onDecided={onChanged} />}
                  </Table.Td>
                  <Table.Td>{row.caseNumber !== undefined && <Code>{row.caseNumber}</Code>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
        {rows.hasNextPage && (
          <Group><Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>{t('imports.more')}</Button></Group>
        )}
      </Stack>
    </Panel>
  );
}

function useRows(id: string, outcome: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['cases', 'import-rows', id, outcome ?? ''],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) =>
      (await read<Items<ImportRow>>('cases', `/imports/${id}/rows${query({ outcome, after: pageParam, limit: PAGE })}`, signal)).data.items,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.row),
  });
}

function Start({ one, onStarted }: { one: CaseImport; onStarted: () => void }) {
  const { t } = useTexts();
  const sending = useSubmission<void>(onStarted);
  const start = () =>
    void sending.submit(async () => {
      const now = await read<CaseImport>('cases', `/imports/${one.id}`);
      await change('cases', `/imports/${one.id}/start`, { ifMatch: now.etag });
    });
  return (
    <Stack gap="xs">
      <Text>{t('imports.start-text', { count: one.ready })}</Text>
      <ProblemNotice problem={sending.problem} focused />
      <Group><Button onClick={start} loading={sending.busy} data-testid="start">{t('imports.start')}</Button></Group>
    </Stack>
  );
}
