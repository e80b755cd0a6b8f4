import { Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { query, read } from '../api/client.ts';
import { span } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import classes from './dashboard.module.css';

const URGENCIES = ['immediate', 'urgent', 'routine'] as const;
const MINUTE = 60_000;

interface TriageTime {
  /** Absent for the province. */
  districtCode?: string;
  urgency: string;
  medianMinutes: number;
}

/** How long reports wait until somebody decides: half of them at most so long. */
export function TriageTimes({ month, districts }: { month: string; districts: { districtCode: string; name: string }[] }) {
  const { t, label, language } = useTexts();
  const districtName = (code: string) => districts.find((one) => one.districtCode === code)?.name ?? label('district', code);
  const times = useQuery({
    queryKey: ['monitoring', 'triage-times', month],
    queryFn: async ({ signal }) => (await read<{ items: TriageTime[] }>('monitoring', `/figures/triage-times${query({ month })}`, signal)).data.items,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  const cells = (rows: TriageTime[]) =>
    URGENCIES.map((urgency) => {
      const found = rows.find((one) => one.urgency === urgency);
      return <Table.Td key={urgency} data-urgency={urgency}>{found === undefined ? t('dashboard.triage-none') : <Waited minutes={found.medianMinutes} />}</Table.Td>;
    });
  return (
    <Panel title={t('dashboard.triage')} testId="triage-times">
      <Loaded query={times} empty={{ when: (items) => items.length === 0, text: t('dashboard.triage-empty') }}>
        {(items) => {
          const codes = [...new Set(items.flatMap((one) => one.districtCode ?? []))]
            .map((code) => ({ code, name: districtName(code) }))
            .sort((a, b) => a.name.localeCompare(b.name, language));
          return (
            <>
              <ScrollTable label={t('dashboard.triage')}>
                <Table className={classes['table'] ?? ''} verticalSpacing="xs" striped>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{t('report.district')}</Table.Th>
                      {URGENCIES.map((urgency) => <Table.Th key={urgency} scope="col">{label('urgency', urgency)}</Table.Th>)}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {codes.map(({ code, name }) => (
                      <Table.Tr key={code} data-district={code}>
                        <Table.Th scope="row">{name}</Table.Th>
                        {cells(items.filter((one) => one.districtCode === code))}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                  <Table.Tfoot>
                    <Table.Tr data-district="province">
                      <Table.Th scope="row">{t('dashboard.province')}</Table.Th>
                      {cells(items.filter((one) => one.districtCode === undefined))}
                    </Table.Tr>
                  </Table.Tfoot>
                </Table>
              </ScrollTable>
              <Text size="sm" c="dimmed" mt="sm">{t('dashboard.triage-hint')}</Text>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Waited({ minutes }: { minutes: number }) {
  const { t } = useTexts();
  const { days, hours, minutes: rest } = span(minutes * MINUTE);
  if (days > 0) return <>{t('time.days-hours', { days, hours })}</>;
  return <>{hours > 0 ? t('time.hours-minutes', { hours, minutes: rest }) : t('time.minutes', { minutes: rest })}</>;
}
