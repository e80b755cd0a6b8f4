import { Button, Group, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { ReportLine, Role } from '../api/types.ts';
import { ReportTable } from '../concern/report-table.tsx';
import { ExportForm } from '../export/export-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';

const QUEUES = ['due', 'overdue', 'follow-up', 'unassigned'] as const;
type Queue = (typeof QUEUES)[number];

/** What waits for a decision, by when it must be made; and what is referred on, by when to ask. */
export function TriageQueuePage({ roles }: { roles: readonly Role[] }) {
  const { t } = useTexts();
  const [place] = useSearchParams();
  const offered = QUEUES.filter((one) => one !== 'unassigned' || roles.includes('supervisor'));
  const queue = offered.find((one) => one === place.get('queue')) ?? 'due';
  return (
    <Page title={t('triage.title')} lead={t('triage.lead')}>
      <nav aria-label={t('triage.queues')}>
        <Group gap="xs" mb="md">
          {offered.map((one) => (
            <Button
              key={one}
              component={Link}
              to={`/triage?queue=${one}`}
              size="sm"
              variant={one === queue ? 'filled' : 'default'}
              aria-current={one === queue ? 'page' : undefined}
              data-testid={`queue-${one}`}
            >
              {t(`queue.${one}`)}
            </Button>
          ))}
        </Group>
      </nav>
      <QueueOf key={queue} queue={queue} />
      <ExportForm title="export.list" leftOut="export.no-names" path="/list-exports" lists={['reports']} />
    </Page>
  );
}

function QueueOf({ queue }: { queue: Queue }) {
  const { t } = useTexts();
  const pages = usePages<ReportLine>('cases', '/concern-reports', { queue }, 20_000);
  return (
    <Panel title={t(`queue.${queue}`)} testId="queue">
      <Text size="sm" c="dimmed" mb="sm">{t(`queue-hint.${queue}`)}</Text>
      <PagedList pages={pages} empty={t(queue === 'due' ? 'triage.empty' : 'queue.empty')}>
        {(reports) => (
          <ReportTable
            reports={reports}
            linkTo={(report) => `/triage/${report.id}`}
            linkText={t(queue === 'follow-up' ? 'queue.ask' : 'triage.open')}
            followUp={queue === 'follow-up'}
          />
        )}
      </PagedList>
    </Panel>
  );
}
