// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, UNIT, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const LOAD = { open: 12, weighted: 14.5, warnAt: 20, reasonAt: 25, approvalAt: 30, band: 'normal' };
const WORKERS = [
  { ...LOAD, staffId: 's2', roles: ['protection-officer'], mayOwn: true },
  { ...LOAD, staffId: 's3', roles: ['social-worker'], mayOwn: false },
  { ...LOAD, staffId: 's4', roles: ['social-worker'], mayOwn: true, open: 31, band: 'approval' },
];
const TRANSFER = {
  id: 'transfer-1', caseNumber: 'KP-2026-000007', kind: 'unit', fromUnitId: 'unit-2', fromDistrictCode: 'swat', toUnitId: 'unit-1',
  toDistrictCode: 'peshawar', reason: 'child-moved', state: 'pending', proposedAt: '2026-11-20T09:00:00Z', recordedAt: '2026-11-20T09:00:00Z',
  content: { sex: 'female', ageBand: '6-11', caseState: 'planned', riskLevel: 'high', concerns: ['physical_abuse'], request: 'Moved to an aunt.', handedOver: [] },
  etag: '"v0"',
};
const ACCESS = {
  id: 'access-1', caseId: 'case-9', caseNumber: 'KP-2026-000009', staffId: 's2', reason: 'danger-now', words: 'A neighbour called.',
  beginsAt: '2026-11-20T09:00:00Z', endsAt: '2026-11-20T12:00:00Z', state: 'to-review', etag: '"v0"',
};

let server: FakeServer;
beforeEach(() => {
  // axe measures icon fonts on a canvas, which this document does not paint.
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('supervisor', { unit: UNIT })
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } })
    .on('GET /api/cases/v1/caseloads', { body: { items: WORKERS } })
    .on('GET /api/cases/v1/caseload-exceptions', { body: { items: [] } })
    .on('GET /api/cases/v1/unassigned-cases', { body: { items: [{ id: 'case-3', number: 'KP-2026-000003', state: 'identified', districtCode: 'peshawar', openedAt: '2026-11-20T09:00:00Z', etag: '"v2"' }] } })
    .on('GET /api/cases/v1/cases/case-1/owners', { body: { ownerId: 's1', since: '2026-11-20T09:00:00Z', changes: [{ id: 'c1', from: 's2', to: 's1', happenedAt: '2026-11-20T09:00:00Z', assignedBy: 's9', openCases: 12, band: 'normal', handover: 'Ask the aunt.' }], etag: '"v5"' } })
    .on('GET /api/cases/v1/cases/case-1/members', { body: { items: [{ id: 'm1', staffId: 's2', part: 'psychologist', since: '2026-11-20T09:00:00Z', etag: '"v0"' }] } })
    .on('GET /api/cases/v1/cases/case-1/transfers', { body: { items: [] } })
    .on('GET /api/cases/v1/cases/case-1/seal', { body: { sealed: false, namedIds: [], etag: '"v5"' } })
    .on('GET /api/cases/v1/transfers', { body: { items: [TRANSFER] } })
    .on('GET /api/cases/v1/transfers/transfer-1', { body: TRANSFER })
    .on('GET /api/cases/v1/emergency-accesses', { body: { items: [ACCESS] } })
    .on('GET /api/cases/v1/emergency-accesses?state=reviewed&limit=20', { body: { items: [] } })
    .on('GET /api/cases/v1/seals', { body: { items: [{ id: 'k1', unitId: 'unit-1', reason: 'staff-relative', named: 2, happenedAt: '2026-11-20T09:00:00Z', recordedAt: '2026-11-20T09:00:00Z' }] } });
});

