import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem, STANDING } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const ASSESSMENT = {
  id: 'a1',
  caseId: 'case-1',
  instrumentId: 'kp-risk-matrix',
  instrumentVersion: '1',
  riskLevel: 'high',
  score: 5,
  arithmetic: [
    { question: 'likelihood', value: 2 },
    { question: 'severity', value: 3 },
    { question: 'harm_score', value: 6 },
    { question: 'credit_taken', value: 1 },
    { question: 'score', value: 5 },
  ],
  redFlags: ['perpetrator-access'],
  conductedAt: '2026-11-20T07:00:00Z',
  recordedAt: '2026-11-20T09:00:00Z',
  claimedScoreRejected: true,
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [ASSESSMENT] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } });
});

describe('the page of a case', () => {
  it('isolates names and numbers from the direction of the line', async () => {
    await open('/cases/case-1', 'ur');
    const name = await screen.findByTestId('child-name');
    expect([...name.querySelectorAll('bdi[dir="auto"]')].map((bdi) => bdi.textContent)).toEqual(['زرغونہ', 'شیر خان']);
    expect(screen.getByText('PEW-2026-00001').closest('bdi')).toHaveAttribute('dir', 'ltr');
  });

  it('says a warning once: what the header says is not said again below it', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, warnings: ['child-missing', 'unaccompanied'] }, headers: { etag: '"v1"' } })
      .on('GET /api/cases/v1/cases/case-1/next-steps', {
        body: { ...STANDING, warnings: [{ code: 'child-missing', urgent: true, subjectId: 'm1' }] },
        headers: { etag: STANDING.etag },
      });
    await open('/cases/case-1');
    expect(await screen.findByTestId('case-header')).toHaveTextContent('The child is missing');
    expect(document.querySelectorAll('[data-code=child-missing]')).toHaveLength(1);
    expect(document.querySelectorAll('[data-code=unaccompanied]')).toHaveLength(1);
  });

  it('says every warning while the header cannot be read', async () => {
    server
      .on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, warnings: ['child-missing'] }, headers: { etag: '"v1"' } })
      .on('GET /api/cases/v1/cases/case-1/next-steps', problem(503, 'service-unavailable'));
    await open('/cases/case-1');
    const warnings = await screen.findByTestId('warnings');
    expect(warnings).toHaveTextContent('The child is missing');
  });

  it('shows how the score came about, what forced it and that a false score did not count', async () => {
    await open('/cases/case-1');
    const arithmetic = await screen.findByTestId('arithmetic');
    const sum = within(arithmetic).getByRole('group', { name: 'How the score came about' });
    expect(sum).toHaveTextContent('2Likelihood×3Severity−1Protective factors=5Score');
    expect(within(arithmetic).getByTestId('red-flags')).toHaveTextContent('The suspected perpetrator has access to the child');
    expect(arithmetic).toHaveTextContent("The platform's own score counts");
  });

  it('says which service is missing while the rest of the page works', async () => {
    server
      .on('GET /api/assessments/v1/cases/case-1/assessments', problem(503, 'service-unavailable'))
      .on('GET /api/referrals/v1/cases/case-1/referrals', 'unreachable');
    await open('/cases/case-1');
    expect(await screen.findByTestId('child-name')).toBeVisible();
    await waitFor(() => expect(screen.getByTestId('risk-panel')).toHaveTextContent('The assessment service is not answering'));
    await waitFor(() => expect(screen.getByTestId('referrals')).toHaveTextContent('The referral service is not answering'));
    expect(screen.getByTestId('tasks')).toHaveTextContent('First response: see the child');
  });

  it('shows a code instead of a name while the directory is missing', async () => {
    for (const path of ['districts', 'units', 'staff', 'agencies']) server.on(`GET /api/identity/v1/${path}`, problem(503, 'service-unavailable'));
    await open('/cases/case-1');
    expect(await screen.findByTestId('child-name')).toBeVisible();
    expect(screen.getByText('Peshawar')).toBeVisible();
    expect(screen.getByText('a colleague')).toBeVisible();
  });

  it('waits for a service that has not heard of the new case yet', async () => {
    let asked = 0;
    server.on('GET /api/referrals/v1/cases/case-1/referrals', () => {
      asked += 1;
      return asked < 3 ? problem(404, 'not-found') : { body: { items: [] } };
    });
    await open('/cases/case-1');
    expect(await screen.findByText('This child was not referred yet.')).toBeVisible();
    expect(screen.queryByText(/does not exist/)).toBeNull();
  });

  it('asks again until the level of a fresh assessment has reached the case', async () => {
    // Fresh for an hour, however long the page takes here.
    const fresh = { ...ASSESSMENT, id: 'a2', recordedAt: new Date(Date.now() + 3_600_000).toISOString() };
    let reached = false;
    server.on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [fresh] } });
    server.on('GET /api/cases/v1/cases/case-1', () => ({
      body: reached ? { ...CASE, riskLevel: 'high', riskAssessmentId: 'a2' } : CASE,
      headers: { etag: '"v1"' },
    }));
    await open('/cases/case-1');
    const panel = await screen.findByTestId('risk-panel');
    expect(within(panel).getByText('Not assessed yet')).toBeVisible();
    reached = true;
    await waitFor(() => expect(within(panel).queryByText('Not assessed yet')).toBeNull());
  });

  it('does not ask again for an assessment of last week', async () => {
    await open('/cases/case-1');
    await screen.findByTestId('arithmetic');
    expect(server.asked.filter((one) => one.path === '/api/cases/v1/cases/case-1')).toHaveLength(1);
  });

  it('is the same for a case that does not exist and one out of reach', async () => {
    server.on('GET /api/cases/v1/cases/case-1', problem(404, 'not-found'));
    await open('/cases/case-1');
    expect(await screen.findByTestId('problem')).toHaveTextContent('This does not exist, or it is not within your reach.');
  });

  it('shows what was done long ago when asked for it', async () => {
    const old = { ...CASE.tasks[0], id: 'task-9', state: 'done', doneAt: '2024-01-02T00:00:00Z' };
    server.on('GET /api/cases/v1/cases/case-1', { body: { ...CASE, doneTasksNext: 'there' }, headers: { etag: '"v1"' } });
    server.on('GET /api/cases/v1/cases/case-1/done-tasks?cursor=there', { body: { items: [old] } });
    const { user } = await open('/cases/case-1');
    const tasks = within(await screen.findByTestId('tasks'));
    expect(tasks.getAllByTestId('task')).toHaveLength(CASE.tasks.length);
    await user.click(tasks.getByTestId('next-page'));
    await waitFor(() => expect(tasks.getAllByTestId('task')).toHaveLength(CASE.tasks.length + 1));
    expect(tasks.queryByTestId('next-page')).toBeNull();
  });

  it('completes a task under the task’s own version', async () => {
    server.on('POST /api/cases/v1/tasks/task-1/completion', { body: {} });
    const { user } = await open('/cases/case-1');
    const task = await screen.findByTestId('task');
    expect(within(task).getByTestId('countdown')).toHaveTextContent(/^Overdue by/);
    await user.click(within(task).getByTestId('complete-task'));
    await user.click(within(task).getByTestId('task-done'));
    await waitFor(() => expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v4"'));
  });
});

