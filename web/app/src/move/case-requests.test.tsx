// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, UNIT, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const REQUEST = {
  id: 'request-1', caseId: 'case-1', caseNumber: 'KP-2026-000001', unitId: 'unit-1', askedBy: 's2', askingUnitId: 'unit-1', reason: 'knows-family',
  words: 'I visit the sister.', state: 'pending', askedAt: '2026-11-20T09:00:00Z', etag: '"v0"',
};
const LOAD = { open: 3, weighted: 4, warnAt: 20, reasonAt: 25, approvalAt: 30, band: 'normal' };
const LINES = [
  { id: 'case-1', number: 'KP-2026-000001', state: 'planned', riskLevel: 'high', districtCode: 'peshawar', ownerId: 's1', openedAt: '2026-11-20T09:00:00Z', etag: '"v4"' },
  { id: 'case-2', number: 'KP-2026-000002', state: 'identified', districtCode: 'peshawar', ownerId: 's1', openedAt: '2026-11-20T09:00:00Z', etag: '"v1"' },
];

let server: FakeServer;
beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('supervisor', { staffId: 's9', unit: UNIT })
    .on('GET /api/cases/v1/case-requests', { body: { items: [] } })
    .on('GET /api/cases/v1/case-requests?direction=in&limit=20', { body: { items: [REQUEST] } })
    .on('GET /api/cases/v1/unassigned-cases', { body: { items: [] } })
    .on('GET /api/cases/v1/caseload-exceptions', { body: { items: [] } })
    .on('GET /api/cases/v1/caseloads', { body: { items: [{ ...LOAD, staffId: 's1', roles: ['social-worker'], mayOwn: true }, { ...LOAD, staffId: 's2', roles: ['protection-officer'], mayOwn: true }] } })
    .on('GET /api/cases/v1/caseloads/s1/cases', { body: { items: LINES } });
});

