// @vitest-environment jsdom
import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

let server: FakeServer;
const OVERRIDE = {
  id: 'o1', caseId: 'case-1', purpose: 'case-management', reasonCode: 'caregiver-suspected', text: 'The uncle answers the telephone.',
  childTold: true, happenedAt: '2026-11-21T08:00:00Z', dueAt: '2099-11-22T08:00:00Z', recordedBy: 's2', recordedAt: '2026-11-21T08:00:00Z',
  state: 'awaiting', etag: '"v0"',
};
const CONSENTS = {
  ageBand: '12-14',
  standings: [
    { purpose: 'case-management', stands: false, basis: 'none', missing: ['child-assent-needed'] },
    { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'consent', until: '2027-01-01', missing: [] },
  ],
  consents: [
    { id: 'c1', purpose: 'case-management', decision: 'given', givenBy: 'caregiver', method: 'thumbprint', language: 'ps', happenedAt: '2026-11-20T09:00:00Z', witness: 'Imran A.' },
  ],
  overrides: [] as object[],
};

function consents(more: object = {}) {
  server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ...CONSENTS, ...more } });
}

beforeEach(() => {
  // axe measures icon fonts on a canvas, which this document does not paint.
  HTMLCanvasElement.prototype.getContext = () => null;
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/assessments/v1/cases/case-1/assessments', { body: { items: [] } })
    .on('GET /api/referrals/v1/cases/case-1/referrals', { body: { items: [] } });
  consents();
});

