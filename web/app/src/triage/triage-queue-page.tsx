import type { ReportLine } from '../api/types.ts';
import { ReportTable } from '../concern/report-table.tsx';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';

const ORDER = { immediate: 0, urgent: 1, routine: 2 };

/** What waits for a decision, the most urgent and the longest waiting first. */
export function TriageQueuePage() {
  const { t } = useTexts();
  const pages = usePages<ReportLine>('cases', '/concern-reports', { state: 'waiting' }, 20_000);
  return (
    <Page title={t('triage.title')} lead={t('triage.lead')}>
      <Panel title={t('triage.waiting')}>
        <PagedList pages={pages} empty={t('triage.empty')}>
          {(reports) => (
            <ReportTable
              reports={[...reports].sort(
                (a, b) => (ORDER[a.urgency] ?? 9) - (ORDER[b.urgency] ?? 9) || a.receivedAt.localeCompare(b.receivedAt),
              )}
              linkTo={(report) => `/triage/${report.id}`}
              linkText={t('triage.open')}
            />
          )}
        </PagedList>
      </Panel>
    </Page>
  );
}