describe('whose case it was', () => {
  it('goes on past the last changes, when asked for', async () => {
    const change = { id: 'c1', from: 's2', to: 's1', happenedAt: '2026-11-20T09:00:00Z', assignedBy: 's9', openCases: 12, band: 'normal' };
    server
      .on('GET /api/cases/v1/cases/case-1/owners', { body: { ownerId: 's1', since: '2026-11-20T09:00:00Z', changes: [change], next: 'c1', etag: '"v5"' } })
      .on('GET /api/cases/v1/cases/case-1/owner-changes', { body: { items: [{ ...change, id: 'c0', handover: 'Ask the uncle.' }] } });
    const { user } = await open('/cases/case-1/assignment');
    const owners = await screen.findByTestId('owners');
    expect(within(owners).queryByText('Ask the uncle.')).toBeNull();
    await user.click(await within(owners).findByTestId('next-page'));
    expect(await within(owners).findByText('Ask the uncle.')).toBeVisible();
    expect(within(owners).queryByTestId('next-page')).toBeNull();
  });

  it('offers no more where all is shown', async () => {
    await open('/cases/case-1/assignment');
    await screen.findByTestId('owner-changes');
    expect(within(screen.getByTestId('owners')).queryByTestId('next-page')).toBeNull();
  });
});

describe('giving a case to somebody', () => {
  it('shows what each worker carries, asks for a handover and sends the version of the case', async () => {
    server.on('POST /api/cases/v1/cases/case-1/assignment', { body: {} });
    const { user } = await open('/cases/case-1/assignment');
    await user.click(await screen.findByTestId('open-assign'));
    const workers = await screen.findAllByTestId('worker');
    expect(within(workers[0] as HTMLElement).getByTestId('caseload-gauge')).toHaveTextContent('12');
    expect(within(workers[1] as HTMLElement).getByRole('radio')).toBeDisabled();
    await user.click(within(workers[0] as HTMLElement).getByRole('radio'));
    await user.click(screen.getByTestId('assign'));
    expect(server.changes()).toHaveLength(0);
    await user.type(screen.getByLabelText(/What does the next worker/), 'The aunt is asked on Friday.');
    await user.click(screen.getByTestId('assign'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ ownerId: 's2', handover: 'The aunt is asked on Friday.' }));
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v5"');
  });

  it('asks the Commission where the worker has too many cases', async () => {
    server.on('POST /api/cases/v1/caseload-exceptions', { status: 201, body: {} });
    const { user } = await open('/unassigned');
    await user.click(await screen.findByTestId('open-assign'));
    const workers = await screen.findAllByTestId('worker');
    await user.click(within(workers[2] as HTMLElement).getByRole('radio'));
    await user.click(await screen.findByTestId('ask-commission'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ staffId: 's4' }));
  });

  it('offers nothing to a worker, who reads the handover and the members', async () => {
    server.as('social-worker', { unit: UNIT });
    await open('/cases/case-1/assignment');
    expect(await screen.findByTestId('owner-changes')).toHaveTextContent('Ask the aunt.');
    expect(await screen.findByTestId('member')).toHaveTextContent('Psychologist');
    expect(screen.queryByTestId('open-assign')).toBeNull();
    expect(screen.queryByTestId('end-member')).toBeNull();
    expect(screen.queryByTestId('open-seal')).toBeNull();
  });
});

