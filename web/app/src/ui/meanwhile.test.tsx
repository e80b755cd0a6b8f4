import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, HSDS_SERVICE, STANDING, UNIT, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const C = '/api/cases/v1';
const LOAD = { open: 12, weighted: 14.5, warnAt: 20, reasonAt: 25, approvalAt: 30, band: 'normal' };
const OWNERS = { ownerId: 's1', since: '2026-11-20T09:00:00Z', changes: [], etag: '"v5"' };
const TRANSFER = {
  id: 'transfer-1', caseNumber: 'KP-2026-000007', kind: 'unit', fromUnitId: 'unit-2', fromDistrictCode: 'swat', toUnitId: 'unit-1',
  toDistrictCode: 'peshawar', reason: 'child-moved', state: 'pending', proposedAt: '2026-11-20T09:00:00Z', recordedAt: '2026-11-20T09:00:00Z',
  content: { sex: 'female', ageBand: '6-11', caseState: 'planned', concerns: ['physical_abuse'], request: 'Moved to an aunt.', handedOver: [] },
  etag: '"v0"',
};
const APPROVAL = {
  id: 'approval-1', caseId: 'case-1', episode: 1, kind: 'registration', subjectId: 'case-1', state: 'pending', requestedBy: 's1',
  requestedAt: '2026-11-20T09:00:00Z', ownRequest: false, etag: '"v0"',
};
const INCIDENT = {
  id: 'i1', concerns: ['physical_abuse'], placeKind: 'home', happenedAt: '2026-11-01T06:00:00Z', finding: 'alleged',
  account: 'He hit her.', findings: [], recordedBy: 's1', recordedAt: '2026-11-20T07:00:00Z', etag: '"v0"',
};
const ORDER = {
  id: 'o1', kind: 'protective-care', madeBy: 'child-protection-court', maker: 'Judge', madeAt: '2026-11-01T06:00:00Z', beginsOn: '2026-11-01',
  endsOn: '2030-01-01', etag: '"v2"',
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('supervisor', { staffId: 's9', unit: UNIT })
    .on(`GET ${C}/cases/case-1`, { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } })
    .on(`GET ${C}/caseloads`, { body: { items: [{ ...LOAD, staffId: 's2', roles: ['protection-officer'], mayOwn: true }] } })
    .on(`GET ${C}/caseload-exceptions`, { body: { items: [] } })
    .on(`GET ${C}/cases/case-1/owners`, { body: OWNERS })
    .on(`GET ${C}/cases/case-1/members`, { body: { items: [] } })
    .on(`GET ${C}/cases/case-1/transfers`, { body: { items: [] } })
    .on(`GET ${C}/cases/case-1/seal`, { body: { sealed: false, namedIds: [], etag: '"v5"' } })
    .on(`GET ${C}/transfers`, { body: { items: [TRANSFER] } })
    .on(`GET ${C}/transfers/transfer-1`, { body: TRANSFER })
    .on(`GET ${C}/cases/case-1/approvals/approval-1`, { body: { approval: APPROVAL, content: [], blockers: [] } })
    .on(`GET ${C}/cases/case-1/persons`, { body: { items: [] } })
    .on(`GET ${C}/cases/case-1/incidents`, { body: { items: [INCIDENT] } })
    .on(`GET ${C}/cases/case-1/missing-reports`, { body: { items: [] } })
    .on(`GET ${C}/cases/case-1/legal`, { body: { matters: [], hearings: [], orders: [ORDER], next: {} } })
    .on(`GET ${C}/cases/case-1/placements`, { body: { items: [] } });
});

/** Somebody saves first: the change is refused, and from then on the thing reads as they left it. */
function overtaken(change: string, reads: string, theirs: unknown, refusal = problem(412, 'stale')) {
  let sent = 0;
  server.on(change, () => {
    sent += 1;
    server.on(reads, { body: theirs });
    return sent === 1 ? refusal : { body: {} };
  });
}

