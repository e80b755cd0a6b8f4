import { useParams } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { useReport } from './queries.ts';
import { ReportFacts } from './report-facts.tsx';

/** A report as the person who took it reads it again. */
export function ReportPage() {
  const { id = '' } = useParams();
  const { t, label } = useTexts();
  const report = useReport(id);
  return (
    <Page
      title={t('report.page-title')}
      back={{ to: '/concerns', text: t('nav.my-reports') }}
      lead={report.data && label('report-state', report.data.data.state)}
    >
      <Loaded query={report} lines={6}>{({ data }) => <ReportFacts report={data} />}</Loaded>
    </Page>
  );
}
