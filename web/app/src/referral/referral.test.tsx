import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, FakeServer, foundServices, HSDS_SERVICE, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const REFERRAL = {
  id: 'referral-1',
  caseId: 'case-1',
  serviceId: 'service-1',
  agencyId: 'agency-1',
  status: 'requested',
  priority: 'high',
  reasonCode: 'legal-representation',
  authoredAt: '2026-11-20T10:00:00Z',
  respondBy: '2099-11-21T10:00:00Z',
  completeBy: '2099-11-23T10:00:00Z',
  packet: { caseCode: 'PEW-2026-00001', ageBand: '12-14', sex: 'female', requestText: 'Representation.' },
  history: [{ from: 'draft', to: 'requested', at: '2026-11-20T10:00:00Z', by: 'requester' }],
};

const name = (en: string) => ({ en, ur: en, ps: en });
const RULES = [
  { kind: 'incident-facts', level: 'service', name: name('Facts of the incident'), release: 'included', yours: true },
  { kind: 'document-status', level: 'status', name: name('Nationality and papers'), release: 'with-reason', yours: true },
  { kind: 'clinical-notes', level: 'clinical', name: name('Notes of the psychologist'), release: 'never', yours: false },
  { kind: 'risk-summary', level: 'sensitive', name: name('Level of risk'), release: 'on-order', yours: true },
  { kind: 'assessment-results', level: 'clinical', name: name('Results of screening'), release: 'offered', yours: false },
];
const CODES = [
  { list: 'reason', code: 'legal-representation', states: [], textNeeded: false, name: name('Legal representation') },
  { list: 'status-reason', code: 'wrong-child', states: ['entered-in-error'], textNeeded: false, name: name('About another child') },
  { list: 'status-reason', code: 'consent-withdrawn', states: ['cancelled'], textNeeded: false, name: name('The consent was withdrawn') },
  { list: 'status-reason', code: 'other', states: ['cancelled', 'rejected'], textNeeded: true, name: name('Other') },
];

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('social-worker')
    .on('GET /api/cases/v1/cases/case-1', { body: CASE, headers: { etag: '"v1"' } })
    .on('GET /api/referrals/v1/hsds/services', { body: foundServices([HSDS_SERVICE]) })
    .on('GET /api/referrals/v1/capacity-questions', { body: { items: [] } })
    .on('GET /api/referrals/v1/packet-rules?category=legal-aid&agencyId=agency-1', { body: { items: RULES } })
    .on('GET /api/referrals/v1/referral-codes', { body: { items: CODES } })
    // What is kept while it is written has tests of its own, referral-drafts.test.tsx.
    .on('POST /api/referrals/v1/cases/case-1/referral-drafts', problem(409, 'too-many-drafts'))
    .on('POST /api/referrals/v1/referral-previews', (asked) => {
      const { packet } = asked.body as { packet: { items?: { kind: string; text: string }[] } };
      const exceptions = (packet.items ?? []).map((item) => item.kind).filter((kind) => kind === 'document-status');
      return { body: { agencyId: 'agency-1', category: 'legal-aid', packet, preview: 'mark-1', exceptions, sharing: 'consent' } };
    })
    .on('GET /api/referrals/v1/referrals/referral-1/feedback', { body: { scale: [], items: [] } })
    .on('GET /api/referrals/v1/referrals/referral-1/returns', { body: { items: [] } })
    .on('GET /api/referrals/v1/referrals/referral-1/links', { body: { items: [] } })
    .on('GET /api/referrals/v1/referrals/referral-1', { body: REFERRAL, headers: { etag: '"v1"' } });
});

async function written() {
  const { user } = await open('/cases/case-1/refer');
  await user.click(await screen.findByTestId('choose-service'));
  await user.type(screen.getByLabelText(/^What is asked for/), 'Representation.');
  return user;
}

type User = Awaited<ReturnType<typeof written>>;

async function sent(user: User) {
  await user.click(await screen.findByTestId('look-at-packet'));
  await user.click(await screen.findByTestId('send-referral'));
}

/** What was changed, but for drafts, which are kept whenever somebody rests from writing. */
const told = () => server.changes().filter((one) => !one.path.endsWith('/referral-drafts'));
const referrals = () => server.changes().filter((one) => one.path === '/api/referrals/v1/referrals');

