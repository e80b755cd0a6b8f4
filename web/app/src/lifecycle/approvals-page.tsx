import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { OverridesWaiting } from '../consent/overrides-waiting.tsx';
import { useStaffName } from '../directory/queries.ts';
import { useMe } from '../session/session.ts';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { Code, PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Age } from '../ui/time.tsx';
import classes from './lifecycle.module.css';
import type { WaitingApproval } from './types.ts';

/** What waits for the supervisors of the unit, longest first. */
export default function ApprovalsPage() {
  const { t } = useTexts();
  const pages = usePages<WaitingApproval>('cases', '/approvals', { limit: 20 }, 60_000);
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')} back={{ to: '/', text: t('nav.home') }}>
      <Panel title={t('approvals.waiting')} testId="approvals">
        <PagedList pages={pages} empty={t('approvals.empty')}>
          {(items) => (
            <ul className={classes['steps']}>
              {items.map((item) => <li key={item.approval.id}><Waiting item={item} /></li>)}
            </ul>
          )}
        </PagedList>
      </Panel>
      <OverridesWaiting />
    </Page>
  );
}

function Waiting({ item }: { item: WaitingApproval }) {
  const { t, label } = useTexts();
  const me = useMe(true);
  const staffName = useStaffName(me.data?.unit?.id ?? '');
  const name = staffName(item.approval.requestedBy);
  return (
    <Group justify="space-between" gap="sm" data-testid="waiting-approval" data-kind={item.approval.kind}>
      <div>
        <Anchor component={Link} to={`/approvals/${item.approval.caseId}/${item.approval.id}`} fw={600} className="hifazat-row-link">
          {label('approval-kind', item.approval.kind)}{t('list.comma')}<Code>{item.caseNumber}</Code>
        </Anchor>
        <Text size="sm">
          {item.displayName !== undefined && <><PersonName name={item.displayName} />{t('list.comma')}</>}
          {label('case-state', item.caseState)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('approval.asked-by')} {name === undefined ? t('directory.colleague') : <PersonName name={name} />}{t('list.comma')}
          <Age since={item.approval.requestedAt} />
        </Text>
      </div>
      <RiskBadge level={item.riskLevel} />
    </Group>
  );
}