describe('a case on its way', () => {
  it('is asked for with a district and what the other side has to know', async () => {
    server.on('POST /api/cases/v1/cases/case-1/transfers', { status: 201, body: {} });
    server.on('GET /api/identity/v1/districts', { body: { items: [{ code: 'swat', division: 'malakand', name: { en: 'Swat', ur: 'سوات', ps: 'سوات' }, unitId: 'unit-2', validFrom: '2010-01-01' }] } });
    const { user } = await open('/cases/case-1/assignment');
    await user.click(await screen.findByTestId('open-transfer'));
    await user.selectOptions(await screen.findByLabelText(/Where does the child live/), 'swat');
    await user.selectOptions(screen.getByLabelText(/^Why\?/), 'child-moved');
    await user.type(screen.getByLabelText(/What does the other side/), 'Moved to an aunt there.');
    await user.click(screen.getByTestId('propose-transfer'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ kind: 'unit', toDistrictCode: 'swat', reason: 'child-moved' }));
  });

  it('is read without a name, accepted, and opened then', async () => {
    let waiting: object[] = [TRANSFER];
    server.on('GET /api/cases/v1/transfers', () => ({ body: { items: waiting } }));
    server.on('POST /api/cases/v1/transfers/transfer-1/acceptance', () => {
      waiting = [];
      return { body: { ...TRANSFER, state: 'accepted', caseId: 'case-7' } };
    });
    const { user } = await open('/transfers');
    await user.click(await within(await screen.findByTestId('transfers-in')).findByTestId('read-transfer'));
    expect(await screen.findByTestId('transfer-summary')).toHaveTextContent('Moved to an aunt.');
    await user.click(screen.getByTestId('open-accept'));
    await user.click(await screen.findByTestId('accept-transfer'));
    await waitFor(() => expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v0"'));
    expect(await within(screen.getByTestId('transfers-in')).findByTestId('empty')).toBeVisible();
    expect(within(await screen.findByTestId('taken')).getByRole('link')).toHaveAttribute('href', '/cases/case-7');
  });

  it('names who may know of a sealed case where the other unit has several supervisors', async () => {
    server.on('GET /api/cases/v1/cases/case-1/seal', { body: { sealed: true, reason: 'threat', namedIds: ['s1'], etag: '"v6"' } });
    server.on('GET /api/identity/v1/districts', { body: { items: [{ code: 'swat', division: 'malakand', name: { en: 'Swat', ur: 'سوات', ps: 'سوات' }, unitId: 'unit-2', validFrom: '2010-01-01' }] } });
    server.on('GET /api/identity/v1/units/unit-2/supervisors', { body: { items: [{ staffId: 's20', displayName: 'Ijaz Khalil' }, { staffId: 's21', displayName: 'Amjad Shinwari' }] } });
    server.on('POST /api/cases/v1/cases/case-1/transfers', { status: 201, body: {} });
    const { user } = await open('/cases/case-1/assignment');
    await user.click(await screen.findByTestId('open-transfer'));
    await user.selectOptions(await screen.findByLabelText(/Where does the child live/), 'swat');
    await user.selectOptions(screen.getByLabelText(/^Why\?/), 'safety');
    await user.type(screen.getByLabelText(/What does the other side/), 'Safer with an aunt.');
    const receiver = await screen.findByLabelText(/Which supervisor there/);
    await user.click(screen.getByTestId('propose-transfer'));
    expect(server.changes()).toHaveLength(0);
    await user.selectOptions(receiver, 's21');
    await user.click(screen.getByTestId('propose-transfer'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ toDistrictCode: 'swat', receiverId: 's21' }));
  });

  it('is given to a worker with many cases only with a reason', async () => {
    server.on('GET /api/cases/v1/caseloads', { body: { items: [{ ...LOAD, staffId: 's2', roles: ['social-worker'], mayOwn: true, open: 26, band: 'reason' }] } });
    server.on('POST /api/cases/v1/transfers/transfer-1/acceptance', { body: { ...TRANSFER, state: 'accepted', caseId: 'case-7' } });
    const { user } = await open('/transfers');
    await user.click(await within(await screen.findByTestId('transfers-in')).findByTestId('read-transfer'));
    await user.click(await screen.findByTestId('open-accept'));
    await user.selectOptions(await screen.findByLabelText(/Who takes it/), 's2');
    await user.click(screen.getByTestId('accept-transfer'));
    expect(server.changes()).toHaveLength(0);
    await user.type(screen.getByLabelText(/Why this worker/), 'She knows the family.');
    await user.click(screen.getByTestId('accept-transfer'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ ownerId: 's2', reason: 'She knows the family.' }));
  });

  it('to a body outside asks consent for that body, and the gates of any closing', async () => {
    const { toUnitId: _unit, toDistrictCode: _district, ...stub } = TRANSFER;
    const outside = { ...stub, caseId: 'case-1', kind: 'agency-exit', fromUnitId: 'unit-1', content: { ...TRANSFER.content, outsideBody: 'A trust' } };
    const stopped = { ...outside, id: 'transfer-0', state: 'withdrawn', endCode: 'consent-ended', decidedAt: '2026-11-20T10:00:00Z' };
    server.on('GET /api/cases/v1/cases/case-1/transfers', { body: { items: [outside, stopped] } });
    server.on('POST /api/cases/v1/transfers/transfer-1/outside-answer', problem(409, 'step-blocked', [
      { pointer: '/step', code: 'open-high-risk' },
      { pointer: '/overrideReason', code: 'active-order' },
    ]));
    const { user } = await open('/cases/case-1/assignment');
    expect(await screen.findByTestId('consent-body')).toHaveAttribute(
      'href', '/cases/case-1/consents/new?purpose=hand-over&transferId=transfer-1&then=assignment',
    );
    expect(screen.getByText('Stopped: consent to casework has ended.')).toBeVisible();
    await user.click(screen.getByTestId('open-outside-answer'));
    await user.click(screen.getAllByRole('radio')[0]!);
    await user.type(screen.getByLabelText(/Who received it there/), 'Received by their officer.');
    await user.click(screen.getByTestId('outside-answer'));
    expect(await screen.findByTestId('settle-first')).toHaveTextContent('high');
    expect(screen.getByTestId('held-up')).not.toHaveTextContent('high');
    await user.type(await screen.findByLabelText(/Why the case ends nevertheless/), 'They see the child today.');
    await user.click(screen.getByTestId('outside-answer'));
    await waitFor(() => expect(server.changes().at(-1)?.body).toMatchObject({ answer: 'accepted', overrideReason: 'They see the child today.' }));
  });

  it('is declined with a reason only, and says when somebody was quicker', async () => {
    server.on('POST /api/cases/v1/transfers/transfer-1/decline', problem(409, 'transfer-not-pending'));
    const { user } = await open('/transfers');
    await user.click(await within(await screen.findByTestId('transfers-in')).findByTestId('read-transfer'));
    await user.click(await screen.findByTestId('open-decline'));
    await user.click(screen.getByTestId('decline'));
    expect(server.changes()).toHaveLength(0);
    await user.type(screen.getByLabelText(/^Why\?/), 'No worker is free.');
    await user.click(screen.getByTestId('decline'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Somebody was quicker');
  });
});