describe('referring a child', () => {
  it('shows before sending exactly what the agency will see, and again when something was changed', async () => {
    const user = await written();
    await user.click(screen.getByTestId('look-at-packet'));
    const packet = await screen.findByTestId('packet');
    expect(packet).toHaveTextContent('PEW-2026-00001');
    expect(packet).toHaveTextContent('Representation.');
    expect(packet).not.toHaveTextContent('زرغونہ');
    expect(screen.getByTestId('send-referral')).toBeVisible();
    await user.type(screen.getByLabelText(/^For the attention of/), 'Advocate Zubaida');
    expect(screen.queryByTestId('packet')).toBeNull();
    expect(screen.queryByTestId('send-referral')).toBeNull();
    await user.click(screen.getByTestId('look-at-packet'));
    expect(await screen.findByTestId('packet')).toHaveTextContent('Advocate Zubaida');
    expect(referrals()).toEqual([]);
  });

  it('says for which action of the plan it is', async () => {
    server.on('POST /api/referrals/v1/referrals', { status: 201, body: REFERRAL });
    const { user } = await open('/cases/case-1/refer?action=action-1');
    expect(await screen.findByTestId('for-action')).toBeVisible();
    await user.click(await screen.findByTestId('choose-service'));
    await user.type(screen.getByLabelText(/^What is asked for/), 'Representation.');
    await sent(user);
    await screen.findByTestId('referral');
    expect(referrals()[0]?.body).toMatchObject({ actionId: 'action-1' });
  });

  it('is meant for one person of the agency where it lists some', async () => {
    server
      .on('GET /api/identity/v1/agencies/agency-1/listed-people', { body: { items: [{ id: 'p2', name: 'Duty lawyer' }] } })
      .on('POST /api/referrals/v1/referrals', { status: 201, body: REFERRAL });
    const user = await written();
    await user.selectOptions(await screen.findByLabelText(/^For whom at the agency/), 'Duty lawyer');
    expect(screen.queryByLabelText(/^For the attention of/)).toBeNull();
    await sent(user);
    await screen.findByTestId('referral');
    expect(referrals()[0]?.body).toMatchObject({ addressee: 'p2', addresseeName: 'Duty lawyer' });
  });

  it('goes to another agency after a no in one step: what was written goes along, but for what needs a reason of its own', async () => {
    const refused = {
      ...REFERRAL, status: 'rejected', category: 'legal-aid',
      packet: { ...REFERRAL.packet, language: 'ps', safeContact: 'Aunt', items: [
        { kind: 'incident-facts', text: 'The uncle came twice.' },
        { kind: 'document-status', text: 'No card yet.', because: 'To register.' },
        { kind: 'risk-summary', text: 'High risk.', orderId: 'order-1' },
        { kind: 'clinical-notes', text: 'Not for lawyers.' },
      ] },
    };
    server
      .on('GET /api/referrals/v1/referrals/referral-1', { body: refused, headers: { etag: '"v2"' } })
      .on('POST /api/referrals/v1/referrals', { status: 201, body: { ...REFERRAL, partOf: 'referral-1' } });
    const { user } = await open('/referrals/referral-1');
    await user.click(within(await screen.findByTestId('refer-again')).getByRole('link'));
    expect(await screen.findByTestId('after')).toBeVisible();
    await user.click(await screen.findByTestId('choose-service'));
    expect(await screen.findByLabelText(/^What is asked for/)).toHaveValue('Representation.');
    expect(await screen.findByLabelText(/^Facts of the incident/)).toHaveValue('The uncle came twice.');
    expect(screen.queryByTestId('item-document-status')).toBeNull();
    expect(screen.queryByTestId('item-risk-summary')).toBeNull();
    await sent(user);
    await waitFor(() => expect(referrals()).toHaveLength(1));
    expect(referrals()[0]?.body).toMatchObject({
      partOf: 'referral-1',
      packet: { safeContact: 'Aunt', items: [{ kind: 'incident-facts', text: 'The uncle came twice.' }] },
    });
    expect(JSON.stringify(referrals()[0]?.body)).not.toMatch(/Not for lawyers|No card yet|To register|High risk|order-1/);
  });

  it('tells more than such a service gets only with its reason, and says so', async () => {
    server.on('POST /api/referrals/v1/referrals', { status: 201, body: REFERRAL });
    const user = await written();
    expect(await screen.findByText(/never told:.*Notes of the psychologist/)).toBeVisible();
    await user.selectOptions(await screen.findByTestId('add-item'), 'document-status');
    await user.type(screen.getByLabelText(/^Nationality and papers/), 'No card yet.');
    await user.click(screen.getByTestId('look-at-packet'));
    expect(screen.queryByTestId('packet')).toBeNull();
    await user.type(screen.getByLabelText(/^Why this service must know it/), 'She is to be registered.');
    await user.click(screen.getByTestId('look-at-packet'));
    expect(await screen.findByTestId('exceptions')).toHaveTextContent('Nationality and papers');
    await user.click(screen.getByTestId('send-referral'));
    await screen.findByTestId('referral');
    expect(referrals()[0]?.body).toMatchObject({
      preview: 'mark-1',
      packet: { items: [{ kind: 'document-status', text: 'No card yet.', because: 'She is to be registered.' }] },
    });
  });

  it('tells what is ordered by an order in force that is chosen, and offers nothing that is others’ to send', async () => {
    const order = { id: 'order-1', kind: 'protective-care', madeBy: 'child-protection-court', maker: 'The court', madeAt: '2026-11-01T06:00:00Z', beginsOn: '2026-11-01', recordedBy: 's', recordedAt: '2026-11-01T06:00:00Z', etag: '"v0"' };
    const ended = { ...order, id: 'order-2', maker: 'An older court', endedAt: '2026-11-02T06:00:00Z' };
    server.on('GET /api/cases/v1/cases/case-1/legal', { body: { matters: [], hearings: [], orders: [order, ended], next: {} } });
    server.on('POST /api/referrals/v1/referrals', { status: 201, body: REFERRAL });
    const user = await written();
    expect(await screen.findByTestId('released-by-others')).toHaveTextContent('Results of screening');
    const add = screen.getByTestId('add-item');
    expect(within(add).queryByText(/Results of screening/)).toBeNull();
    await user.selectOptions(add, 'risk-summary');
    await user.type(screen.getByLabelText(/^Level of risk/), 'High.');
    await user.click(screen.getByTestId('look-at-packet'));
    expect(screen.queryByTestId('packet')).toBeNull();
    const orders = await screen.findByLabelText(/^Which order in force asks for it/);
    expect(within(orders).queryByText(/An older court/)).toBeNull();
    await user.selectOptions(orders, 'order-1');
    await sent(user);
    await screen.findByTestId('referral');
    expect(referrals()[0]?.body).toMatchObject({ packet: { items: [{ kind: 'risk-summary', text: 'High.', orderId: 'order-1' }] } });
  });

  it('says that nobody was asked, and takes the service’s no for an answer', async () => {
    server.on('POST /api/referrals/v1/referrals', problem(409, 'consent-missing'));
    const user = await written();
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'missing');
    expect(within(await screen.findByTestId('consent-state')).getByRole('link')).toHaveAttribute(
      'href',
      '/cases/case-1/consents/new?purpose=share-information&agencyId=agency-1&then=refer',
    );
    await sent(user);
    expect(await screen.findByTestId('problem')).toHaveTextContent('There is no consent to share with this agency');
  });

  it('asks for all whose words count, not for the newest word', async () => {
    const standing = { purpose: 'share-information', agencyId: 'agency-1', stands: false, basis: 'none', missing: ['child-assent-needed'] };
    server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [standing], consents: [], overrides: [] } });
    await written();
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'missing');
  });

  it('without consent goes by the case’s own override, which another person confirms', async () => {
    const standing = { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'override', missing: [] };
    server.on('POST /api/cases/v1/cases/case-1/consent-overrides', () => {
      server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [standing], consents: [], overrides: [] } });
      return { status: 201, body: {} };
    });
    let asked = 0;
    server.on('POST /api/referrals/v1/referrals', () => (++asked === 1 ? problem(409, 'consent-missing') : { status: 201, body: REFERRAL }));
    const user = await written();
    await user.click(await screen.findByTestId('override'));
    await user.click(await screen.findByTestId('save-override'));
    expect(told()).toEqual([]);
    await user.click(screen.getByLabelText('The caregiver is the suspected perpetrator'));
    await user.type(within(screen.getByTestId('override-form')).getByRole('textbox'), 'The father is the suspect.');
    await user.click(screen.getByTestId('save-override'));
    expect(await screen.findByText(/Another person has to agree/)).toBeVisible();
    expect(told()[0]?.body).toMatchObject({ purpose: 'share-information', agencyId: 'agency-1', reasonCode: 'caregiver-suspected' });
    await sent(user);
    await screen.findByTestId('referral');
    expect(asked).toBe(2);
  });

  it('is sent with consent', async () => {
    const standing = { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'consent', missing: [] };
    server.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [standing], consents: [], overrides: [] } });
    server.on('POST /api/referrals/v1/referrals', { status: 201, body: REFERRAL });
    const user = await written();
    expect(await screen.findByTestId('consent-state')).toHaveAttribute('data-state', 'given');
    await sent(user);
    expect(await screen.findByTestId('referral')).toHaveAttribute('data-status', 'requested');
    expect(referrals()[0]?.body).not.toHaveProperty('consentOverride');
  });

  it('says when no service of the kind is listed', async () => {
    server.on('GET /api/referrals/v1/hsds/services', { body: foundServices([]) });
    await open('/cases/case-1/refer');
    expect(await screen.findByTestId('empty')).toBeVisible();
  });

  it('looks for what takes this child, those that answer here first, and the others are to be called', async () => {
    const called = { ...HSDS_SERVICE, id: 'service-2', name: 'Committee', names: undefined, referable: false, phone: '091-9210101' };
    server.on('GET /api/referrals/v1/hsds/services', { body: foundServices([called, HSDS_SERVICE]) });
    const { user } = await open('/cases/case-1/refer');
    const [first, second] = await screen.findAllByTestId('service');
    expect(first).toHaveAttribute('data-referable', 'true');
    expect(within(second as HTMLElement).queryByTestId('choose-service')).toBeNull();
    expect(second).toHaveTextContent('091-9210101');
    const asked = () => server.asked.filter((one) => one.path.includes('/hsds/services?')).at(-1)?.path;
    expect(asked()).toContain('category=legal-aid&district=peshawar&age=12&sex=female');
    await user.click(screen.getByLabelText(/^Only what takes/));
    await waitFor(() => expect(asked()).not.toContain('&age='));
  });
});

