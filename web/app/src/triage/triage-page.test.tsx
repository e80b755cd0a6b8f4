import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem, REPORT } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

let server: FakeServer;
const SEARCH = {
  searchToken: 'token-1',
  expiresAt: '2026-11-20T11:00:00Z', more: false,
  matches: [
    { childId: 'c', caseId: 'case-9', caseNumber: 'PEW-2026-00009', likeness: 'same', sex: 'female', ageBand: '12-14', unitId: 'unit-1', withinReach: true, displayName: 'Zarghoona' },
    { caseNumber: 'MRD-2026-00012', likeness: 'close', sex: 'female', ageBand: '12-14', unitId: 'unit-2', withinReach: false },
  ],
};

beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/concern-reports/report-1', { body: REPORT, headers: { etag: '"v3"' } })
    .on('POST /api/cases/v1/child-searches', { body: SEARCH });
});

async function searched() {
  const { user } = await open('/triage/report-1');
  await user.click(await screen.findByTestId('search'));
  await screen.findByTestId('search-results');
  return user;
}

describe('deciding on a report', () => {
  it('offers no decision before the child was searched for', async () => {
    await open('/triage/report-1');
    expect(await screen.findByTestId('narrative')).toHaveTextContent('She is beaten every night.');
    expect(screen.queryByTestId('decide')).toBeNull();
  });

  it('shows who the child may be, and of another unit only whom to ask', async () => {
    await searched();
    const [mine, theirs] = screen.getAllByTestId('match');
    expect(within(mine!).getByRole('link', { name: 'Look at this case' })).toHaveAttribute('href', '/cases/case-9');
    expect(within(theirs!).queryByRole('link', { name: 'Look at this case' })).toBeNull();
    expect(within(theirs!).getAllByRole('link').map((link) => link.textContent)).toEqual(['Ask for this case']);
    expect(theirs).toHaveTextContent('Held by another unit');
  });

  it('opens the case with the version that was read and the proof of the search', async () => {
    server
      .on('POST /api/cases/v1/concern-reports/report-1/triage', { status: 201, body: { caseId: 'case-1', caseNumber: CASE.number } })
      .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } });
    const user = await searched();
    await user.click(screen.getByLabelText('Open a case'));
    await user.click(screen.getByTestId('open-case'));
    expect(await screen.findByTestId('child-name')).toHaveTextContent('زرغونہ');
    const sent = server.changes().at(-1);
    expect(sent?.headers.get('If-Match')).toBe('"v3"');
    expect(sent?.body).toMatchObject({ decision: 'open-case', searchToken: 'token-1', child: { names: { given: 'زرغونہ', script: 'arab' } } });
  });

  it('says that the supervisor answers for it when whoever opened it may have no more', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', { status: 201, body: { caseId: 'case-1', caseNumber: CASE.number, standIn: true } });
    const user = await searched();
    await user.click(screen.getByLabelText('Open a case'));
    await user.click(screen.getByTestId('open-case'));
    const notice = await screen.findByTestId('stood-in');
    expect(notice).toHaveTextContent(CASE.number);
    expect(notice).toHaveTextContent('your supervisor answers for this one');
  });

  it('asks to search again when the search is too old, and keeps what was typed', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', problem(409, 'search-expired'));
    const user = await searched();
    await user.click(screen.getByLabelText('Open a case'));
    await user.type(screen.getByLabelText('Address'), 'House 7');
    await user.click(screen.getByTestId('open-case'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('The search is too old');
    server.on('POST /api/cases/v1/child-searches', { body: { ...SEARCH, searchToken: 'token-2' } });
    await user.click(screen.getByTestId('search'));
    expect(screen.getByLabelText('Address')).toHaveValue('House 7');
    await user.click(screen.getByTestId('open-case'));
    await screen.findByTestId('problem');
    expect(server.changes().at(-1)?.body).toMatchObject({ searchToken: 'token-2' });
  });

  it('asks to search for the name the child is registered under', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', problem(409, 'search-does-not-match'));
    const user = await searched();
    await user.click(screen.getByLabelText('Open a case'));
    await user.click(screen.getByTestId('open-case'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('The search was for another name');
    expect(screen.getByTestId('child-search')).toHaveTextContent('The search was for another name');
    expect(screen.getByTestId('child-search')).not.toHaveTextContent('too old');
  });

  it('says that more children fit than are shown, and that a narrowed search left the child out', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', problem(409, 'search-left-child-out'));
    const user = await searched();
    expect(screen.queryByTestId('search-more')).toBeNull();
    server.on('POST /api/cases/v1/child-searches', { body: { ...SEARCH, more: true } });
    await user.click(screen.getByLabelText('Open a case'));
    await user.click(screen.getByTestId('open-case'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('would not have found this child');
    await user.click(screen.getByTestId('search'));
    expect(await screen.findByTestId('search-more')).toHaveTextContent('More than 20 children fit');
  });

  it('closes a report only with a reason', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', { body: { ...REPORT, state: 'triaged' } });
    server.on('GET /api/cases/v1/concern-reports', { body: { items: [] } });
    const user = await searched();
    await user.click(screen.getByLabelText('No protection concern'));
    await user.click(screen.getByTestId('no-concern'));
    expect(screen.getByText('This is needed')).toBeVisible();
    await user.type(screen.getByLabelText(/^Why is there no protection concern/), 'A quarrel of children, seen with the school.');
    await user.click(screen.getByTestId('no-concern'));
    expect(await screen.findByText('No report is waiting.')).toBeVisible();
    expect(server.changes().at(-1)?.body).toMatchObject({ decision: 'no-concern' });
  });

  it('keeps what was typed when the report only changed a little meanwhile', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', problem(412, 'stale'));
    const user = await searched();
    await user.click(screen.getByLabelText('Open a case'));
    await user.type(screen.getByLabelText('Address'), 'House 7');
    await user.click(screen.getByTestId('open-case'));
    await screen.findByText(/Somebody changed this meanwhile/);
    server.on('GET /api/cases/v1/concern-reports/report-1', { body: { ...REPORT, urgency: 'urgent' }, headers: { etag: '"v4"' } });
    await user.click(screen.getByRole('button', { name: 'Load the new version' }));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent(/Urgency.*Urgent/);
    expect(screen.getByLabelText('Address')).toHaveValue('House 7');
    await user.click(screen.getByTestId('keep-mine'));
    await user.click(screen.getByTestId('open-case'));
    await waitFor(() => expect(server.changes().at(-1)?.headers.get('If-Match')).toBe('"v4"'));
  });

  it('shows what a colleague decided beside the words that were typed, and sends nothing over it', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', problem(412, 'stale'));
    const user = await searched();
    await user.click(screen.getByLabelText('No protection concern'));
    await user.type(screen.getByLabelText(/^Why is there no protection concern/), 'A quarrel.');
    server.on('GET /api/cases/v1/concern-reports/report-1', {
      body: { ...REPORT, state: 'triaged', decision: 'refer-on', triagedAt: '2026-11-22T09:00:00Z' },
      headers: { etag: '"v4"' },
    });
    await user.click(screen.getByTestId('no-concern'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent('A quarrel.');
    expect(screen.queryByTestId('keep-mine')).toBeNull();
    expect(screen.getByRole('textbox', { name: /^Why is there no protection concern/ })).toHaveValue('A quarrel.');
    await user.click(screen.getByTestId('take-theirs'));
    expect(await screen.findByTestId('decided')).toBeVisible();
    expect(server.changes().filter((one) => one.path.endsWith('/triage'))).toHaveLength(1);
  });

  it('says that a colleague was faster and offers the new version', async () => {
    server.on('POST /api/cases/v1/concern-reports/report-1/triage', problem(412, 'stale'));
    const user = await searched();
    await user.click(screen.getByLabelText('Open a case'));
    await user.click(screen.getByTestId('open-case'));
    expect(await screen.findByText(/Somebody changed this meanwhile/)).toBeVisible();
    server.on('GET /api/cases/v1/concern-reports/report-1', {
      body: { ...REPORT, state: 'triaged', decision: 'no-concern' },
      headers: { etag: '"v4"' },
    });
    await user.click(screen.getByRole('button', { name: 'Load the new version' }));
    expect(await screen.findByTestId('decided')).toHaveTextContent('No protection concern');
  });
});
