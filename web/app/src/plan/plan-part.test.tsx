import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../i18n/languages.ts';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const TASK = { id: 'task-9', caseId: 'case-1', kind: 'plan-action', dueAt: '2030-01-01T19:00:00Z', state: 'open', overdue: false, etag: '"v2"' };
const PLAN = {
  id: 'plan-1',
  caseId: 'case-1',
  edition: 1,
  state: 'approved',
  draftedAt: '2026-11-20T10:00:00Z',
  approvedAt: '2026-11-20T12:00:00Z',
  problems: [
    {
      id: 'p1',
      text: 'وہ بھٹے پر کام کرتی ہے۔',
      goals: [
        {
          id: 'g1',
          text: 'Back at school',
          progress: [{ level: 'some-progress', happenedAt: '2026-11-21T08:00:00Z', note: 'Two days.', recordedBy: 's1' }],
          actions: [{ id: 'a1', text: 'Speak with the teacher', actor: { kind: 'staff', staffId: 's2' }, dueOn: '2029-12-31', task: TASK }],
        },
      ],
    },
  ],
  child: { decision: 'agreed', happenedAt: '2026-11-20T10:00:00Z' },
  caregiver: { decision: 'not-agreed', reason: 'She should earn.', happenedAt: '2026-11-20T10:00:00Z' },
};
const SAFETY = {
  id: 'sp1',
  edition: 1,
  state: 'in-force',
  dangers: 'The uncle comes home drunk.',
  childDoes: 'Goes to the aunt.',
  adultsDo: 'Keep the door locked.',
  people: [{ name: 'خالہ', reach: 'next door' }],
  places: ['The school'],
  childSays: 'agreed',
  caregiverSays: 'agreed',
  happenedAt: '2026-11-20T10:00:00Z',
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/safety-plans', { body: { items: [SAFETY] } })
    .on('GET /api/cases/v1/cases/case-1/case-plans', { body: { items: [PLAN] } })
    .on('GET /api/cases/v1/case-plans/plan-1', { body: PLAN, headers: { etag: '"v3"' } });
});

async function accessible() {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
}