describe('the page of a referral', () => {
  it('offers to close the loop only when the agency has finished', async () => {
    await open('/referrals/referral-1');
    expect(await screen.findByTestId('cancel-referral')).toBeVisible();
    expect(screen.queryByTestId('close-loop')).toBeNull();
  });

  it('shows the outcome and closes the loop under the version that was read', async () => {
    const completed = { ...REFERRAL, status: 'completed', outcome: { code: 'provided', text: 'Advocate engaged.', at: '2026-11-21T10:00:00Z' } };
    server.on('GET /api/referrals/v1/referrals/referral-1', { body: completed, headers: { etag: '"v4"' } });
    server.on('POST /api/referrals/v1/referrals/referral-1/loop-closure', () => {
      server.on('GET /api/referrals/v1/referrals/referral-1', { body: { ...completed, loopClosedAt: '2026-11-21T11:00:00Z' }, headers: { etag: '"v5"' } });
      return { body: {} };
    });
    const { user } = await open('/referrals/referral-1');
    expect(await screen.findByTestId('outcome')).toHaveTextContent('The service was given');
    await user.click(screen.getByTestId('close-loop'));
    expect(await screen.findByTestId('loop-closed')).toBeVisible();
    expect(screen.queryByTestId('close-loop')).toBeNull();
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v4"');
  });

  it('keeps the note on a loop that a colleague closed first, beside what became of it', async () => {
    const completed = { ...REFERRAL, status: 'completed', outcome: { code: 'provided', at: '2026-11-21T10:00:00Z' } };
    const path = 'GET /api/referrals/v1/referrals/referral-1';
    server.on(path, { body: completed, headers: { etag: '"v4"' } }).on('POST /api/referrals/v1/referrals/referral-1/loop-closure', problem(412, 'stale'));
    const { user, queries } = await open('/referrals/referral-1');
    await user.type(within(await screen.findByTestId('loop')).getByRole('textbox', { name: /Note|note/ }), 'The mother is content.');
    server.on(path, { body: { ...completed, loopClosedAt: '2026-11-21T11:00:00Z' }, headers: { etag: '"v5"' } });
    await queries.invalidateQueries({ queryKey: ['referrals', 'one', 'referral-1'] });
    await screen.findByTestId('loop-closed');
    await user.click(screen.getByTestId('close-loop'));
    expect(await screen.findByTestId('overtaken')).toHaveTextContent('The mother is content.');
    await user.click(screen.getByTestId('take-theirs'));
    await waitFor(() => expect(screen.queryByTestId('loop')).toBeNull());
  });

  it('is called off only with a reason', async () => {
    server.on('POST /api/referrals/v1/referrals/referral-1/cancellation', { body: {} });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('cancel-referral'));
    await user.click(screen.getByTestId('confirm-cancel'));
    expect(server.changes()).toEqual([]);
    await user.selectOptions(screen.getByLabelText(/^Why is it called off/), 'consent-withdrawn');
    await user.click(screen.getByTestId('confirm-cancel'));
    await waitFor(() => expect(server.changes()[0]?.body).toMatchObject({ reasonCode: 'consent-withdrawn', happenedAt: expect.stringMatching(/Z$/) }));
  });

  it('is taken back when it was an error, with what was wrong, and words where the code says too little', async () => {
    const taken = { ...REFERRAL, status: 'entered-in-error', statusCode: 'wrong-child', packetState: 'taken-back' };
    server.on('POST /api/referrals/v1/referrals/referral-1/entered-in-error', () => {
      server.on('GET /api/referrals/v1/referrals/referral-1', { body: taken, headers: { etag: '"v2"' } });
      return { body: {} };
    });
    const { user } = await open('/referrals/referral-1');
    await user.click(await screen.findByTestId('cancel-referral'));
    await user.selectOptions(screen.getByLabelText(/^Why is it called off/), 'other');
    await user.click(screen.getByTestId('confirm-cancel'));
    expect(server.changes()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await user.click(screen.getByTestId('error-referral'));
    await user.selectOptions(screen.getByLabelText(/^What was wrong/), 'wrong-child');
    await user.click(screen.getByTestId('confirm-cancel'));
    expect(await screen.findByText('No more: it was an error')).toBeVisible();
    expect(screen.getByText('About another child')).toBeVisible();
    expect(screen.queryByTestId('error-referral')).toBeNull();
    expect(server.changes()[0]?.body).toMatchObject({ reasonCode: 'wrong-child' });
  });

  it('says who at the agency has it, since when, and that the answer was late', async () => {
    const claimed = { ...REFERRAL, status: 'accepted', acknowledgedAt: '2026-11-20T11:00:00Z', claimedAt: '2026-11-22T12:00:00Z', claimedName: 'Advocate Zubaida', answeredLate: true, partOf: 'referral-0', packetState: 'readable' };
    server
      .on('GET /api/referrals/v1/referrals/referral-1', { body: claimed, headers: { etag: '"v3"' } })
      .on(`GET /api/referrals/v1/hsds/services/${REFERRAL.serviceId}`, { body: HSDS_SERVICE })
      .on('GET /api/referrals/v1/referrals/referral-1/receipts', { body: { sender: { firstReadAt: '2026-11-22T13:00:00Z', currentReadAt: '2026-11-22T13:00:00Z' }, notices: [] } });
    const { user } = await open('/referrals/referral-1');
    expect(await screen.findByText('Advocate Zubaida')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Legal representation' })).toHaveAttribute('href', '/services/service-1');
    await user.click(screen.getByTestId('show-receipts'));
    await waitFor(() => expect(screen.getByTestId('receipts')).toHaveTextContent('The agency read itnot yetYour unit read it'));
    expect(screen.getByText('after its time was over')).toBeVisible();
    expect(screen.getByRole('link', { name: 'another referral' })).toHaveAttribute('href', '/referrals/referral-0');
  });

  it('tells what became of it and to whom it went at the agency in the order in which it happened', async () => {
    const handed = {
      ...REFERRAL, status: 'accepted',
      history: [...REFERRAL.history, { from: 'requested', to: 'accepted', at: '2026-11-20T12:00:00Z', by: 'target' }],
      handovers: [{ at: '2026-11-20T11:00:00.123456Z', why: 'handed-over', by: 'agency', to: 'Duty lawyer', reason: 'At the high court.' }],
    };
    server.on('GET /api/referrals/v1/referrals/referral-1', { body: handed, headers: { etag: '"v3"' } });
    await open('/referrals/referral-1');
    const steps = within(await screen.findByTestId('history')).getAllByRole('listitem');
    expect(steps.map((step) => step.textContent)).toEqual([
      expect.stringContaining('Requested'),
      expect.stringContaining('At the high court.'),
      expect.stringContaining('Accepted'),
    ]);
  });

  it('carries the words of both sides, and says what the agency has not read', async () => {
    const message = { id: 'm1', by: 'requester', mine: true, text: 'She can come on Monday.', sentAt: '2026-11-20T11:00:00Z', attachments: [] };
    server
      .on('GET /api/referrals/v1/referrals/referral-1/messages', { body: { items: [message] } })
      .on('POST /api/referrals/v1/referrals/referral-1/messages', { status: 201, body: message });
    const { user } = await open('/referrals/referral-1');
    const thread = within(await screen.findByTestId('thread'));
    expect(await thread.findByTestId('thread-message')).toHaveTextContent('not read yet');
    await user.type(thread.getByLabelText(/^Your message/), 'Is ten o’clock right?');
    await user.click(thread.getByTestId('write-message'));
    await waitFor(() => expect(server.changes()[0]?.body).toEqual({ text: 'Is ten o’clock right?' }));
    expect(thread.queryByTestId('attach')).toBeNull();
  });
});
