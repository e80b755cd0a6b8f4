import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CaseDetail } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Further } from '../papers/further.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { AssignForm } from './assign-form.tsx';
import { Members } from './members.tsx';
import classes from './move.module.css';
import { useIsSupervisor, useOwners } from './queries.ts';
import { SealPanel } from './seal-panel.tsx';
import { Staff } from './staff.tsx';
import { CaseTransfers } from './case-transfers.tsx';
import type { OwnerChange } from './types.ts';

/** Whose case it is, who else works on it, where it goes, and who may know of it. */
export default function AssignmentPart({ detail }: { detail: CaseDetail }) {
  return (
    <Stack gap="lg">
      <OwnerPanel detail={detail} />
      <Members detail={detail} />
      <CaseTransfers detail={detail} />
      <SealPanel detail={detail} />
    </Stack>
  );
}

function OwnerPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const owners = useOwners(detail.id);
  const supervisor = useIsSupervisor();
  const [assigning, setAssigning] = useState(false);
  const standsIn = detail.tasks.some((task) => task.kind === 'ownership-needed' && task.state === 'open');
  return (
    <Panel
      title={t('assign.owner')}
      testId="owners"
      action={
        supervisor && detail.state !== 'closed' && !assigning && (
          <Button variant="default" onClick={() => setAssigning(true)} data-testid="open-assign">{t('assign.open')}</Button>
        )
      }
    >
      <Loaded query={owners}>
        {(data) => (
          <Stack gap="sm">
            <Text>
              <Staff id={data.ownerId} unitId={detail.unitId} />
              {standsIn && <> <Badge color="yellow" variant="light">{t('assign.stands-in')}</Badge></>}
            </Text>
            <Text size="sm" c="dimmed">{t('assign.since')} <Moment at={data.since} /></Text>
            {assigning && (
              <AssignForm
                caseId={detail.id}
                unitId={detail.unitId}
                etag={data.etag}
                ownerId={data.ownerId}
                handover={data.ownerId !== undefined && !standsIn}
                onClose={() => setAssigning(false)}
              />
            )}
            <History changes={data.changes} unitId={detail.unitId} />
            <Further<OwnerChange> path={`/cases/${detail.id}/owner-changes`} from={data.next}>
              {(changes) => <History changes={changes} unitId={detail.unitId} />}
            </Further>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function History({ changes, unitId }: { changes: readonly OwnerChange[]; unitId: string }) {
  if (changes.length === 0) return null;
  return (
    <ul className={classes['list']} data-testid="owner-changes">
      {changes.map((one) => <li key={one.id}><Change one={one} unitId={unitId} /></li>)}
    </ul>
  );
}

function Change({ one, unitId }: { one: OwnerChange; unitId: string }) {
  const { t } = useTexts();
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={600} component="div"><Staff id={one.from} unitId={unitId} /> {t('assign.then')} <Staff id={one.to} unitId={unitId} /></Text>
        <Text size="sm" c="dimmed"><Moment at={one.happenedAt} /></Text>
      </Group>
      {one.handover !== undefined && <Text size="sm" dir="auto" className={classes['words']}>{one.handover}</Text>}
      {one.reason !== undefined && <Text size="sm" component="div">{t('assign.reason-was')} <span dir="auto">{one.reason}</span></Text>}
    </Stack>
  );
}
