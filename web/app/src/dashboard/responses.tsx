import { Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { query, read } from '../api/client.ts';
import type { Figure } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { shownFigure } from './measure.tsx';
import classes from './dashboard.module.css';

interface Counted {
  /** Absent for all together. */
  response?: string;
  offered: Figure;
  taken: Figure;
}

/** What the toolkit offered after assessments and what workers took of it: what is used, and what is not. */
export function ResponseFigures({ month }: { month: string }) {
  const { t, label, language } = useTexts();
  const figures = useQuery({
    queryKey: ['monitoring', 'responses', month],
    queryFn: async ({ signal }) => (await read<{ items: Counted[]; total: Counted }>('monitoring', `/figures/responses${query({ month })}`, signal)).data,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  const cells = ({ offered, taken }: Counted) =>
    [offered, taken].map((figure, index) => (
      <Table.Td key={index} data-figure={index === 0 ? 'offered' : 'taken'}>
        <bdi dir="ltr">{shownFigure(figure, (value) => formatNumber(language, value))}</bdi>
      </Table.Td>
    ));
  return (
    <Panel title={t('dashboard.responses')} testId="response-figures">
      <Loaded query={figures} empty={{ when: ({ items, total }) => items.length === 0 && total.offered.value === 0, text: t('dashboard.responses-empty') }}>
        {({ items, total }) => (
          <>
            <ScrollTable label={t('dashboard.responses')}>
              <Table className={classes['table'] ?? ''} verticalSpacing="xs" striped>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('dashboard.response')}</Table.Th>
                    <Table.Th scope="col">{t('dashboard.response-offered')}</Table.Th>
                    <Table.Th scope="col">{t('dashboard.response-taken')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items
                    .map((one) => ({ ...one, name: label('response', one.response ?? '') }))
                    .sort((a, b) => a.name.localeCompare(b.name, language))
                    .map((one) => (
                      <Table.Tr key={one.response} data-response={one.response}>
                        <Table.Th scope="row">{one.name}</Table.Th>
                        {cells(one)}
                      </Table.Tr>
                    ))}
                </Table.Tbody>
                <Table.Tfoot>
                  <Table.Tr data-response="all">
                    <Table.Th scope="row">{t('dashboard.responses-all')}</Table.Th>
                    {cells(total)}
                  </Table.Tr>
                </Table.Tfoot>
              </Table>
            </ScrollTable>
            <Text size="sm" c="dimmed" mt="sm">{t('dashboard.responses-hint')}</Text>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
