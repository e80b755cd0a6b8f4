import { Alert, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { DateOnly } from '../ui/time.tsx';

/** Something that holds from a day on. */
export interface Dated {
  validFrom: string;
  /** The first day it holds no more. */
  validTo?: string;
  /** Who laid it down; what the platform came with may have none. */
  source?: string;
  /** Who laid down that it ends. */
  endSource?: string;
}

export type Doing<T> = { what: 'new' } | { what: 'change' | 'end'; row: T };

interface Column<T> {
  head: string;
  cell: (row: T) => ReactNode;
}

interface Props<T extends Dated> {
  title: string;
  lead?: string | undefined;
  testId: string;
  ids: { row: string; add?: string; change: string; end?: string; done: string };
  rows: readonly T[];
  /** Also what held before. */
  past: boolean;
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  /** What a row is about, for those who hear its buttons. */
  name: (row: T) => string;
  marks?: (row: T) => Record<`data-${string}`, string | undefined>;
  /** What is written on the button that lays something else down; without it nothing is added. */
  addText?: string | undefined;
  mayEnd?: (row: T) => boolean;
  form: (doing: Doing<T>, close: () => void, onDone: () => void) => ReactNode;
}

/** What holds, what will, and on request what held: with the form that lays something down from a later day on. */
export function KeptPanel<T extends Dated>({ title, lead, testId, ids, rows, past, columns, keyOf, name, marks, addText, mayEnd, form }: Props<T>) {
  const { t } = useTexts();
  const [doing, setDoing] = useState<Doing<T>>();
  const [done, setDone] = useState(false);
  const begin = (next: Doing<T>) => {
    setDone(false);
    setDoing(next);
  };
  const close = () => setDoing(undefined);
  const shown = rows.filter((one) => past || one.validTo === undefined || one.validTo > today());
  return (
    <Panel
      title={title}
      testId={testId}
      action={addText !== undefined && doing === undefined && <Button variant="light" onClick={() => begin({ what: 'new' })} data-testid={ids.add}>{addText}</Button>}
    >
      <Stack gap="md">
        {lead !== undefined && <Text size="sm" c="dimmed">{lead}</Text>}
        <div role="status">{done && <Alert color="green" data-testid={ids.done}>{t('packet-policies.done')}</Alert>}</div>
        {doing !== undefined && form(doing, close, () => {
          close();
          setDone(true);
        })}
        <ScrollTable label={title}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ head }) => <Table.Th key={head} scope="col">{head}</Table.Th>)}
                <Table.Th scope="col">{t('deadlines.from')}</Table.Th>
                <Table.Th scope="col">{t('deadlines.until')}</Table.Th>
                <Table.Th scope="col">{t('deadlines.source')}</Table.Th>
                <Table.Th scope="col">{t('deadlines.change')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((row) => (
                <Table.Tr key={`${keyOf(row)}/${row.validFrom}`} data-testid={ids.row} {...marks?.(row)}>
                  {columns.map(({ head, cell }) => <Table.Td key={head}>{cell(row)}</Table.Td>)}
                  <Table.Td><DateOnly at={row.validFrom} /></Table.Td>
                  <Table.Td>{row.validTo === undefined ? t('deadlines.open-end') : <DateOnly at={row.validTo} />}</Table.Td>
                  <Table.Td>
                    {row.source === undefined ? t('kept.as-shipped') : <bdi dir="auto">{row.source}</bdi>}
                    {row.endSource !== undefined && <Text size="sm">{t('referral-codes.ended-by')} <bdi dir="auto">{row.endSource}</bdi></Text>}
                  </Table.Td>
                  <Table.Td>
                    {row.validTo === undefined && doing === undefined && (
                      <Group gap="xs">
                        <Button variant="light" size="compact-sm" onClick={() => begin({ what: 'change', row })} data-testid={ids.change}>
                          {t('deadlines.change')}<span className="hifazat-hidden"> {name(row)}</span>
                        </Button>
                        {mayEnd?.(row) === true && (
                          <Button variant="subtle" color="red" size="compact-sm" onClick={() => begin({ what: 'end', row })} data-testid={ids.end}>
                            {t('referral-codes.end')}<span className="hifazat-hidden"> {name(row)}</span>
                          </Button>
                        )}
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      </Stack>
    </Panel>
  );
}

/** Whether what held before is shown, too. */
export function PastBox({ past, onChange }: { past: boolean; onChange: (past: boolean) => void }) {
  const { t } = useTexts();
  return (
    <Checkbox
      name="past"
      label={t('packet-policies.past')}
      checked={past}
      onChange={(event) => onChange(event.currentTarget.checked)}
      className="hifazat-choice"
    />
  );
}
