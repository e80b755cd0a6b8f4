import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { ReportLine } from '../api/types.ts';
import { ConcernList } from '../codes/concern-picker.tsx';
import { useDistrictName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { UrgencyBadge } from '../ui/badges.tsx';
import { Age, Countdown, Moment } from '../ui/time.tsx';
import { EscalationBadge } from './escalation-badge.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';

interface Props {
  reports: ReportLine[];
  linkTo: (report: ReportLine) => string;
  linkText: string;
  withState?: boolean;
  /** Of reports referred on: until when somebody asks what became of them. */
  followUp?: boolean;
}

function Deadline({ at }: { at: string | undefined }) {
  return at === undefined ? null : <Countdown until={at} />;
}

export function ReportTable({ reports, linkTo, linkText, withState = false, followUp = false }: Props) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  return (
    <ScrollTable label={t('report.concerns')}>
      <Table verticalSpacing="sm" data-testid="reports">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('report.urgency')}</Table.Th>
            <Table.Th>{t(withState ? 'report.received' : 'report.waiting')}</Table.Th>
            {!withState && <Table.Th>{t(followUp ? 'report.ask-by' : 'report.decide-by')}</Table.Th>}
            <Table.Th>{t('report.district')}</Table.Th>
            <Table.Th>{t('report.concerns')}</Table.Th>
            <Table.Th>{t('report.channel')}</Table.Th>
            {withState && <Table.Th>{t('report.state')}</Table.Th>}
            <Table.Th><span className="hifazat-hidden">{linkText}</span></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.id} data-testid="report-row" data-id={report.id}>
              <Table.Td><UrgencyBadge urgency={report.urgency} /></Table.Td>
              <Table.Td>{withState ? <Moment at={report.receivedAt} /> : <Age since={report.receivedAt} />}</Table.Td>
              {!withState && (
                <Table.Td>
                  <Deadline at={followUp ? report.followUpDue : report.dueAt} />
                  <EscalationBadge report={report} />
                </Table.Td>
              )}
              <Table.Td>{districtName(report.districtCode)}</Table.Td>
              <Table.Td><ConcernList codes={report.concerns} /></Table.Td>
              <Table.Td>{label('channel', report.channel)}</Table.Td>
              {withState && <Table.Td>{label('report-state', report.state)}</Table.Td>}
              <Table.Td>
                <Anchor component={Link} to={linkTo(report)} className="hifazat-row-link">{linkText}</Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
