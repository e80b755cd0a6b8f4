import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useDistrictName, useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { CaseloadGauge } from '../tasks/caseload-gauge.tsx';
import { RiskBadge } from '../ui/badges.tsx';
import { Code, PersonName } from '../ui/names.tsx';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Age } from '../ui/time.tsx';
import { AssignForm } from './assign-form.tsx';
import { GiveMany } from './give-many.tsx';
import classes from './move.module.css';
import { useCaseloads } from './queries.ts';
import type { UnassignedCase, WorkerCaseload } from './types.ts';

/** Cases that need an owner, and what each worker carries. */
export default function UnassignedPage() {
  const { t } = useTexts();
  const me = useMe(true);
  const unitId = me.data?.unit?.id ?? '';
  const pages = usePages<UnassignedCase>('cases', '/unassigned-cases', { limit: 20 }, 60_000);
  const assigning = useKeptOpen<UnassignedCase>();
  const loads = useCaseloads();
  return (
    <Page title={t('unassigned.title')} lead={t('unassigned.lead')} back={{ to: '/', text: t('nav.home') }}>
      <Panel title={t('unassigned.cases')} testId="unassigned">
        <PagedList pages={pages} empty={t('unassigned.empty')} keep={assigning.keep}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Line one={one} unitId={unitId} assigning={assigning} /></li>)}</ul>}
        </PagedList>
      </Panel>
      <Panel title={t('many.title')} testId="many"><GiveMany unitId={unitId} /></Panel>
      <Panel title={t('unassigned.workers')} testId="caseloads">
        <Loaded query={loads} empty={{ when: (items) => items.length === 0, text: t('unassigned.no-workers') }}>
          {(items) => <div className={classes['workers']}>{items.map((one) => <Worker key={one.staffId} worker={one} unitId={unitId} />)}</div>}
        </Loaded>
      </Panel>
    </Page>
  );
}

function Line({ one, unitId, assigning }: { one: UnassignedCase; unitId: string; assigning: KeptOpen<UnassignedCase> }) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  const open = assigning.isOpen(one);
  return (
    <Stack gap="sm" data-testid="unassigned-case">
      <Group justify="space-between" gap="sm">
        <div>
          <Anchor component={Link} to={`/cases/${one.id}`} fw={600} className="hifazat-row-link"><Code>{one.number}</Code></Anchor>
          <Text size="sm">{label('case-state', one.state)}{t('list.comma')}{districtName(one.districtCode)}</Text>
          <Text size="sm" c="dimmed"><Age since={one.openedAt} /></Text>
        </div>
        <Group gap="sm">
          <RiskBadge level={one.riskLevel} />
          {!open && <Button onClick={() => assigning.open(one)} data-testid="open-assign">{t('assign.open')}</Button>}
        </Group>
      </Group>
      {open && (
        <AssignForm caseId={one.id} unitId={unitId} etag={one.etag} ownerId={one.ownerId} handover={false} onClose={() => assigning.close(one)} />
      )}
    </Stack>
  );
}

function Worker({ worker, unitId }: { worker: WorkerCaseload; unitId: string }) {
  const { t } = useTexts();
  const name = useStaffName(unitId)(worker.staffId);
  return (
    <Stack gap={4} className={classes['worker']}>
      <Text fw={600} component="div">{name === undefined ? t('directory.colleague') : <PersonName name={name} />}</Text>
      <CaseloadGauge load={worker} />
    </Stack>
  );
}