/** Colours need a browser that paints; the journeys in Chromium check them. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

describe('the consent page', () => {
  it('says how each matter stands, whose word is missing and where to record it', async () => {
    await open('/cases/case-1/consents');
    const [casework, sharing] = await screen.findAllByTestId('standing');
    expect(casework).toHaveTextContent("The child's own agreement");
    expect(within(casework!).getByRole('link')).toHaveAttribute('href', '/cases/case-1/consents/new?purpose=case-management&givenBy=child');
    expect(sharing).toHaveAttribute('data-stands', 'true');
    expect(within(sharing!).queryByTestId('override')).toBeNull();
    expect(screen.getByTestId('consent-history')).toHaveTextContent('Imran A.');
  });

  it('shows all that was said, also what comes on further pages', async () => {
    const [word] = CONSENTS.consents;
    consents({ next: 'c1' });
    server.on('GET /api/cases/v1/cases/case-1/consent-words', { body: { items: [word, { ...word, id: 'c0', witness: 'Sajid A.', happenedAt: '2026-01-20T09:00:00Z' }] } });
    await open('/cases/case-1/consents');
    const history = await screen.findByTestId('consent-history');
    expect(within(history).getAllByTestId('consent-row')).toHaveLength(2);
    expect(history).toHaveTextContent('Sajid A.');
  });

  it('says of a matter nobody was asked about that nobody was, not that casework is not consented to', async () => {
    consents({ standings: [...CONSENTS.standings, { purpose: 'reporting', stands: false, basis: 'none', missing: ['consent-needed'] }] });
    await open('/cases/case-1/consents');
    const reporting = (await screen.findAllByTestId('standing')).at(-1)!;
    expect(reporting).toHaveTextContent('Nobody was asked about this yet');
    expect(reporting).not.toHaveTextContent('casework');
    expect(within(reporting).getByRole('link')).toHaveAttribute('href', '/cases/case-1/consents/new?purpose=reporting');
  });

  it('goes on without consent only with a reason in words', async () => {
    server.on('POST /api/cases/v1/cases/case-1/consent-overrides', { status: 201, body: OVERRIDE });
    const { user } = await open('/cases/case-1/consents', 'ur');
    await user.click(await screen.findByTestId('override'));
    await user.click(screen.getByTestId('save-override'));
    expect(server.changes()).toHaveLength(0);
    expect(await violations()).toEqual([]);
    await user.click(screen.getAllByRole('radio')[0]!);
    await user.type(screen.getByTestId('override-form').querySelector('textarea')!, 'Alone in the bazaar.');
    await user.click(screen.getByRole('checkbox'));
    consents({ overrides: [OVERRIDE] });
    await user.click(screen.getByTestId('save-override'));
    expect(await screen.findByTestId('override-row')).toHaveAttribute('data-state', 'awaiting');
    expect(server.changes().at(-1)?.body).toMatchObject({
      purpose: 'case-management', reasonCode: 'serious-risk', text: 'Alone in the bazaar.', childTold: true,
    });
  });

  it('lets another supervisor countersign, and asks for words to reject', async () => {
    server.as('supervisor').on('POST /api/cases/v1/consent-overrides/o1/decision', { body: { ...OVERRIDE, state: 'rejected' } });
    consents({ overrides: [OVERRIDE] });
    const { user } = await open('/cases/case-1/consents');
    await user.click(await screen.findByTestId('override-rejected'));
    expect(screen.getByText('This is needed')).toBeVisible();
    await user.type(screen.getByLabelText(/^What you say/), 'The aunt can be asked.');
    await user.click(screen.getByTestId('override-rejected'));
    await screen.findByTestId('override-row');
    const sent = server.changes().at(-1);
    expect(sent?.headers.get('If-Match')).toBe('"v0"');
    expect(sent?.body).toMatchObject({ decision: 'rejected', comment: 'The aunt can be asked.' });
  });

  it('offers nobody to countersign what they wrote themselves', async () => {
    server.as('supervisor');
    consents({ overrides: [{ ...OVERRIDE, recordedBy: 's1' }] });
    await open('/cases/case-1/consents');
    expect(await screen.findByText('You wrote this: another supervisor has to countersign.')).toBeVisible();
    expect(screen.queryByTestId('answer-override')).toBeNull();
  });

  it('tells the supervisor that it lapsed meanwhile', async () => {
    server.as('supervisor').on('POST /api/cases/v1/consent-overrides/o1/decision', problem(409, 'override-lapsed'));
    consents({ overrides: [OVERRIDE] });
    const { user } = await open('/cases/case-1/consents');
    await user.click(await screen.findByTestId('override-confirmed'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('it has lapsed');
  });
});

describe('two who answer one override', () => {
  it('shows the second what the first answered, with both words', async () => {
    server.as('supervisor').on('POST /api/cases/v1/consent-overrides/o1/decision', problem(412, 'stale'));
    consents({ overrides: [OVERRIDE] });
    const { user } = await open('/cases/case-1/consents');
    await user.type(await screen.findByLabelText(/^What you say to it/), 'The aunt has signed.');
    consents({ overrides: [{ ...OVERRIDE, state: 'rejected', comment: 'Ask the aunt first.', etag: '"v1"' }] });
    await user.click(screen.getByTestId('override-confirmed'));
    const notice = await screen.findByTestId('overtaken');
    expect(notice).toHaveTextContent('The aunt has signed.');
    expect(notice).toHaveTextContent('Ask the aunt first.');
    expect(screen.queryByTestId('keep-mine')).toBeNull();
  });
});

describe('recording a consent', () => {
  it('asks for a witness where nobody signs, and sends whether the child decides alone', async () => {
    server.on('POST /api/cases/v1/cases/case-1/consents', { status: 201, body: CONSENTS.consents[0] });
    const { user } = await open('/cases/case-1/consents/new?givenBy=child');
    await user.selectOptions(await screen.findByLabelText(/^How/), 'thumbprint');
    await user.selectOptions(screen.getByLabelText(/^Does the child decide alone/), 'unsafe');
    await user.click(screen.getByTestId('save-consent'));
    expect(screen.getByText('This is needed')).toBeVisible();
    await user.type(screen.getByLabelText(/^Witness/), 'Imran A.');
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId('save-consent'));
    await screen.findByTestId('standings');
    expect(server.changes().at(-1)?.body).toMatchObject({ givenBy: 'child', method: 'thumbprint', witness: 'Imran A.', withoutCaregiver: 'unsafe' });
  });
});

const MOTHER = { id: 'p1', relation: 'mother', roles: ['caregiver'], name: 'Zarmina A.', current: true, recordedAt: '2026-11-20T09:00:00Z', etag: '"v0"' };
const UNCLE = { ...MOTHER, id: 'p2', relation: 'uncle', roles: ['caregiver', 'person-of-concern'], name: 'Badal A.' };
const AUNT = { ...MOTHER, id: 'p3', relation: 'aunt', roles: [], name: 'Spogmai A.' };

describe('whose word it is', () => {
  beforeEach(() => {
    server
      .on('POST /api/cases/v1/cases/case-1/consents', { status: 201, body: CONSENTS.consents[0] })
      .on('GET /api/cases/v1/cases/case-1/persons', { body: { items: [MOTHER, UNCLE, AUNT] } });
  });

  it('takes the only caregiver, and offers nobody the child is kept safe from', async () => {
    const { user } = await open('/cases/case-1/consents/new?givenBy=caregiver');
    const who = await screen.findByLabelText(/^Who it is/);
    expect(within(who).queryByText(/Badal/)).toBeNull();
    expect(within(who).queryByText(/Spogmai/)).toBeNull();
    await waitFor(() => expect(who).toHaveValue('p1'));
    await user.selectOptions(screen.getByLabelText(/^How/), 'oral');
    await user.type(screen.getByLabelText(/^Witness/), 'Imran A.');
    await user.click(screen.getByTestId('save-consent'));
    expect(server.changes()).toHaveLength(0);
    await user.selectOptions(screen.getByLabelText(/^Why was it not given in writing/), 'by-telephone');
    expect(await violations()).toEqual([]);
    await user.click(screen.getByTestId('save-consent'));
    await screen.findByTestId('standings');
    expect(server.changes().at(-1)?.body).toMatchObject({ givenBy: 'caregiver', personId: 'p1', oralReason: 'by-telephone' });
  });

  it('offers whoever said no in a case that went into this one, since nobody else takes it back', async () => {
    const no = { ...CONSENTS.consents[0], id: 'c9', decision: 'refused', personId: 'p9', person: 'Zarlasht', fromCase: 'KP-2026-000009' };
    consents({ consents: [no] });
    const { user } = await open('/cases/case-1/consents');
    await user.click(await screen.findByTestId('record-consent'));
    await user.click(await screen.findByRole('radio', { name: /^A caregiver/ }));
    await user.selectOptions(await screen.findByLabelText(/^Who it is/), 'Zarlasht (KP-2026-000009)');
    await user.click(screen.getByTestId('save-consent'));
    await waitFor(() => expect(server.changes().at(-1)?.body).toMatchObject({ givenBy: 'caregiver', personId: 'p9' }));
  });

  it('proposes nobody new where the only caregiver is of concern, and somebody new where nobody is known', async () => {
    server.on('GET /api/cases/v1/cases/case-1/persons', { body: { items: [UNCLE] } });
    const { unmount } = await open('/cases/case-1/consents/new?givenBy=caregiver');
    expect(await screen.findByLabelText(/^Who it is/)).toHaveValue('');
    expect(screen.queryByLabelText(/^Their name/)).toBeNull();
    unmount();
    server.on('GET /api/cases/v1/cases/case-1/persons', { body: { items: [] } });
    await open('/cases/case-1/consents/new?givenBy=caregiver');
    await waitFor(() => expect(screen.getByLabelText(/^Who it is/)).toHaveValue('new'));
  });

  it('records somebody new with their word, and asks why no caregiver decides', async () => {
    const { user } = await open('/cases/case-1/consents/new?givenBy=other-trusted-adult', 'ur');
    await user.selectOptions(await screen.findByLabelText(/^یہ کون ہیں/), 'new');
    await user.click(screen.getByTestId('save-consent'));
    expect(server.changes()).toHaveLength(0);
    expect(await violations()).toEqual([]);
    await user.type(screen.getByLabelText(/^ان کا نام/), 'Gul A.');
    await user.selectOptions(screen.getByLabelText(/^بچے سے رشتہ/), 'neighbour');
    await user.selectOptions(screen.getByLabelText(/^نگران فیصلہ کیوں/), 'unavailable');
    await user.click(screen.getByTestId('save-consent'));
    await screen.findByTestId('standings');
    expect(server.changes().at(-1)?.body).toMatchObject({
      person: { name: 'Gul A.', relation: 'neighbour' }, withoutCaregiver: 'unavailable',
    });
  });

  it('asks on which order a court decides, and leads to recording one where there is none', async () => {
    const order = { id: 'o7', kind: 'entrustment', madeBy: 'child-protection-court', maker: 'Court A.', madeAt: '2026-11-20T09:00:00Z', beginsOn: '2026-11-20', etag: '"v0"' };
    const orders = 'GET /api/cases/v1/cases/case-1/orders';
    const legal = (items: object[]) => server.on(orders, { body: { items } });
    legal([{ ...order, endedAt: '2026-11-21T09:00:00Z' }]);
    const { user, unmount } = await open('/cases/case-1/consents/new?givenBy=court');
    expect(within(await screen.findByTestId('no-order')).getByRole('link')).toHaveAttribute('href', '/cases/case-1/legal');
    await user.click(screen.getByTestId('save-consent'));
    expect(server.changes()).toHaveLength(0);
    unmount();
    const next = `</v1/cases/case-1/orders?cursor=older>; rel="next"`;
    server
      .on(`${orders}?limit=100`, { body: { items: [{ ...order, id: 'o8', endedAt: '2026-11-21T09:00:00Z' }] }, headers: { link: next } })
      .on(`${orders}?limit=100&cursor=older`, { body: { items: [order] } })
      .on('POST /api/cases/v1/cases/case-1/consents', problem(409, 'court-word-second-person'));
    const { user: again } = await open('/cases/case-1/consents/new?givenBy=court');
    await again.click(await screen.findByTestId('older-orders'));
    await again.selectOptions(await screen.findByLabelText(/^The order it rests on/), 'o7');
    await again.click(screen.getByTestId('save-consent'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('one of the two is a supervisor');
    expect(server.changes().at(-1)?.body).toMatchObject({ givenBy: 'court', orderId: 'o7' });
  });

  it('is about the body a transfer names, where it began there', async () => {
    const { user } = await open('/cases/case-1/consents/new?purpose=hand-over&transferId=t1&givenBy=child&then=assignment');
    await user.click(await screen.findByTestId('save-consent'));
    await waitFor(() => expect(server.changes().at(-1)?.body).toMatchObject({ purpose: 'hand-over', transferId: 't1' }));
  });
});

describe('the supervisor', () => {
  it('finds what waits for a second person beside the approvals', async () => {
    server
      .as('supervisor')
      .on('GET /api/cases/v1/approvals', { body: { items: [] } })
      .on('GET /api/cases/v1/consent-overrides', { body: { items: [{ caseNumber: 'KP-2026-000001', override: OVERRIDE }] } });
    await open('/approvals');
    const waiting = await screen.findByTestId('waiting-override');
    expect(within(waiting).getByRole('link')).toHaveAttribute('href', '/cases/case-1/consents');
    expect(await violations()).toEqual([]);
  });
});
