import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { whenDue } from './queries.ts';

const DAY = {
  asOf: '2026-11-20T06:00:00Z',
  tasks: { overdue: 2, today: 1, week: 3, later: 4, reminded: 6 },
  newCases: [{ id: 'case-9', number: 'PEW-2026-00009', riskLevel: 'high', openedAt: '2026-11-19T06:00:00Z' }],
  caseload: { open: 26, weighted: 31.5, warnAt: 20, reasonAt: 25, approvalAt: 30, band: 'reason' },
};
const LATE = { id: 'task-1', caseId: 'case-1', kind: 'first-response', dueAt: '2020-01-01T00:00:00Z', state: 'open', overdue: true, ownerId: 's1', etag: '"v4"' };

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/cases/v1/my-day', { body: DAY })
    .on('GET /api/cases/v1/tasks', { body: { items: [LATE] } })
    .on('GET /api/cases/v1/tasks/by-worker', {
      body: { items: [{ ownerId: 's1', overdue: 1, dueSoon: 2, open: 5, oldestDueAt: LATE.dueAt }, { overdue: 0, dueSoon: 1, open: 1 }] },
    })
    .on('GET /api/cases/v1/tasks/overdue', { body: { items: [LATE] } });
});

describe('the day of a worker', () => {
  it.each(['en', 'ur', 'ps'] as const)('counts what is due and shows new cases and the caseload in %s', async (language) => {
    server.as('social-worker');
    const { container } = await open('/', language);
    expect(within(await screen.findByTestId('count-overdue')).getByText('2')).toBeVisible();
    expect(within(screen.getByTestId('count-reminded')).getByText('6')).toBeVisible();
    expect(screen.queryByTestId('unit-late')).toBeNull();
    expect(screen.getByTestId('caseload-gauge')).toHaveAttribute('data-band', 'reason');
    expect(within(screen.getByTestId('new-cases')).getByText('PEW-2026-00009').closest('a')).toHaveAttribute('href', '/cases/case-9');
    expect(await screen.findByTestId('task')).toBeVisible();
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
  });

  it('tells a supervisor what the unit has not done in time, and whom else it was told to', async () => {
    server
      .as('supervisor')
      .on('GET /api/cases/v1/my-day', { body: { ...DAY, unit: { overdue: 3, toldToCommission: 1, reports: 2, reportsToldToCommission: 0 } } })
      .on('GET /api/cases/v1/tasks', {
        body: {
          items: [
            { ...LATE, commissionToldAt: '2020-01-02T00:00:00Z', escalatedAt: '2020-01-01T00:00:00Z' },
            { ...LATE, id: 'task-2', dueAt: '2120-01-01T00:00:00Z', overdue: false, remindedAt: '2026-01-01T00:00:00Z' },
          ],
        },
      });
    await open('/');
    const late = await screen.findByTestId('unit-late');
    expect(within(late).getByText('3 overdue tasks').closest('a')).toHaveAttribute('href', '/overdue');
    expect(within(late).getByText('2 reports wait past the deadline').closest('a')).toHaveAttribute('href', '/triage');
    expect(late).toHaveTextContent('(1 counted at the Commission)');
    expect((await screen.findAllByTestId('told')).map((one) => one.dataset['level'])).toEqual(['commission', 'reminder']);
  });

  it('goes on past the first page of tasks: none is left out in silence', async () => {
    server
      .as('social-worker')
      .on('GET /api/cases/v1/tasks?state=open&limit=40', { body: { items: [LATE] }, headers: { link: '<?cursor=there&limit=40>; rel="next"' } })
      .on('GET /api/cases/v1/tasks?state=open&limit=40&cursor=there', { body: { items: [{ ...LATE, id: 'task-41' }] } });
    const { user } = await open('/');
    const tasks = within(await screen.findByTestId('my-tasks'));
    await user.click(await tasks.findByTestId('next-page'));
    await waitFor(() => expect(tasks.getAllByTestId('task')).toHaveLength(2));
  });

  it('leads to the referral, and what no record ends is ended by hand', async () => {
    server.as('social-worker').on('GET /api/cases/v1/tasks', {
      body: { items: ['referral-answered', 'referral-lapsed', 'feedback-concern'].map((kind) => ({ ...LATE, id: kind, kind, subjectId: 'referral-1' })) },
    });
    await open('/');
    const tasks = await screen.findAllByTestId('task');
    expect(tasks.map((task) => within(task).getAllByRole('link').map((link) => link.getAttribute('href')))).toEqual(
      tasks.map(() => expect.arrayContaining(['/referrals/referral-1'])),
    );
    expect(tasks.filter((task) => within(task).queryByTestId('complete-task') !== null).map((task) => task.dataset['kind'])).toEqual([
      'referral-lapsed', 'feedback-concern',
    ]);
  });

  it('says that the day is missing and shows the rest when the service is down', async () => {
    server.as('social-worker').on('GET /api/cases/v1/my-day', { status: 503, body: { ...problem(503, 'service-unavailable').body as object, service: 'cases' } });
    await open('/');
    expect(await screen.findByTestId('task')).toBeVisible();
    expect(screen.queryByTestId('caseload-gauge')).toBeNull();
  });

  it('is not shown to somebody who takes calls', async () => {
    server.as('helpline-operator');
    await open('/');
    await screen.findAllByRole('link');
    expect(server.asked.some((asked) => asked.path.includes('my-day'))).toBe(false);
  });
});

describe('when a task is due', () => {
  const at = (iso: string) => new Date(iso);
  it.each([
    ['2026-11-20T05:59:59Z', 'overdue'],
    ['2026-11-20T18:59:59Z', 'today'],
    ['2026-11-20T19:00:00Z', 'week'],
    ['2026-11-26T18:59:59Z', 'week'],
    ['2026-11-26T19:00:00Z', 'later'],
  ])('at %s is %s seen from eleven in the morning in Pakistan', (dueAt, when) => {
    expect(whenDue({ dueAt }, at('2026-11-20T06:00:00Z'))).toBe(when);
  });
});

describe('the overdue tasks of a unit', () => {
  it('are listed by worker, and one is given to a colleague under its own version', async () => {
    server
      .as('supervisor', { unit: { id: 'unit-1', name: { en: 'Unit' }, districtCodes: ['peshawar'] } })
      .on('POST /api/cases/v1/tasks/task-1/reassignment', { body: { ...LATE, ownerId: 's2' }, headers: { etag: '"v5"' } });
    const { user, container } = await open('/overdue');
    expect(await screen.findAllByTestId('worker')).toHaveLength(2);
    await user.click(await screen.findByTestId('reassign'));
    await user.click(screen.getByTestId('reassign-submit'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/Colleague/), 's2');
    await user.type(screen.getByLabelText(/Reason/), 'On leave until Monday');
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
    await user.click(screen.getByTestId('reassign-submit'));
    await waitFor(() => expect(server.changes()).toHaveLength(1));
    const [asked] = server.changes();
    expect(asked?.headers.get('If-Match')).toBe('"v4"');
    expect(asked?.body).toEqual({ ownerId: 's2', reason: 'On leave until Monday' });
  });
});
