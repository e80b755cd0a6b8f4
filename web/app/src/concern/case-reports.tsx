import { useQuery } from '@tanstack/react-query';
import { readAll } from '../api/client.ts';
import type { CaseDetail, ReportLine } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Panel } from '../ui/panel.tsx';
import { ReportTable } from './report-table.tsx';

/** The report a case was opened for, and those that joined it. */
export function CaseReports({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const reports = useQuery({
    queryKey: ['cases', 'reports-of', detail.id],
    queryFn: ({ signal }) => readAll<ReportLine>('cases', `/cases/${detail.id}/concern-reports`, signal),
  });
  if (reports.data === undefined || reports.data.length === 0) return null;
  return (
    <Panel title={t('case-reports.title')} testId="case-reports">
      <ReportTable reports={reports.data} linkTo={(report) => `/triage/${report.id}`} linkText={t('case-reports.read')} withState />
    </Panel>
  );
}
