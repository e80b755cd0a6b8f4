import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, STANDING, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const BLOCKED = {
  step: 'assess',
  to: 'assessed',
  allowed: false,
  yours: true,
  blockers: [
    { code: 'consent-needed', overridable: false },
    { code: 'registration-not-approved', overridable: false },
  ],
};
const CLOSING = { step: 'close', to: 'closed', allowed: true, yours: true, blockers: [] as object[] };
const PENDING = {
  id: 'approval-1',
  caseId: 'case-1',
  episode: 1,
  kind: 'registration',
  subjectId: 'case-1',
  state: 'pending',
  requestedBy: 's1',
  requestedAt: '2026-11-20T10:00:00Z',
  ownRequest: false,
  etag: '"v0"',
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/cases/v1/cases/case-1/approvals', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/episodes', { body: { closures: [], reopenings: [], next: {} } })
    .on('GET /api/cases/v1/cases/case-1/risk', { body: { lowerings: [], next: {}, yoursToLower: false, etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } });
});

function standing(more: object): void {
  server.on('GET /api/cases/v1/cases/case-1/next-steps', { body: { ...STANDING, ...more } });
}

describe('the header of a case', () => {
  it('shows state, risk, deadline and warnings, and what has to be done first', async () => {
    standing({
      riskLevel: 'high',
      nextDeadline: { taskId: 't1', kind: 'initial-assessment', dueAt: '2020-01-01T00:00:00Z', overdue: true },
      warnings: [{ code: 'of-age', urgent: true }],
      nextSteps: [BLOCKED],
    });
    await open('/cases/case-1');
    const header = await screen.findByTestId('case-header');
    expect(header).toHaveTextContent('Identified');
    expect(within(header).getByTestId('risk')).toHaveAttribute('data-level', 'high');
    expect(within(header).getByTestId('next-deadline')).toHaveTextContent(/Initial assessment.*Overdue by/);
    expect(within(header).getByTestId('warnings')).toHaveTextContent('18 by now');
    expect(within(header).getByTestId('blockers')).toHaveTextContent('Consent to casework');
    expect(within(header).getByRole('link', { name: 'Do it now' })).toHaveAttribute('href', '/cases/case-1/consents/new');
  });

  it.each(['ur', 'ps'] as const)('shows no raw code in %s', async (language) => {
    standing({ nextSteps: [BLOCKED], warnings: [{ code: 'risk-lowering-suggested', urgent: false }] });
    await open('/cases/case-1', language);
    const header = await screen.findByTestId('case-header');
    expect(header.textContent).not.toMatch(/[a-z]{3,}/);
  });

  it('says that the case service is missing and leaves the rest there', async () => {
    server.on('GET /api/cases/v1/cases/case-1/next-steps', problem(503, 'service-unavailable'));
    await open('/cases/case-1');
    expect(await screen.findByTestId('child-name')).toBeVisible();
    expect(await screen.findByTestId('problem')).toHaveTextContent('The case service is not answering');
  });
});