function versions(label: RegExp | string): string[] {
  const group = within(screen.getByTestId('overtaken')).getByRole('group', { name: label });
  return [...group.querySelectorAll('bdi')].map((one) => one.textContent);
}

describe('what somebody else did meanwhile stands beside what was typed', () => {
  it('when a case is given to a worker: the second says again whom it is for', async () => {
    overtaken(`POST ${C}/cases/case-1/assignment`, `GET ${C}/cases/case-1/owners`, {
      ...OWNERS, ownerId: 's9', etag: '"v6"',
      changes: [{ id: 'c1', to: 's9', happenedAt: '2026-11-21T09:00:00Z', assignedBy: 's9', openCases: 1, band: 'normal', handover: 'I take it myself.' }],
    });
    const { user } = await open('/cases/case-1/assignment');
    await user.click(await screen.findByTestId('open-assign'));
    await user.click(within(await screen.findByTestId('worker')).getByRole('radio'));
    await user.type(screen.getByLabelText(/What does the next worker/), 'The aunt is asked on Friday.');
    await user.click(screen.getByTestId('assign'));
    await screen.findByTestId('overtaken');
    expect(versions(/What does the next worker/)).toEqual(['The aunt is asked on Friday.', 'I take it myself.']);
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations.map((one) => one.id)).toEqual([]);
    await user.click(screen.getByTestId('keep-mine'));
    expect(screen.queryByTestId('problem')).toBeNull();
    await user.click(screen.getByTestId('assign'));
    await waitFor(() => expect(server.changes().map((one) => one.headers.get('If-Match'))).toEqual(['"v5"', '"v6"']));
  });

  it('when a case is sealed: each field is chosen, and the next attempt names the version that was seen', async () => {
    overtaken(`POST ${C}/cases/case-1/seal`, `GET ${C}/cases/case-1/seal`, {
      sealed: true, reason: 'threat', words: 'Armed men asked for her.', namedIds: ['s1', 's2', 's9'], etag: '"v6"',
    });
    const { user } = await open('/cases/case-1/assignment');
    await user.click(await screen.findByTestId('open-seal'));
    await user.selectOptions(await screen.findByLabelText(/^Why\?/), 'staff-relative');
    await user.type(screen.getByLabelText(/In words/), 'The niece of a colleague.');
    await user.click(screen.getByTestId('seal-case'));
    const conflict = await screen.findByTestId('conflict');
    expect(conflict).toHaveTextContent(/Imran Afridi/);
    expect(conflict).not.toHaveTextContent(/\bs2\b/);
    const fields = within(conflict).getAllByTestId('conflict-field');
    for (const field of fields.filter((one) => one.dataset['changedBy'] === 'both')) {
      await user.click(within(field).getAllByRole('radio')[1] as HTMLElement);
    }
    await user.click(within(conflict).getByTestId('settle-conflict'));
    await user.click(screen.getByTestId('seal-case'));
    await waitFor(() => expect(server.changes()).toHaveLength(2));
    expect(server.changes()[1]?.headers.get('If-Match')).toBe('"v6"');
    expect(server.changes()[1]?.body).toMatchObject({ reason: 'threat', words: 'Armed men asked for her.', namedIds: ['s1', 's2', 's9'] });
  });

  it('when a transfer is answered: it cannot be answered twice, and the words are still there', async () => {
    const theirs = { ...TRANSFER, state: 'withdrawn', decidedAt: '2026-11-21T09:00:00Z', content: { ...TRANSFER.content, answer: 'The aunt has moved on.' }, etag: '"v1"' };
    overtaken(`POST ${C}/transfers/transfer-1/decline`, `GET ${C}/transfers/transfer-1`, theirs, problem(409, 'transfer-not-pending'));
    const { user } = await open('/transfers');
    await user.click(await within(await screen.findByTestId('transfers-in')).findByTestId('read-transfer'));
    await user.click(await screen.findByTestId('open-decline'));
    await user.type(screen.getByLabelText(/^Why\?/), 'No worker is free.');
    await user.click(screen.getByTestId('decline'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent(/No worker is free\..*The aunt has moved on\./);
    expect(notice).toHaveTextContent(/Decline.*Taken back/);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('when a task is done: a colleague was first', async () => {
    const task = CASE.tasks[0];
    overtaken(`POST ${C}/tasks/task-1/completion`, `GET ${C}/cases/case-1`, {
      ...CASE, tasks: [{ ...task, state: 'done', doneAt: '2026-11-21T09:00:00Z', etag: '"v5"' }],
    });
    const { user } = await open('/cases/case-1');
    await user.click(await screen.findByTestId('complete-task'));
    await user.type(screen.getByLabelText(/Note|note/), 'Seen at school.');
    await user.click(screen.getByTestId('task-done'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/Seen at school\./);
    expect(versions(/What became of it/)[1]).toMatch(/Done/);
    await user.click(screen.getByTestId('take-theirs'));
    await waitFor(() => expect(screen.queryByTestId('task-done')).toBeNull());
  });

  it('when a request is answered: another supervisor was first', async () => {
    overtaken(`POST ${C}/cases/case-1/approvals/registration/decision`, `GET ${C}/cases/case-1/approvals/approval-1`, {
      approval: { ...APPROVAL, state: 'approved', decidedAt: '2026-11-21T09:00:00Z', etag: '"v1"' }, content: [], blockers: [], comment: 'All is there.',
    });
    const { user } = await open('/approvals/case-1/approval-1');
    await user.click(await screen.findByLabelText('Reject'));
    await user.type(screen.getByLabelText(/Comment for the worker/), 'The address is missing.');
    await user.click(screen.getByTestId('decide'));
    await screen.findByTestId('overtaken');
    expect(versions(/Comment for the worker/)).toEqual(['The address is missing.', 'All is there.']);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
    await user.click(screen.getByTestId('take-theirs'));
    expect(await screen.findByText('All is there.')).toBeVisible();
  });

  it('when an incident gets its finding: both findings, in words', async () => {
    overtaken(`POST ${C}/incidents/i1/findings`, `GET ${C}/cases/case-1/incidents`, {
      items: [{ ...INCIDENT, finding: 'unsubstantiated', findings: [{ finding: 'unsubstantiated', happenedAt: '2026-11-21T09:00:00Z', reason: 'Nobody saw it.', recordedBy: 's2' }], etag: '"v1"' }],
    });
    const { user } = await open('/cases/case-1/incidents');
    await user.click(await screen.findByTestId('record-finding'));
    const form = screen.getByTestId('finding-form');
    await user.selectOptions(within(form).getByLabelText(/Finding/), 'substantiated');
    await user.type(within(form).getByLabelText(/rest on/), 'The doctor.');
    await user.click(within(form).getByTestId('finding-form-send'));
    await screen.findByTestId('overtaken');
    expect(versions(/rest on/)).toEqual(['The doctor.', 'Nobody saw it.']);
    expect(screen.getByTestId('overtaken')).not.toHaveTextContent('unsubstantiated');
    await user.click(screen.getByTestId('keep-mine'));
    await user.click(within(form).getByTestId('finding-form-send'));
    await waitFor(() => expect(server.changes().map((one) => one.headers.get('If-Match'))).toEqual(['"v0"', '"v1"']));
  });

  it('when a request for a case is answered: the form stays though the request has left the list', async () => {
    const request = {
      id: 'request-1', caseId: 'case-1', caseNumber: 'KP-2026-000001', unitId: 'unit-1', askedBy: 's2', askingUnitId: 'unit-1', reason: 'knows-family',
      words: 'I visit the sister.', state: 'pending', askedAt: '2026-11-20T09:00:00Z', etag: '"v0"',
    };
    server
      .on(`GET ${C}/case-requests`, { body: { items: [] } })
      .on(`GET ${C}/case-requests?direction=in&limit=20`, { body: { items: [request] } });
    overtaken(`POST ${C}/case-requests/request-1/rejection`, `GET ${C}/case-requests/request-1`, {
      ...request, state: 'rejected', decidedAt: '2026-11-21T09:00:00Z', answer: 'The court hears us on Monday.', etag: '"v1"',
    }, problem(409, 'case-request-answered'));
    const { user, queries } = await open('/case-requests');
    await user.click(await screen.findByTestId('open-answer'));
    await user.click(screen.getByLabelText('No'));
    await user.type(within(screen.getByTestId('answer-request-form')).getByLabelText(/^Why\?/), 'I know the family better.');
    server.on(`GET ${C}/case-requests?direction=in&limit=20`, { body: { items: [] } });
    await queries.invalidateQueries({ queryKey: ['cases', '/case-requests'] });
    await user.click(screen.getByTestId('answer-request'));
    await screen.findByTestId('overtaken');
    expect(versions(/^Why\?/)).toEqual(['I know the family better.', 'The court hears us on Monday.']);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
    await user.click(screen.getByTestId('take-theirs'));
    await waitFor(() => expect(screen.queryByTestId('answer-request')).toBeNull());
  });

  it('when a step is taken: a colleague has taken it, and the time that was typed is still there', async () => {
    const next = { step: 'assess', to: 'assessed', allowed: true, yours: true, blockers: [] };
    const standing = { ...STANDING, nextSteps: [next] };
    server.on(`GET ${C}/cases/case-1/next-steps`, { body: standing });
    overtaken(`POST ${C}/cases/case-1/steps`, `GET ${C}/cases/case-1/next-steps`, {
      ...standing, state: 'assessed', stateSince: '2026-11-21T09:00:00Z', nextSteps: [], etag: '"v2"',
    }, problem(412, 'stale'));
    const { user, queries } = await open('/cases/case-1/steps');
    await user.click(await screen.findByTestId('take-assess'));
    await user.click(screen.getByTestId('confirm-step'));
    await screen.findByTestId('overtaken');
    expect(versions(/What became of it/)[1]).toBe('Assessed');
    await queries.invalidateQueries({ queryKey: ['cases'] });
    expect(screen.getByTestId('overtaken')).toBeVisible();
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('when a referral is called off: the agency has just said no', async () => {
    const R = '/api/referrals/v1/referrals/referral-1';
    const referral = { id: 'referral-1', caseId: 'case-1', serviceId: 'service-1', agencyId: 'agency-1', category: 'legal-aid', status: 'requested', priority: 'high', authoredAt: '2026-11-20T10:00:00Z' };
    server.on(`GET ${R}`, { body: referral, headers: { etag: '"v2"' } }).on('GET /api/referrals/v1/hsds/services/service-1', { body: HSDS_SERVICE });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('cancel-referral'));
    await user.selectOptions(screen.getByLabelText(/^Why/), 'other');
    await user.type(screen.getByLabelText(/^In your own words|^In words/), 'The family moved.');
    server
      .on(`POST ${R}/cancellation`, problem(412, 'stale'))
      .on(`GET ${R}`, { body: { ...referral, status: 'rejected', statusReason: 'Nobody is free.' }, headers: { etag: '"v3"' } });
    await user.click(screen.getByTestId('confirm-cancel'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent(/The family moved\..*Nobody is free\./);
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('when an order is extended: one that has ended is not', async () => {
    overtaken(`POST ${C}/orders/o1/extension`, `GET ${C}/cases/case-1/orders`, {
      items: [{ ...ORDER, endedAt: '2026-11-21T09:00:00Z', endReason: 'set-aside', etag: '"v3"' }],
    });
    const { user } = await open('/cases/case-1/legal');
    await user.click(await screen.findByTestId('extend-order'));
    const form = screen.getByTestId('extension-form');
    await user.type(within(form).getByLabelText(/Last day|ends|Ends|until/), '2030-03-01');
    await user.click(within(form).getByTestId('extension-form-send'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent('already');
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });
});
