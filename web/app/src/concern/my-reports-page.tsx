import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ReportLine } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ReportTable } from './report-table.tsx';

export function MyReportsPage() {
  const { t } = useTexts();
  const pages = usePages<ReportLine>('cases', '/concern-reports');
  return (
    <Page
      title={t('my-reports.title')}
      lead={t('my-reports.lead')}
      actions={<Button component={Link} to="/concerns/new">{t('nav.record-concern')}</Button>}
    >
      <Panel title={t('my-reports.list')}>
        <PagedList pages={pages} empty={t('my-reports.empty')}>
          {(reports) => (
            <ReportTable
              reports={reports}
              linkTo={(report) => `/concerns/${report.id}`}
              linkText={t('action.open')}
              withState
            />
          )}
        </PagedList>
      </Panel>
    </Page>
  );
}
