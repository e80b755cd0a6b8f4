import { Table } from '@mantine/core';
import type { Figure, FigureSet } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { shownFigure } from './measure.tsx';
import classes from './dashboard.module.css';
import { ScrollTable } from '../ui/scroll-table.tsx';

const COLUMNS: [MessageId, string, (figures: FigureSet) => Figure][] = [
  ['dashboard.concernReports', 'concernReports', (f) => f.concernReports],
  ['dashboard.reportsLongWaiting', 'reportsLongWaiting', (f) => f.reportsLongWaiting],
  ['dashboard.newCases', 'newCases', (f) => f.newCases],
  ['dashboard.openCases', 'openCases', (f) => f.openCases],
  ['risk.high', 'riskHigh', (f) => f.risk.high],
  ['risk.medium', 'riskMedium', (f) => f.risk.medium],
  ['risk.low', 'riskLow', (f) => f.risk.low],
  ['risk.not-assessed', 'riskNotAssessed', (f) => f.risk.notAssessed],
  ['dashboard.referralsRequested', 'referralsRequested', (f) => f.referrals.requested],
  ['dashboard.referralsAccepted', 'referralsAccepted', (f) => f.referrals.accepted],
  ['dashboard.referralsCompleted', 'referralsCompleted', (f) => f.referrals.completed],
  ['dashboard.loopClosed', 'loopClosed', (f) => f.referrals.loopClosed],
  ['dashboard.referralsOverdue', 'referralsOverdue', (f) => f.referrals.overdue],
  ['dashboard.referralsLongOverdue', 'referralsLongOverdue', (f) => f.referrals.longOverdue],
  ['dashboard.tasksDue', 'tasksDue', (f) => f.tasksDue],
  ['dashboard.tasksOnTime', 'tasksOnTime', (f) => f.tasksOnTime],
  ['dashboard.tasksLongOverdue', 'tasksLongOverdue', (f) => f.tasksLongOverdue],
];

interface Props {
  districts: (FigureSet & { districtCode: string; name: string })[];
  province: FigureSet;
}

export function FigureTable({ districts, province }: Props) {
  const { t, language } = useTexts();
  const cells = (figures: FigureSet) =>
    COLUMNS.map(([text, name, pick]) => (
      <Table.Td key={text} data-figure={name}>
        <bdi dir="ltr">{shownFigure(pick(figures), (value) => formatNumber(language, value))}</bdi>
      </Table.Td>
    ));
  return (
    <ScrollTable label={t('dashboard.table')}>
      <Table className={classes['table'] ?? ''} verticalSpacing="xs" striped data-testid="figure-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('report.district')}</Table.Th>
            {COLUMNS.map(([text]) => <Table.Th key={text} scope="col">{t(text)}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {districts.map((district) => (
            <Table.Tr key={district.districtCode} data-district={district.districtCode}>
              <Table.Th scope="row">{district.name}</Table.Th>
              {cells(district)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr data-district="province">
            <Table.Th scope="row">{t('dashboard.province')}</Table.Th>
            {cells(province)}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollTable>
  );
}