describe('asking for a case', () => {
  it('takes the number a search found and says what to do next', async () => {
    server.as('social-worker', { unit: UNIT }).on('POST /api/cases/v1/case-requests', { status: 201, body: REQUEST });
    const { user } = await open('/case-requests?number=KP-2026-000009');
    expect(await screen.findByLabelText(/^Case number/)).toHaveValue('KP-2026-000009');
    await user.selectOptions(screen.getByLabelText(/^Why should you/), 'child-here');
    await user.click(screen.getByTestId('ask-case'));
    expect(server.changes()).toHaveLength(0);
    await user.type(screen.getByLabelText(/^What does the other side/), 'The child sleeps here.');
    await user.click(screen.getByTestId('ask-case'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ caseNumber: 'KP-2026-000009', reason: 'child-here', words: 'The child sleeps here.', districtCode: 'peshawar' }));
    expect(await screen.findByTestId('asked')).toBeVisible();
  });

  it('is answered by the supervisor and by nobody else', async () => {
    server.on('POST /api/cases/v1/case-requests/request-1/acceptance', { body: REQUEST });
    const { user, unmount } = await open('/case-requests');
    await user.click(await screen.findByTestId('open-answer'));
    await user.click(screen.getByLabelText('Yes'));
    await user.type(screen.getByLabelText(/^What does the next worker/), 'Ask the aunt on Friday.');
    await user.click(screen.getByTestId('answer-request'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ words: 'Ask the aunt on Friday.' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"');
    unmount();
    server.as('social-worker', { unit: UNIT });
    await open('/case-requests');
    await screen.findByTestId('case-request');
    expect(screen.queryByTestId('open-answer')).toBeNull();
  });

  it('asks for what a transfer needs where the units differ, and shows what stands against it', async () => {
    server.on('GET /api/cases/v1/case-requests?direction=in&limit=20', { body: { items: [{ ...REQUEST, askingUnitId: 'unit-2', districtCode: 'swat' }] } });
    server.on('POST /api/cases/v1/case-requests/request-1/acceptance', problem(409, 'transfer-consent-missing'));
    const { user } = await open('/case-requests');
    await user.click(await screen.findByTestId('open-answer'));
    await user.click(screen.getByLabelText('Yes'));
    await user.type(screen.getByLabelText(/^What does the other side have to know to/), 'Moved to an aunt there.');
    await user.click(screen.getByTestId('answer-request'));
    expect(server.changes()).toHaveLength(0);
    await user.selectOptions(screen.getByLabelText(/^Why\?/), 'child-moved');
    await user.click(screen.getByTestId('answer-request'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('consent');
    expect(server.changes()[0]?.body).toMatchObject({ transferReason: 'child-moved' });
  });
});

describe('giving several cases on', () => {
  it('goes on where a page of a worker’s cases ends', async () => {
    server
      .on('GET /api/cases/v1/caseloads/s1/cases', { body: { items: LINES }, headers: { link: '<?cursor=there&limit=100>; rel="next"' } })
      .on('GET /api/cases/v1/caseloads/s1/cases?limit=100&cursor=there', { body: { items: [{ ...LINES[0], id: 'case-3', number: 'KP-2026-000003' }] } });
    const { user } = await open('/unassigned');
    const panel = within(await screen.findByTestId('many'));
    await waitFor(() => expect(panel.getByRole('option', { name: 'Gulalai Khan' })).toBeInTheDocument());
    await user.selectOptions(panel.getByLabelText('Who has them?'), 's1');
    await user.click(await panel.findByTestId('next-page'));
    await waitFor(() => expect(panel.getAllByTestId('many-case')).toHaveLength(LINES.length + 1));
    expect(panel.queryByTestId('next-page')).toBeNull();
  });

  it('sends each with its version and shows what became of each', async () => {
    server.on('POST /api/cases/v1/case-assignments', { body: { assigned: 1, refused: 1, items: [{ caseId: 'case-1', outcome: 'assigned' }, { caseId: 'case-2', outcome: 'refused', problem: 'stale' }] } });
    const { user } = await open('/unassigned');
    const panel = within(await screen.findByTestId('many'));
    await waitFor(() => expect(panel.getByRole('option', { name: 'Gulalai Khan' })).toBeInTheDocument());
    await user.selectOptions(panel.getByLabelText('Who has them?'), 's1');
    expect(await panel.findAllByTestId('many-case')).toHaveLength(2);
    await user.selectOptions(panel.getByLabelText(/^Who takes them/), 's2');
    await user.type(panel.getByLabelText(/^What does the next worker/), 'She has left us.');
    await user.click(panel.getByTestId('give-many'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ cases: [{ caseId: 'case-1', etag: '"v4"' }, { caseId: 'case-2', etag: '"v1"' }], ownerId: 's2' }));
    const report = await panel.findByTestId('many-report');
    expect(report).toHaveTextContent('1 case was given on.');
    expect(report).toHaveTextContent('KP-2026-000002');
    expect(report).toHaveTextContent('Somebody changed this meanwhile');
  });
});

describe('in every language', () => {
  it.each(['ur', 'ps'] as const)('both pages can be used by everybody in %s', async (language) => {
    const { user, unmount } = await open('/case-requests', language);
    await user.click(await screen.findByTestId('open-answer'));
    await screen.findByTestId('answer-request');
    const rules = { rules: { 'color-contrast': { enabled: false } } };
    expect((await axe.run(document.body, rules)).violations.map((one) => one.id)).toEqual([]);
    unmount();
    const next = await open('/unassigned', language);
    const panel = within(await screen.findByTestId('many'));
    await waitFor(() => expect(panel.getAllByRole('option')).toHaveLength(3));
    await next.user.selectOptions(panel.getByRole('combobox'), 's1');
    await panel.findAllByTestId('many-case');
    expect((await axe.run(document.body, rules)).violations.map((one) => one.id)).toEqual([]);
  });
});