describe('the list of cases', () => {
  it('opens own cases and shows of a colleague’s only the line', async () => {
    const line = { id: 'case-1', number: 'PEW-2026-00001', state: 'open', sex: 'female', ageBand: '12-14', unitId: 'unit-1', districtCode: 'peshawar', openedAt: '2026-11-20T09:00:00Z' };
    server.on('GET /api/cases/v1/cases?limit=20&state=open', {
      body: {
        items: [
          { ...line, ownerId: 's1', relation: 'OWN', displayName: 'زرغونہ', riskLevel: 'high' },
          { ...line, id: 'case-2', number: 'PEW-2026-00002', ownerId: 's2', relation: 'SAME_UNIT' },
        ],
      },
      headers: { link: '<http://x/v1/cases?cursor=next-1>; rel="next"' },
    });
    server.on('GET /api/cases/v1/cases?limit=20&state=open&cursor=next-1', { body: { items: [{ ...line, id: 'case-3', number: 'PEW-2026-00003', ownerId: 's1', relation: 'OWN' }] } });
    const { user } = await open('/cases');
    const [mine, theirs] = await screen.findAllByTestId('case-row');
    expect(within(mine!).getByRole('link')).toHaveAttribute('href', '/cases/case-1');
    expect(within(theirs!).queryByRole('link')).toBeNull();
    await waitFor(() => expect(theirs).toHaveTextContent('Imran Afridi'));
    await user.click(screen.getByTestId('next-page'));
    expect(await screen.findByText('PEW-2026-00003')).toBeVisible();
    expect(screen.queryByTestId('next-page')).toBeNull();
  });

  it('shows the closed ones, and all, to whoever asks', async () => {
    const line = { id: 'case-9', number: 'PEW-2026-00009', state: 'closed', sex: 'female', ageBand: '12-14', unitId: 'unit-1', districtCode: 'peshawar', openedAt: '2026-11-20T09:00:00Z', ownerId: 's1', relation: 'OWN' };
    server.on('GET /api/cases/v1/cases?limit=20&state=open', { body: { items: [] } });
    server.on('GET /api/cases/v1/cases?limit=20&state=closed', { body: { items: [line] } });
    server.on('GET /api/cases/v1/cases?limit=20', { body: { items: [] } });
    const { user } = await open('/cases');
    await user.selectOptions(await screen.findByTestId('cases-shown'), 'closed');
    expect(await screen.findByTestId('case-row')).toHaveTextContent('PEW-2026-00009Closed');
    await user.selectOptions(screen.getByTestId('cases-shown'), 'all');
    expect(await screen.findByText('There is no case yet.')).toBeVisible();
  });

  it('says so when there is no case', async () => {
    server.on('GET /api/cases/v1/cases?limit=20&state=open', { body: { items: [] } });
    await open('/cases');
    expect(await screen.findByTestId('empty')).toHaveTextContent('No case is open.');
  });
});