describe('the plan of a case', () => {
  it.each<Language>(['en', 'ur', 'ps'])('reads from problem to action in %s, and axe finds nothing', async (language) => {
    await open('/cases/case-1/plan', language);
    const plan = await screen.findByTestId('case-plan');
    await waitFor(() => expect(within(plan).getByTestId('plan-goal')).toHaveTextContent('Back at school'));
    expect(plan).toHaveTextContent('She should earn.');
    await waitFor(() => expect(within(plan).getByTestId('plan-action')).toHaveTextContent('Imran Afridi'));
    expect(screen.getByTestId('safety-plan')).toHaveTextContent('خالہ');
    await accessible();
  });

  it('completes an action as the task it is', async () => {
    server.on('POST /api/cases/v1/tasks/task-9/completion', { body: {} });
    const { user } = await open('/cases/case-1/plan');
    await user.click(await screen.findByTestId('complete-action'));
    await user.click(screen.getByTestId('task-done'));
    await waitFor(() => expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v2"'));
  });

  it('asks an agency to carry an action out, and shows whom it asked', async () => {
    server.on('GET /api/referrals/v1/cases/case-1/referrals', {
      body: { items: [{ id: 'r9', caseId: 'case-1', agencyId: 'agency-1', actionId: 'a1', status: 'accepted', priority: 'high', authoredAt: '2026-11-20T10:00:00Z' }] },
    });
    const { user } = await open('/cases/case-1/plan');
    expect(await screen.findByTestId('referred-for')).toHaveTextContent('Accepted');
    await user.click(screen.getByTestId('refer-action'));
    expect(await screen.findByTestId('for-action')).toBeVisible();
  });

  it('notes how far a goal is', async () => {
    server.on('POST /api/cases/v1/case-plans/plan-1/goals/g1/progress', { status: 201, body: PLAN });
    const { user } = await open('/cases/case-1/plan');
    await user.click(await screen.findByTestId('note-progress'));
    await user.click(screen.getByTestId('progress-form-send'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/How far is it/), 'reached');
    await user.click(screen.getByTestId('progress-form-send'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ level: 'reached' }));
  });

  it('begins the next edition with what is in force, each part keeping its id', async () => {
    server.on('POST /api/cases/v1/cases/case-1/case-plans', { status: 201, body: PLAN });
    const { user } = await open('/cases/case-1/plan');
    await user.click(await screen.findByTestId('write-plan'));
    const form = await screen.findByTestId('plan-form');
    await accessible();
    await user.click(within(form).getByTestId('plan-form-send'));
    await waitFor(() =>
      expect(server.changes()[0]?.body).toEqual({
        problems: [
          {
            id: 'p1',
            text: PLAN.problems[0]!.text,
            goals: [{ id: 'g1', text: 'Back at school', actions: [{ id: 'a1', text: 'Speak with the teacher', actor: { kind: 'staff', staffId: 's2' }, dueOn: '2029-12-31' }] }],
          },
        ],
      }),
    );
  });

  it('does not send a plan with an empty goal and marks it', async () => {
    server.on('GET /api/cases/v1/cases/case-1/case-plans', { body: { items: [] } });
    const { user } = await open('/cases/case-1/plan');
    await user.click(await screen.findByTestId('write-plan'));
    await user.click(await screen.findByTestId('plan-form-send'));
    expect(server.changes()).toEqual([]);
    expect((await screen.findAllByText('This is needed')).length).toBeGreaterThan(1);
  });

  it('shows both versions line by line where a colleague was quicker, and overwrites only what was read', async () => {
    const mine = { ...PLAN, state: 'draft' };
    const one = PLAN.problems[0]!;
    const goal = one.goals[0]!;
    const theirs = {
      ...mine,
      problems: [{ ...one, text: 'Their own words', goals: [{ ...goal, text: 'Back at school in May' }, { id: 'g2', text: 'Sleeps well', progress: [], actions: [] }] }],
      child: { decision: 'not-agreed', reason: 'Too far.', happenedAt: '2026-11-20T09:00:00Z' },
    };
    let saved = false;
    let sent = 0;
    server
      .on('GET /api/cases/v1/cases/case-1/case-plans', { body: { items: [mine] } })
      .on('GET /api/cases/v1/case-plans/plan-1', () => (saved ? { body: theirs, headers: { etag: '"v4"' } } : { body: mine, headers: { etag: '"v3"' } }))
      .on('PUT /api/cases/v1/case-plans/plan-1', () => {
        saved = true;
        sent += 1;
        return sent < 2 ? problem(412, 'stale') : { body: mine, headers: { etag: '"v5"' } };
      });
    const { user } = await open('/cases/case-1/plan', 'en');
    await user.click(await screen.findByTestId('change-plan'));
    const words = screen.getByLabelText(/^What should become better/);
    await user.clear(words);
    await user.type(words, 'Back at school in April');
    await user.click(await screen.findByTestId('plan-form-send'));
    const conflict = await screen.findByTestId('conflict');
    const changed = within(conflict).getAllByTestId('conflict-field').map((field) => field.dataset['changedBy']);
    expect(changed).toEqual(['them', 'both', 'them', 'them']);
    expect(conflict).toHaveTextContent(/Too far\./);
    expect(screen.getByTestId('settle-conflict')).toBeDisabled();
    await accessible();
    await user.click(within(conflict).getAllByRole('radio', { name: /What you typed/ })[1]!);
    await user.click(screen.getByTestId('settle-conflict'));
    await user.click(screen.getByTestId('plan-form-send'));
    await waitFor(() => expect(server.changes().map((each) => each.headers.get('If-Match'))).toEqual(['"v3"', '"v4"']));
    expect(server.changes()[1]?.body).toMatchObject({
      problems: [{ text: 'Their own words', goals: [{ id: 'g1', text: 'Back at school in April' }, { id: 'g2', text: 'Sleeps well' }] }],
      child: { decision: 'not-agreed', reason: 'Too far.' },
    });
  });

  it('submits a draft for approval and says in words why not', async () => {
    const draft = { ...PLAN, state: 'draft' };
    server
      .on('GET /api/cases/v1/cases/case-1/case-plans', { body: { items: [draft] } })
      .on('GET /api/cases/v1/case-plans/plan-1', { body: draft, headers: { etag: '"v3"' } })
      .on('POST /api/cases/v1/cases/case-1/approvals', problem(409, 'plan-not-agreed'));
    const { user } = await open('/cases/case-1/plan', 'en');
    await user.click(await screen.findByTestId('submit-plan'));
    expect(await screen.findByText('Record first what the child and the caregiver say to the plan.')).toBeVisible();
    expect(server.changes()[0]?.body).toMatchObject({ kind: 'case-plan' });
  });

  it('leaves a submitted plan alone', async () => {
    const submitted = { ...PLAN, state: 'submitted' };
    server
      .on('GET /api/cases/v1/cases/case-1/case-plans', { body: { items: [submitted] } })
      .on('GET /api/cases/v1/case-plans/plan-1', { body: submitted, headers: { etag: '"v3"' } });
    await open('/cases/case-1/plan');
    expect(await screen.findByText('Waiting for the supervisor')).toBeVisible();
    expect(screen.queryByTestId('change-plan')).toBeNull();
    expect(screen.queryByTestId('write-plan')).toBeNull();
  });

  it('asks at high risk for a safety plan and takes it with its people', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, riskLevel: 'high' }, headers: { etag: '"v1"' } })
      .on('GET /api/cases/v1/cases/case-1/safety-plans', { body: { items: [] } })
      .on('POST /api/cases/v1/cases/case-1/safety-plans', { status: 201, body: SAFETY });
    const { user } = await open('/cases/case-1/plan');
    expect(await screen.findByText('A safety plan is needed now')).toBeVisible();
    await user.click(screen.getByTestId('write-safety-plan'));
    const form = screen.getByTestId('safety-form');
    await user.type(within(form).getByLabelText(/What may happen/), 'He comes.');
    await user.type(within(form).getByLabelText(/What the child does/), 'Goes.');
    await user.type(within(form).getByLabelText(/What the adults do/), 'Lock.');
    await user.type(within(form).getAllByLabelText(/^Name/)[0]!, 'Aunt');
    for (const agrees of within(form).getAllByLabelText('Agrees')) await user.click(agrees);
    await accessible();
    await user.click(within(form).getByTestId('safety-form-send'));
    await waitFor(() =>
      expect(server.changes()[0]?.body).toMatchObject({ people: [{ name: 'Aunt' }], places: [], childSays: 'agreed', caregiverSays: 'agreed' }),
    );
  });
});