describe('a sealed case', () => {
  it('names who knows of it and is sealed for owner and supervisor at least', async () => {
    server.as('supervisor', { staffId: 's9', unit: UNIT });
    server.on('POST /api/cases/v1/cases/case-1/seal', { status: 204 });
    const { user } = await open('/cases/case-1/assignment');
    await user.click(await screen.findByTestId('open-seal'));
    await user.selectOptions(await screen.findByLabelText(/^Why\?/), 'staff-relative');
    await user.type(screen.getByLabelText(/In words/), 'The niece of a colleague.');
    await user.click(screen.getByTestId('seal-case'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ reason: 'staff-relative', namedIds: ['s1', 's9'] }));
  });

  it('shows its badge and the people named', async () => {
    server.on('GET /api/cases/v1/cases/case-1/seal', { body: { sealed: true, reason: 'high-profile', words: 'In every paper.', namedIds: ['s1', 's2'], etag: '"v6"' } });
    await open('/cases/case-1/assignment');
    const sealed = await screen.findByTestId('sealed');
    await waitFor(() => expect(sealed).toHaveTextContent('Gulalai Khan'));
    expect(sealed).toHaveTextContent('Sealed');
  });

  it('is known to the Commission as a number', async () => {
    server.as('commission-admin');
    server.on('GET /api/cases/v1/caseload-exceptions', { body: { items: [{ id: 'e1', unitId: 'unit-1', openCases: 30, weighted: 33, state: 'pending', requestedAt: '2026-11-20T09:00:00Z' }] } });
    server.on('POST /api/cases/v1/caseload-exceptions/e1/decision', { body: {} });
    const { user } = await open('/commission-requests');
    expect(await screen.findByTestId('known-seal')).toHaveTextContent('2 people know of it');
    await user.click(await screen.findByTestId('approve-exception'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ decision: 'approved' }));
  });
});

