import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseTask } from '../api/types.ts';
import { useStaffName } from '../directory/queries.ts';
import { ExportForm } from '../export/export-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { PersonName } from '../ui/names.tsx';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { useMe } from '../session/session.ts';
import classes from './tasks.module.css';
import { useLoads, type WorkerLoad } from './queries.ts';
import { ReassignTask } from './reassign-task.tsx';
import { Told } from './told.tsx';

/** What the unit has not done in time, by worker and one by one, for its supervisor. */
export default function OverduePage() {
  const { t } = useTexts();
  const unit = useMe(true).data?.unit?.id;
  const [owner, setOwner] = useState<string>();
  return (
    <Page title={t('overdue.title')} lead={t('overdue.lead')}>
      <Stack gap="lg">
        <Workers unit={unit} chosen={owner} onChoose={setOwner} />
        <OverdueTasks key={owner ?? 'all'} unit={unit} owner={owner} />
        <ExportForm title="export.list" leftOut="export.no-names" path="/list-exports" lists={['overdue']} />
      </Stack>
    </Page>
  );
}

interface WorkersProps {
  unit: string | undefined;
  chosen: string | undefined;
  onChoose: (owner: string | undefined) => void;
}

function Workers({ unit, chosen, onChoose }: WorkersProps) {
  const { t } = useTexts();
  const loads = useLoads();
  return (
    <Panel title={t('overdue.by-worker')} testId="by-worker">
      <Loaded query={loads} empty={{ when: (items) => items.length === 0, text: t('overdue.nobody') }}>
        {(items) => (
          <ScrollTable label={t('overdue.by-worker')}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('overdue.worker')}</Table.Th>
                  <Table.Th>{t('day.overdue')}</Table.Th>
                  <Table.Th>{t('overdue.soon')}</Table.Th>
                  <Table.Th>{t('overdue.open')}</Table.Th>
                  <Table.Th>{t('overdue.oldest')}</Table.Th>
                  <Table.Th>{t('overdue.show')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((load) => (
                  <WorkerRow
                    key={load.ownerId ?? 'nobody'}
                    load={load}
                    unit={unit}
                    chosen={chosen !== undefined && chosen === load.ownerId}
                    onChoose={onChoose}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        )}
      </Loaded>
    </Panel>
  );
}

interface WorkerRowProps {
  load: WorkerLoad;
  unit: string | undefined;
  chosen: boolean;
  onChoose: (owner: string | undefined) => void;
}

function WorkerRow({ load, unit, chosen, onChoose }: WorkerRowProps) {
  const { t } = useTexts();
  return (
    <Table.Tr data-testid="worker">
      <Table.Td><Worker id={load.ownerId} unit={unit} /></Table.Td>
      <Table.Td><Text span fw={load.overdue > 0 ? 700 : 400} c={load.overdue > 0 ? 'red' : undefined}>{load.overdue}</Text></Table.Td>
      <Table.Td>{load.dueSoon}</Table.Td>
      <Table.Td>{load.open}</Table.Td>
      <Table.Td>{load.oldestDueAt !== undefined && <Countdown until={load.oldestDueAt} />}</Table.Td>
      <Table.Td>
        {load.ownerId !== undefined && load.overdue > 0 && (
          <Button variant={chosen ? 'filled' : 'light'} size="compact-sm" aria-pressed={chosen} onClick={() => onChoose(chosen ? undefined : load.ownerId)}>
            {t(chosen ? 'overdue.show-all' : 'overdue.only')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function OverdueTasks({ unit, owner }: { unit: string | undefined; owner: string | undefined }) {
  const { t } = useTexts();
  const pages = usePages<CaseTask>('cases', '/tasks/overdue', { ownerId: owner }, 60_000);
  const giving = useKeptOpen<CaseTask>();
  return (
    <Panel title={t('overdue.tasks')} testId="overdue-tasks">
      <PagedList pages={pages} empty={t('overdue.none')} keep={giving.keep}>
        {(items) => (
          <ul className="hifazat-list">
            {items.map((task) => <OverdueTask key={task.id} task={task} unit={unit} giving={giving} onDone={() => void pages.refetch()} />)}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function OverdueTask({ task, unit, giving, onDone }: { task: CaseTask; unit: string | undefined; giving: KeptOpen<CaseTask>; onDone: () => void }) {
  const { t, label } = useTexts();
  const open = giving.isOpen(task);
  return (
    <li data-testid="overdue-task" className={classes['overdue']}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{label('task', task.kind)}</Text>
          <Text size="sm" c="dimmed">{t('task.due')} <Moment at={task.dueAt} /></Text>
          <Text size="sm"><Worker id={task.ownerId} unit={unit} /></Text>
          {task.caseId !== undefined && (
            <Anchor component={Link} to={`/cases/${task.caseId}`} className="hifazat-row-link">{t('task.to-case')}</Anchor>
          )}
        </div>
        <Group gap="sm">
          <Told task={task} />
          <Countdown until={task.dueAt} />
          {!open && <Button variant="light" onClick={() => giving.open(task)} data-testid="reassign">{t('reassign.start')}</Button>}
        </Group>
      </Group>
      {open && (
        <ReassignTask
          task={task}
          unit={unit}
          onClose={(done) => {
            giving.close(task);
            if (done) onDone();
          }}
        />
      )}
    </li>
  );
}

function Worker({ id, unit }: { id: string | undefined; unit: string | undefined }) {
  const { t } = useTexts();
  const staffName = useStaffName(unit);
  if (id === undefined) return <>{t('overdue.unowned')}</>;
  const name = staffName(id);
  return name === undefined ? <>{t('directory.colleague')}</> : <PersonName name={name} />;
}
