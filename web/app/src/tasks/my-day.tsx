import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CaseTask } from '../api/types.ts';
import { useMyTasks } from '../cases/queries.ts';
import { TaskList } from '../cases/task-list.tsx';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Age, useNow } from '../ui/time.tsx';
import { CaseloadGauge } from './caseload-gauge.tsx';
import { useMyDay, whenDue, type MyDay as Day, type When } from './queries.ts';
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
            <Counts tasks={data.tasks} />
            <div className={classes['beside']}>
              <Panel title={t('day.caseload')} testId="caseload"><CaseloadGauge load={data.caseload} /></Panel>
              <NewCases cases={data.newCases} />
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
    </ul>
  );
}

function NewCases({ cases }: { cases: Day['newCases'] }) {
  const { t } = useTexts();
  return (
    <Panel title={t('day.new-cases')} testId="new-cases">
      {cases.length === 0 ? (
        <Text c="dimmed">{t('day.no-new-cases')}</Text>
      ) : (
        <ul className="hifazat-list">
          {cases.map((one) => (
            <li key={one.id} className={classes['new-case']}>
              <Anchor component={Link} to={`/cases/${one.id}`} className="hifazat-row-link"><Code>{one.number}</Code></Anchor>
              <RiskBadge level={one.riskLevel} />
              <Text size="sm" c="dimmed"><Age since={one.openedAt} /></Text>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function MyTasks() {
  const { t } = useTexts();
  const tasks = useMyTasks();
  const now = new Date(useNow());
  return (
    <Panel title={t('home.tasks')} testId="my-tasks">
      <Loaded query={tasks} empty={{ when: (items) => items.length === 0, text: t('home.no-tasks') }}>
        {(items) => <Stack gap="md">{groups(items, now).map(([when, some]) => <Group key={when} when={when} tasks={some} />)}</Stack>}
      </Loaded>
    </Panel>
  );
}

function Group({ when, tasks }: { when: When; tasks: CaseTask[] }) {
  const { t } = useTexts();
  return (
    <div>
      <Text component="h3" fw={650} size="sm" className={classes['group']} data-when={when}>{t(`day.${when}`)}</Text>
      <TaskList tasks={tasks} empty="" withCase />
    </div>
  );
}

function groups(tasks: CaseTask[], now: Date): [When, CaseTask[]][] {
  return ORDER.map((when): [When, CaseTask[]] => [when, tasks.filter((task) => whenDue(task, now) === when)]).filter(
    ([, some]) => some.length > 0,
  );
}