describe('emergency access', () => {
  it('opens a case by its number with a reason in words', async () => {
    server.as('social-worker', { unit: UNIT });
    server.on('POST /api/cases/v1/emergency-accesses', { status: 201, body: ACCESS });
    const { user } = await open('/emergency');
    await user.type(await screen.findByLabelText(/Case number/), 'kp-2026-000009');
    await user.selectOptions(screen.getByLabelText(/^Why\?/), 'danger-now');
    await user.click(screen.getByTestId('take'));
    expect(server.changes()).toHaveLength(0);
    await user.type(screen.getByLabelText(/What has happened/), 'A neighbour called at night.');
    await user.click(screen.getByTestId('take'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ caseNumber: 'KP-2026-000009', reason: 'danger-now' }));
    expect(within(await screen.findByTestId('emergency-opened')).getByRole('link')).toHaveAttribute('href', '/cases/case-9');
  });

  it('shows both reviews when another supervisor was quicker, also when the access left the list, and has more pages', async () => {
    server
      .on('GET /api/cases/v1/emergency-accesses?limit=20', { body: { items: [ACCESS] }, headers: { link: '<?limit=20&cursor=c1>; rel="next"' } })
      .on('GET /api/cases/v1/emergency-accesses?limit=20&cursor=c1', { body: { items: [{ ...ACCESS, id: 'access-2' }] } })
      .on('POST /api/cases/v1/emergency-accesses/access-1/review', problem(412, 'stale'));
    const { user } = await open('/emergency');
    await user.click(await screen.findByTestId('next-page'));
    await waitFor(() => expect(screen.getAllByTestId('emergency')).toHaveLength(2));
    await user.click(screen.getAllByTestId('open-review')[0]!);
    await user.click(screen.getByLabelText('It was not right'));
    await user.type(within(screen.getByTestId('review-form')).getByLabelText(/^Why/), 'Nothing was urgent.');
    const theirs = { ...ACCESS, state: 'justified', reviewWords: 'The child was in danger.', etag: '"v1"' };
    server.on('GET /api/cases/v1/emergency-accesses/access-1', { body: theirs, headers: { etag: theirs.etag } });
    await user.click(screen.getByTestId('review'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent('Nothing was urgent.');
    expect(notice).toHaveTextContent('The child was in danger.');
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });

  it('is reviewed by the supervisor, and never by who took it', async () => {
    server.on('POST /api/cases/v1/emergency-accesses/access-1/review', { body: {} });
    const { user, unmount } = await open('/emergency');
    await user.click(await screen.findByTestId('open-review'));
    await user.click(screen.getByLabelText('It was not right'));
    const form = screen.getByTestId('review-form');
    await user.type(within(form).getByLabelText(/^Why/), 'Nothing was urgent.');
    await user.click(screen.getByTestId('review'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ verdict: 'not-justified' }));
    unmount();
    server.as('supervisor', { staffId: 's2', unit: UNIT });
    await open('/emergency');
    await screen.findByTestId('emergency');
    expect(screen.queryByTestId('open-review')).toBeNull();
  });
});

/** Colours need a browser that paints; the journeys in Chromium check them. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

describe('in every language', () => {
  it.each([
    ['/cases/case-1/assignment', 'open-assign', 'worker'],
    ['/transfers', 'read-transfer', 'open-accept'],
    ['/emergency', 'open-review', 'review'],
    ['/unassigned', 'open-assign', 'worker'],
  ])('%s can be used by everybody', async (path, press, shown) => {
    const { user } = await open(path, 'ur');
    await user.click((await screen.findAllByTestId(press))[0] as HTMLElement);
    await screen.findAllByTestId(shown);
    expect(await violations()).toEqual([]);
  });

  it.each(['ur', 'ps'] as const)('no raw code is shown in %s', async (language) => {
    await open('/transfers', language);
    const panel = await screen.findByTestId('transfers-in');
    await within(panel).findByTestId('transfer');
    await waitFor(() => expect(panel.textContent.replace('Child Protection Unit Peshawar', '')).not.toMatch(/[a-z]{3,}/));
  });
});
