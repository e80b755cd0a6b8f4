import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseTask } from '../api/types.ts';
import { TaskList } from '../cases/task-list.tsx';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { Code } from '../ui/names.tsx';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Age, useNow } from '../ui/time.tsx';
import { CaseloadGauge } from './caseload-gauge.tsx';
import { useMyDay, whenDue, type MyDay as Day, type UnitLate, type When } from './queries.ts';
import classes from './tasks.module.css';

const ORDER: readonly When[] = ['overdue', 'today', 'week', 'later'];

/** What a worker begins the day with: what is due, what is new, how much they carry. */
export function MyDay() {
  const { t } = useTexts();
  const day = useMyDay();
  return (
    <Stack gap="lg" data-testid="my-day">
      <Loaded query={day} lines={2}>
        {(data) => (
          <>
            {data.unit !== undefined && <UnitLateNotice unit={data.unit} />}
            <Counts tasks={data.tasks} />
            <div className={classes['beside']}>
              <Panel title={t('day.caseload')} testId="caseload"><CaseloadGauge load={data.caseload} /></Panel>
              <NewCases cases={data.newCases} more={data.moreNewCases === true} />
            </div>
          </>
        )}
      </Loaded>
      <MyTasks />
    </Stack>
  );
}

function Counts({ tasks }: { tasks: Day['tasks'] }) {
  const { t } = useTexts();
  return (
    <ul className={classes['counts']} aria-label={t('home.tasks')}>
      {ORDER.map((when) => (
        <li key={when} data-when={when} data-some={tasks[when] > 0} data-testid={`count-${when}`}>
          <span className={classes['count']}>{tasks[when]}</span>
          <span>{t(`day.${when}`)}</span>
        </li>
      ))}
      {tasks.reminded !== undefined && tasks.reminded > 0 && (
        <li data-when="today" data-some data-testid="count-reminded">
          <span className={classes['count']}>{tasks.reminded}</span>
          <span>{t('day.reminded')}</span>
        </li>
      )}
    </ul>
  );
}

/** What the supervisor is told of when it was not done in time, with the way to it. */
function UnitLateNotice({ unit }: { unit: UnitLate }) {
  const { t } = useTexts();
  if (unit.overdue === 0 && unit.reports === 0) return null;
  return (
    <Alert color="red" title={t('unit-late.title')} data-testid="unit-late">
      <Stack gap={4}>
        {unit.overdue > 0 && (
          <Text size="sm">
            <Anchor component={Link} to="/overdue" className="hifazat-row-link">{t('unit-late.tasks', { count: unit.overdue })}</Anchor>
            {unit.toldToCommission > 0 && <> {t('unit-late.told', { count: unit.toldToCommission })}</>}
          </Text>
        )}
        {unit.reports > 0 && (
          <Text size="sm">
            <Anchor component={Link} to="/triage" className="hifazat-row-link">{t('unit-late.reports', { count: unit.reports })}</Anchor>
            {unit.reportsToldToCommission > 0 && <> {t('unit-late.told', { count: unit.reportsToldToCommission })}</>}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}

function NewCases({ cases, more }: { cases: Day['newCases']; more: boolean }) {
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  return (
    <Panel title={t('day.new-cases')} testId="new-cases">
      {all ? <AllNewCases /> : cases.length === 0 ? <Text c="dimmed">{t('day.no-new-cases')}</Text> : <NewCaseList cases={cases} />}
      {more && !all && <Button variant="default" mt="sm" onClick={() => setAll(true)} data-testid="more-new-cases">{t('action.next-page')}</Button>}
    </Panel>
  );
}

/** Page by page, for whoever was given more in a week than a day's page shows. */
function AllNewCases() {
  const { t } = useTexts();
  const pages = usePages<Day['newCases'][number]>('cases', '/my-day/new-cases', { limit: 40 });
  return <PagedList pages={pages} empty={t('day.no-new-cases')}>{(items) => <NewCaseList cases={items} />}</PagedList>;
}

function NewCaseList({ cases }: { cases: Day['newCases'] }) {
  return (
    <ul className="hifazat-list">
      {cases.map((one) => (
        <li key={one.id} className={classes['new-case']}>
          <Anchor component={Link} to={`/cases/${one.id}`} className="hifazat-row-link"><Code>{one.number}</Code></Anchor>
          <RiskBadge level={one.riskLevel} />
          <Text size="sm" c="dimmed"><Age since={one.openedAt} /></Text>
        </li>
      ))}
    </ul>
  );
}

function MyTasks() {
  const { t } = useTexts();
  const tasks = usePages<CaseTask>('cases', '/tasks', { state: 'open', limit: 40 }, 60_000);
  const clock = useNow();
  const kept = useKeptOpen<CaseTask>();
  // A task that becomes overdue while somebody writes about it does not move from under their hands.
  const [since, setSince] = useState(clock);
  const now = new Date(kept.anyOpen ? since : clock);
  const held: KeptOpen<CaseTask> = {
    ...kept,
    open: (task) => {
      if (!kept.anyOpen) setSince(clock);
      kept.open(task);
    },
  };
  return (
    <Panel title={t('home.tasks')} testId="my-tasks">
      <PagedList pages={tasks} empty={t('home.no-tasks')} keep={kept.keep}>
        {(items) => <Stack gap="md">{groups(items, now).map(([when, some]) => <Group key={when} when={when} tasks={some} kept={held} />)}</Stack>}
      </PagedList>
    </Panel>
  );
}

function Group({ when, tasks, kept }: { when: When; tasks: CaseTask[]; kept: KeptOpen<CaseTask> }) {
  const { t } = useTexts();
  return (
    <div>
      <Text component="h3" fw={650} size="sm" className={classes['group']} data-when={when}>{t(`day.${when}`)}</Text>
      <TaskList tasks={tasks} empty="" withCase kept={kept} />
    </div>
  );
}

function groups(tasks: CaseTask[], now: Date): [When, CaseTask[]][] {
  return ORDER.map((when): [When, CaseTask[]] => [when, tasks.filter((task) => whenDue(task, now) === when)]).filter(
    ([, some]) => some.length > 0,
  );
}