describe('the steps of a case', () => {
  it('offers no step that is blocked, says why, and asks the supervisor', async () => {
    standing({ nextSteps: [BLOCKED] });
    server.on('POST /api/cases/v1/cases/case-1/approvals', { status: 201, body: PENDING });
    const { user } = await open('/cases/case-1/steps');
    const step = await screen.findByTestId('step');
    expect(within(step).queryByTestId('take-assess')).toBeNull();
    await user.click(await within(step).findByTestId('ask-registration'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ kind: 'registration' }));
    expect(server.changes()[0]?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('takes an open step under the version of the case', async () => {
    standing({ nextSteps: [{ ...BLOCKED, allowed: true, blockers: [] }] });
    server.on('POST /api/cases/v1/cases/case-1/steps', { body: {} });
    const { user } = await open('/cases/case-1/steps');
    await user.click(await screen.findByTestId('take-assess'));
    await user.click(screen.getByTestId('confirm-step'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ step: 'assess' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v1"');
  });

  it('says that somebody else changed the case meanwhile', async () => {
    standing({ nextSteps: [{ ...BLOCKED, allowed: true, blockers: [] }] });
    server.on('POST /api/cases/v1/cases/case-1/steps', problem(412, 'stale'));
    const { user } = await open('/cases/case-1/steps');
    await user.click(await screen.findByTestId('take-assess'));
    await user.click(screen.getByTestId('confirm-step'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Somebody changed this meanwhile');
  });

  it('says how many recorded contacts a reason needs, and asks why a child was not told', async () => {
    standing({ nextSteps: [CLOSING] });
    server.on('GET /api/cases/v1/closure-reasons', {
      body: { items: [{ code: 'relocated-untraceable', nameEn: 'Moved away', nameUr: 'الف', namePs: 'ب', underReviewOnly: false, goalsReached: false, minAttempts: 3, minAttemptDays: 90, reviewRequired: false, postClosureCheck: false }] },
    });
    const { user } = await open('/cases/case-1/steps');
    await user.click(await screen.findByTestId('take-close'));
    await user.selectOptions(await screen.findByLabelText(/Why does the case end/), 'relocated-untraceable');
    expect(screen.getByTestId('attempts-hint')).toHaveTextContent('At least 3 recorded contacts');
    await user.type(screen.getByLabelText(/What was reached/), 'The invented family has moved away.');
    await user.click(screen.getByTestId('propose-closure'));
    expect(server.changes()).toHaveLength(0);
    server.on('POST /api/cases/v1/cases/case-1/closures', {
      status: 409,
      body: { ...problem(409, 'closure-rule').body as object, errors: [{ pointer: '/reason', code: 'attempts-too-few' }] },
    });
    await user.selectOptions(screen.getByLabelText(/Why was the child not told/), 'not-found');
    await user.click(screen.getByTestId('propose-closure'));
    expect(await screen.findByText(/More attempts to find the family/)).toBeVisible();
    expect(server.changes()[0]?.body).toMatchObject({ childInformed: false, childNotInformed: 'not-found' });
    expect(server.changes()[0]?.body).not.toHaveProperty('attempts');
  });

  it('reopens a closed case with a reason only', async () => {
    standing({ state: 'closed', nextSteps: [{ step: 'reopen', to: 'identified', allowed: true, yours: true, blockers: [] }] });
    server.on('POST /api/cases/v1/cases/case-1/reopening', { body: {} });
    const { user } = await open('/cases/case-1/steps');
    await user.click(await screen.findByTestId('take-reopen'));
    await user.click(screen.getByTestId('reopen'));
    expect(server.changes()).toHaveLength(0);
    await user.selectOptions(screen.getByLabelText(/Why is the case reopened/), 'new-concern');
    await user.type(screen.getByLabelText(/In words/), 'A neighbour called again.');
    await user.click(screen.getByTestId('reopen'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ reason: 'new-concern' }));
  });

  it('lets a supervisor lower the risk with a reason, and nobody else', async () => {
    const suggestion = { assessmentId: 'a2', level: 'low', applied: false, conductedAt: '2026-11-20T12:00:00Z' };
    const risk = { level: 'high', suggestion, lowerings: [], next: {}, etag: '"v3"' };
    server.on('GET /api/cases/v1/cases/case-1/risk', { body: { ...risk, yoursToLower: false } });
    const { unmount } = await open('/cases/case-1/steps');
    expect(await screen.findByTestId('lowering')).toHaveTextContent('A supervisor decides');
    expect(screen.queryByTestId('lower-risk')).toBeNull();
    unmount();
    server.as('supervisor').on('GET /api/cases/v1/cases/case-1/risk', { body: { ...risk, yoursToLower: true } });
    server.on('POST /api/cases/v1/cases/case-1/risk-lowering', { body: {} });
    const { user } = await open('/cases/case-1/steps');
    await user.type(await screen.findByLabelText(/Why do you follow/), 'The uncle has moved away.');
    await user.click(screen.getByTestId('lower-risk'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ assessmentId: 'a2' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v3"');
  });

  it('shows every end and beginning, also those of further pages', async () => {
    const closure = (id: string, summary: string) => ({ id, episode: 1, reason: 'court-discharged', state: 'withdrawn', summary, happenedAt: '2026-11-20T09:00:00Z', overridden: [] });
    const reopening = { episode: 2, reason: 'court-asks', explanation: 'The court asked.', happenedAt: '2026-11-21T09:00:00Z' };
    server
      .on('GET /api/cases/v1/cases/case-1/episodes', { body: { closures: [closure('c2', 'Second.')], reopenings: [reopening], next: { closures: 'x' } } })
      .on('GET /api/cases/v1/cases/case-1/closures', { body: { items: [closure('c2', 'Second.'), closure('c1', 'First.')] } });
    await open('/cases/case-1/steps');
    expect(await screen.findByTestId('episodes')).toHaveTextContent(/First\..*Second\..*The court asked\./);
  });

  it('shows every lowering, also those of further pages', async () => {
    const lowered = (day: number) => ({ assessmentId: `a${day}`, from: 'high', to: 'low', reason: `On day ${day}.`, happenedAt: `2026-11-0${day}T09:00:00Z` });
    server
      .on('GET /api/cases/v1/cases/case-1/risk', { body: { level: 'low', lowerings: [lowered(2)], next: { lowerings: 'c1' }, etag: '"v4"', yoursToLower: false } })
      .on('GET /api/cases/v1/cases/case-1/risk-lowerings', { body: { items: [lowered(2), lowered(1)] } });
    await open('/cases/case-1/steps');
    const shown = await screen.findByTestId('lowering');
    expect(shown).toHaveTextContent('On day 1.');
    expect(shown).toHaveTextContent('On day 2.');
  });

  it('shows the second supervisor what the first wrote, and keeps what was typed', async () => {
    const suggestion = { assessmentId: 'a2', level: 'low', applied: false, conductedAt: '2026-11-20T12:00:00Z' };
    const risk = { level: 'high', suggestion, lowerings: [], next: {}, etag: '"v3"', yoursToLower: true };
    server.as('supervisor').on('GET /api/cases/v1/cases/case-1/risk', { body: risk });
    server.on('POST /api/cases/v1/cases/case-1/risk-lowering', problem(412, 'stale'));
    const { user } = await open('/cases/case-1/steps');
    await user.type(await screen.findByLabelText(/Why do you follow/), 'The uncle has moved.');
    const lowered = { assessmentId: 'a2', from: 'high', to: 'low', reason: 'He is in prison.', happenedAt: '2026-11-22T09:00:00Z' };
    server.on('GET /api/cases/v1/cases/case-1/risk', { body: { level: 'low', lowerings: [lowered], next: {}, etag: '"v4"', yoursToLower: true } });
    await user.click(screen.getByTestId('lower-risk'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent('The uncle has moved.');
    expect(notice).toHaveTextContent('He is in prison.');
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });
});

describe('the approvals of a supervisor', () => {
  const WHOLE = {
    approval: PENDING,
    content: [
      { field: 'given-name', type: 'text', value: 'زرغونہ' },
      { field: 'sex', type: 'code', value: 'female' },
      { field: 'concern', type: 'code', value: 'physical_abuse', codeList: 'concern' },
    ],
    blockers: [] as object[],
  };
  beforeEach(() => {
    server.as('supervisor')
      .on('GET /api/cases/v1/approvals', {
        body: { items: [{ approval: PENDING, caseNumber: 'KP-2026-000001', caseState: 'identified', displayName: 'زرغونہ' }] },
      })
      .on('GET /api/cases/v1/cases/case-1/approvals/approval-1', { body: WHOLE, headers: { etag: '"v0"' } });
  });

  it('are listed with the case and lead to what was submitted', async () => {
    await open('/approvals');
    const row = await screen.findByTestId('waiting-approval');
    expect(within(row).getByRole('link')).toHaveAttribute('href', '/approvals/case-1/approval-1');
    expect(row).toHaveTextContent('Registration');
  });

  it('are answered under the version that was read; rejecting needs a comment', async () => {
    server.on('POST /api/cases/v1/cases/case-1/approvals/registration/decision', { body: {} });
    const { user } = await open('/approvals/case-1/approval-1');
    expect(await screen.findByTestId('submitted')).toHaveTextContent(/زرغونہ.*Girl.*Physical abuse/s);
    await user.click(screen.getByLabelText('Reject'));
    await user.click(screen.getByTestId('decide'));
    expect(server.changes()).toHaveLength(0);
    await user.type(screen.getByLabelText(/Comment for the worker/), 'The address is missing.');
    await user.click(screen.getByTestId('decide'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ decision: 'rejected' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"');
  });

  it('of a closure ask why it goes ahead although a gate is shut', async () => {
    server.on('GET /api/cases/v1/cases/case-1/approvals/approval-1', {
      body: { ...WHOLE, approval: { ...PENDING, kind: 'closure' }, blockers: [{ code: 'open-high-risk', overridable: true }] },
    });
    const { user } = await open('/approvals/case-1/approval-1');
    await user.click(await screen.findByLabelText('Approve'));
    await user.click(screen.getByTestId('decide'));
    expect(server.changes()).toHaveLength(0);
    expect(screen.getByLabelText(/Why the case closes nevertheless/)).toBeVisible();
  });

  it('are not answered by who asked', async () => {
    server.on('GET /api/cases/v1/cases/case-1/approvals/approval-1', {
      body: { ...WHOLE, approval: { ...PENDING, ownRequest: true } },
    });
    await open('/approvals/case-1/approval-1');
    expect(await screen.findByTestId('answer')).toHaveTextContent('Another supervisor answers it');
    expect(screen.queryByTestId('decide')).toBeNull();
  });
});
