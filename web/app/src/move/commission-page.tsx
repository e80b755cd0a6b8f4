import { Button, Group, Text } from '@mantine/core';
import { change } from '../api/client.ts';
import { useUnitName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Age, DateOnly } from '../ui/time.tsx';
import classes from './move.module.css';
import { useRefresh } from './queries.ts';
import type { CaseloadException, KnownSeal } from './types.ts';

/** What units ask the Commission, and what it has to know, in numbers and without a name. */
export default function CommissionPage() {
  const { t } = useTexts();
  const exceptions = usePages<CaseloadException>('cases', '/caseload-exceptions', { state: 'pending', limit: 20 });
  const seals = usePages<KnownSeal>('cases', '/seals', { limit: 20 });
  return (
    <Page title={t('commission.title')} lead={t('commission.lead')} back={{ to: '/', text: t('nav.home') }}>
      <Panel title={t('commission.caseloads')} testId="exceptions">
        <PagedList pages={exceptions} empty={t('commission.none')}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Exception one={one} /></li>)}</ul>}
        </PagedList>
      </Panel>
      <Panel title={t('commission.seals')} testId="seals">
        <PagedList pages={seals} empty={t('commission.no-seals')}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><SealLine one={one} /></li>)}</ul>}
        </PagedList>
      </Panel>
    </Page>
  );
}

function Exception({ one }: { one: CaseloadException }) {
  const { t } = useTexts();
  const unitName = useUnitName();
  const refresh = useRefresh();
  const submission = useSubmission<unknown>(refresh);
  const decide = (decision: 'approved' | 'declined') =>
    void submission.submit(() => change('cases', `/caseload-exceptions/${one.id}/decision`, { body: { decision } }));
  return (
    <Group justify="space-between" gap="sm" data-testid="exception">
      <div>
        <Text fw={600}>{unitName(one.unitId)}</Text>
        <Text size="sm">{t('commission.load', { open: one.openCases, weighted: one.weighted })}</Text>
        <Text size="sm" c="dimmed"><Age since={one.requestedAt} /></Text>
        <ProblemNotice problem={submission.problem} onRetry={refresh} />
      </div>
      <Group gap="sm">
        <Button loading={submission.busy} onClick={() => decide('approved')} data-testid="approve-exception">{t('commission.approve')}</Button>
        <Button variant="default" disabled={submission.busy} onClick={() => decide('declined')} data-testid="decline-exception">{t('commission.decline')}</Button>
      </Group>
    </Group>
  );
}

function SealLine({ one }: { one: KnownSeal }) {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  return (
    <div data-testid="known-seal">
      <Text fw={600}>{unitName(one.unitId)}</Text>
      <Text size="sm">{label('seal-reason', one.reason)}{t('list.comma')}{t('commission.named', { count: one.named })}</Text>
      <Text size="sm" c="dimmed"><DateOnly at={one.happenedAt} /></Text>
    </div>
  );
}
