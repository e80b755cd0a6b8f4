import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AGENCY, FakeServer, foundServices, HSDS_SERVICE, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const name = (en: string) => ({ en, ur: en, ps: en });
const REFERRAL = {
  id: 'r1',
  serviceId: 'service-1',
  category: 'legal-aid',
  status: 'completed',
  priority: 'high',
  reasonCode: 'legal-advice',
  authoredAt: '2026-11-20T10:00:00Z',
  respondBy: '2026-11-21T10:00:00Z',
  completeBy: '2026-11-23T10:00:00Z',
  packet: { caseCode: 'PEW-2026-00001', ageBand: '12-14', sex: 'female', requestText: 'Please represent her.' },
  packetState: 'readable',
  claim: { mine: true, at: '2026-11-20T11:00:00Z' },
  history: [],
  lastModified: '2026-11-22T10:00:00Z',
};
const SHELTER = {
  ...HSDS_SERVICE,
  id: 'service-2',
  organization_id: 'agency-2',
  name: 'Shelter',
  names: { en: 'Shelter', ur: 'پناہ گاہ', ps: 'سرپناه' },
  category: 'shelter',
  organization: { id: 'agency-2', name: 'Invented home', names: { en: 'Invented home', ur: 'ایجاد کردہ گھر', ps: 'جوړ شوی کور' } },
};
const RETURN = { id: 'x1', kind: 'back', reasonCode: 'legal-advice', words: 'She needs school first.', consentBy: 'child', consentAt: '2026-11-21T10:00:00Z', answer: 'declined', answerWords: 'School comes in March.', answeredAt: '2026-11-22T10:00:00Z' };

const CODES = [
  { list: 'reason', code: 'legal-advice', states: [], textNeeded: false, name: name('Legal advice') },
  { list: 'outcome', code: 'provided', states: [], textNeeded: false, name: name('The service was given') },
  { list: 'outcome', code: 'not-provided', states: [], textNeeded: false, name: name('Not given') },
];

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('partner-worker', { staffId: undefined, displayName: 'Peshawar Legal Aid Centre' })
    .on('GET /api/partner/v1/referral-codes', { body: { items: CODES } })
    .on('GET /api/partner/v1/referrals/r1', { body: REFERRAL, headers: { etag: '"v7"' } })
    .on('GET /api/partner/v1/referrals/r1/messages', { body: { items: [] } })
    .on('GET /api/partner/v1/referrals/r1/feedback', { body: { scale: [], items: [] } })
    .on('GET /api/partner/v1/referrals/r1/returns', { body: { items: [] } })
    .on('GET /api/referrals/v1/hsds/taxonomy_terms', { body: foundServices([]) })
    .on('GET /api/referrals/v1/hsds/services', { body: foundServices([HSDS_SERVICE, SHELTER]) })
    .on('GET /api/referrals/v1/hsds/services/service-1', { body: HSDS_SERVICE });
});

describe('a referral that was carried out', () => {
  it('shows what the child said and agreed to tell, what the unit answered, and the service in the reader’s language', async () => {
    server
      .on('GET /api/partner/v1/referrals/r1/feedback', { body: { scale: [{ rating: 5, name: name('Very good') }], items: [{ id: 'f1', speaker: 'child', rating: 5, words: 'They listened.', happenedAt: '2026-11-22T08:00:00Z' }] } })
      .on('GET /api/partner/v1/referrals/r1/returns', { body: { items: [RETURN] } });
    await open('/agency/r1', 'ur');
    expect(await screen.findByTestId('said')).toHaveTextContent('Very goodThey listened.');
    expect(await screen.findByTestId('return')).toHaveTextContent('She needs school first.');
    expect(screen.getByTestId('return-answer')).toHaveTextContent('School comes in March.');
    expect(await screen.findByText('قانونی نمائندگی')).toBeVisible();
  });

  it('shows and asks nothing of either where the packet is no longer read', async () => {
    const { packet: _gone, ...rest } = REFERRAL;
    server.on('GET /api/partner/v1/referrals/r1', { body: { ...rest, packetState: 'consent-ended' }, headers: { etag: '"v8"' } });
    await open('/agency/r1');
    await screen.findByTestId('agency-returns');
    expect(screen.queryByTestId('start-return')).toBeNull();
    expect(screen.queryByTestId('released-feedback')).toBeNull();
    expect(server.asked.filter((asked) => asked.path.endsWith('/feedback'))).toEqual([]);
  });

  it('goes onward to another agency’s service with consent, and not without', async () => {
    server.on('POST /api/partner/v1/referrals/r1/returns', problem(409, 'return-needs-consent'));
    const { user } = await open('/agency/r1');
    await user.click(await screen.findByTestId('start-return'));
    const form = within(screen.getByTestId('return-form'));
    await user.click(form.getByLabelText('Onward to another service'));
    const service = form.getByLabelText(/^Which service/);
    await waitFor(() => expect(within(service).getByText('Shelter, Invented home')).toBeInTheDocument());
    await waitFor(() => expect(within(service).queryByText(/Legal representation/)).toBeNull());
    await user.selectOptions(service, 'service-2');
    await user.selectOptions(form.getByLabelText(/^Reason/), 'legal-advice');
    await user.type(form.getByLabelText(/^What you found/), 'She cannot go home.');
    await user.click(form.getByTestId('send-return'));
    expect(server.changes()).toEqual([]);
    await user.click(form.getByLabelText('The child'));
    await user.click(form.getByTestId('send-return'));
    expect(await form.findByTestId('problem')).toHaveTextContent('must agree to this first');
    server.on('POST /api/partner/v1/referrals/r1/returns', { status: 201, body: { id: 'x2' } });
    await user.click(form.getByTestId('send-return'));
    expect(await screen.findByTestId('return-sent')).toBeVisible();
    expect(server.changes()[1]?.body).toMatchObject({ kind: 'onward', serviceId: 'service-2', reasonCode: 'legal-advice', words: 'She cannot go home.', consent: { givenBy: 'child' } });
  });

  it('tells what was read only when somebody asks, as looking is written down', async () => {
    server.on('GET /api/partner/v1/referrals/r1/receipts', { body: {
      agency: { firstReadAt: '2026-11-20T11:00:00Z' },
      notices: [{ type: 'referral.requested', at: '2026-11-20T10:00:00Z', state: 'delivered', deliveredAt: '2026-11-20T10:00:03Z' }],
    } });
    const { user } = await open('/agency/r1');
    const receipts = within(await screen.findByTestId('receipts'));
    expect(server.asked.filter((asked) => asked.path.endsWith('/receipts'))).toEqual([]);
    await user.click(receipts.getByTestId('show-receipts'));
    expect(await receipts.findByTestId('notice')).toHaveTextContent('A new referral · Delivered');
    expect(screen.getByTestId('receipts')).toHaveTextContent('not as it is now');
    expect(screen.getByTestId('receipts')).toHaveTextContent('The unit read itnot yet');
  });
});

describe('the agency’s settings', () => {
  const MAP = '/api/partner/v1/code-maps/outcome';
  beforeEach(() => {
    server
      .on('GET /api/partner/v1/notice-addresses', { body: { items: [] } })
      .on(`GET ${MAP}`, { body: { list: 'outcome', items: [{ theirs: 'DONE', ours: 'provided' }] }, headers: { etag: '"v1"' } });
  });

  it('show people there what its system says, and let them try it out', async () => {
    server.on('POST /api/partner/v1/code-maps/test', { body: { codes: [{ theirs: 'DONE', ours: 'provided', by: 'map' }], unmapped: [] } });
    const { user } = await open('/agency/settings');
    expect(await screen.findByTestId('pair')).toHaveTextContent('DONE: The service was given');
    expect(screen.queryByTestId('keep-map')).toBeNull();
    await user.type(screen.getByLabelText(/^Try words out/), 'DONE');
    await user.click(screen.getByTestId('try-codes'));
    expect(await screen.findByTestId('tried-code')).toHaveTextContent('by the agency’s words');
  });

  it('are kept by the Commission, who sees both versions when somebody was quicker, and try them out', async () => {
    const KEPT = '/api/referrals/v1/agencies/agency-1/code-maps/outcome';
    server
      .as('commission-admin')
      .on('GET /api/identity/v1/agencies/agency-1', { body: AGENCY, headers: { etag: '"v1"' } })
      .on('GET /api/identity/v1/agencies/agency-1/people', { body: { items: [] } })
      .on('GET /api/identity/v1/agencies/agency-1/systems', { body: { items: [] } })
      .on('GET /api/referrals/v1/notice-addresses', { body: { items: [] } })
      .on('GET /api/referrals/v1/webhook-endpoints', { body: { items: [] } })
      .on('GET /api/referrals/v1/referral-codes', { body: { items: CODES } })
      .on(`GET ${KEPT}`, { body: { list: 'outcome', items: [{ theirs: 'DONE', ours: 'provided' }] }, headers: { etag: '"v1"' } });
    server.on(`PUT ${KEPT}`, problem(412, 'stale')).on('POST /api/referrals/v1/agencies/agency-1/code-maps/test', { body: {
      codes: [{ theirs: 'DONE', ours: 'provided', by: 'map' }, { theirs: 'LATER', by: 'none' }],
      unmapped: ['not-provided'],
    } });
    const { user } = await open('/agencies/agency-1');
    await user.click(await screen.findByTestId('add-pair'));
    const pair = within(screen.getAllByTestId('pair')[1] as HTMLElement);
    await user.type(pair.getByLabelText('The system says'), 'NO');
    await user.click(screen.getByTestId('keep-map'));
    expect(screen.getByTestId('map-wrong')).toBeVisible();
    await user.selectOptions(pair.getByLabelText('It means'), 'not-provided');
    server.on(`GET ${KEPT}`, { body: { list: 'outcome', items: [{ theirs: 'FINISHED', ours: 'provided' }] }, headers: { etag: '"v2"' } });
    await user.click(screen.getByTestId('keep-map'));
    const both = await screen.findByTestId('both-versions');
    expect(both).toHaveTextContent('NO → Not given');
    expect(both).toHaveTextContent('FINISHED → The service was given');
    server.on(`PUT ${KEPT}`, { body: { list: 'outcome', items: [{ theirs: 'DONE', ours: 'provided' }, { theirs: 'NO', ours: 'not-provided' }] }, headers: { etag: '"v3"' } });
    await user.click(screen.getByTestId('keep-mine'));
    await user.click(screen.getByTestId('keep-map'));
    expect(await screen.findByTestId('map-kept')).toBeVisible();
    expect(server.changes().map((one) => one.headers.get('If-Match'))).toEqual(['"v1"', '"v2"']);
    await user.type(screen.getByLabelText(/^Try words out/), 'DONE\nLATER\n');
    await user.click(screen.getByTestId('try-codes'));
    expect((await screen.findAllByTestId('tried-code')).map((one) => one.textContent)).toEqual([
      'DONE: The service was given (by the agency’s words)',
      'LATER: not known; an answer with it would be refused',
    ]);
    expect(screen.getByTestId('unmapped')).toHaveTextContent('Not given');
  });

  it('show kinds of service and languages in the reader’s words, and take no unknown word for one', async () => {
    server
      .on('GET /api/referrals/v1/hsds/taxonomy_terms', { body: foundServices([{ code: 'legal-aid', name: 'Legal aid', names: name('Legal aid') }]) })
      .on('GET /api/partner/v1/code-maps/category', { body: { list: 'category', items: [{ theirs: '4.2', ours: 'legal-aid' }] }, headers: { etag: '"v1"' } })
      .on('GET /api/partner/v1/code-maps/language', { body: { list: 'language', items: [{ theirs: 'pbu', ours: 'ps' }] }, headers: { etag: '"v1"' } })
      .on('POST /api/partner/v1/code-maps/test', { body: { codes: [{ theirs: 'zz', by: 'none' }], unmapped: ['hno'] } });
    const { user } = await open('/agency/settings');
    await user.click(await screen.findByTestId('map-category'));
    expect(await screen.findByText('4.2')).toBeVisible();
    await waitFor(() => expect(screen.getAllByTestId('pair').map((one) => one.textContent)).toContain('4.2: Legal aid'));
    await user.click(screen.getByTestId('map-language'));
    expect(await screen.findByText('pbu')).toBeVisible();
    expect(screen.getAllByTestId('pair').at(-1)).toHaveTextContent('pbu: Pashto');
    await user.type(screen.getAllByLabelText(/^Try words out/).at(-1) as HTMLElement, 'zz');
    await user.click(screen.getAllByTestId('try-codes').at(-1) as HTMLElement);
    expect(await screen.findByTestId('tried-code')).toHaveTextContent('zz: not known; it stands for nothing');
    expect(screen.getByTestId('unmapped')).toHaveTextContent('Hindko');
    expect(server.changes()[0]?.body).toEqual({ list: 'language', codes: ['zz'] });
  });

  it('are kept by the Commission for languages too, by the words of packets', async () => {
    const KEPT = '/api/referrals/v1/agencies/agency-1/code-maps';
    server
      .as('commission-admin')
      .on('GET /api/identity/v1/agencies/agency-1', { body: AGENCY, headers: { etag: '"v1"' } })
      .on('GET /api/identity/v1/agencies/agency-1/people', { body: { items: [] } })
      .on('GET /api/identity/v1/agencies/agency-1/systems', { body: { items: [] } })
      .on('GET /api/referrals/v1/notice-addresses', { body: { items: [] } })
      .on('GET /api/referrals/v1/webhook-endpoints', { body: { items: [] } })
      .on('GET /api/referrals/v1/referral-codes', { body: { items: CODES } })
      .on(`GET ${KEPT}/outcome`, { body: { list: 'outcome', items: [] }, headers: { etag: '"v0"' } })
      .on(`GET ${KEPT}/language`, { body: { list: 'language', items: [] }, headers: { etag: '"v0"' } })
      .on(`PUT ${KEPT}/language`, problem(422, 'code-unknown'));
    const { user } = await open('/agencies/agency-1');
    await user.click(await screen.findByTestId('map-language'));
    await waitFor(() => expect(screen.getAllByTestId('map-form')).toHaveLength(2));
    const form = within(screen.getAllByTestId('map-form').at(-1) as HTMLElement);
    await user.click(form.getByTestId('add-pair'));
    await user.type(form.getByLabelText('The system says'), 'pbu');
    await user.selectOptions(form.getByLabelText('It means'), 'ps');
    await user.click(form.getByTestId('keep-map'));
    expect(await form.findByTestId('problem')).toBeVisible();
    expect(form.queryByTestId('map-kept')).toBeNull();
    server.on(`PUT ${KEPT}/language`, { body: { list: 'language', items: [{ theirs: 'pbu', ours: 'ps' }] }, headers: { etag: '"v1"' } });
    await user.click(form.getByTestId('keep-map'));
    expect(await form.findByTestId('map-kept')).toHaveTextContent('Referrals are read with these words');
    expect(server.changes().at(-1)?.body).toEqual({ items: [{ theirs: 'pbu', ours: 'ps' }] });
  });

  it('add an address where it hears of referrals, remove it, and take no number without its country', async () => {
    const address = { id: 'n1', channel: 'sms', address: '+923001234567', language: 'ps', lastOutcome: 'sent', lastAt: '2026-11-22T08:00:00Z' };
    server.on('POST /api/partner/v1/notice-addresses', () => {
      server.on('GET /api/partner/v1/notice-addresses', { body: { items: [address] } });
      return { status: 201, body: { id: 'n1' } };
    });
    const { user } = await open('/agency/settings');
    const form = within(await screen.findByTestId('notice-form'));
    await user.click(form.getByLabelText('By text message'));
    await user.type(form.getByLabelText(/^Telephone number/), '03001234567');
    await user.click(form.getByTestId('add-address'));
    expect(server.changes()).toEqual([]);
    await user.clear(form.getByLabelText(/^Telephone number/));
    await user.type(form.getByLabelText(/^Telephone number/), '+92 300 1234567');
    await user.selectOptions(form.getByLabelText(/^Language/), 'ps');
    await user.click(form.getByTestId('add-address'));
    expect(await screen.findByTestId('notice-address')).toHaveTextContent('By text message · Pashto · sent last');
    expect(server.changes()[0]?.body).toEqual({ channel: 'sms', address: '+923001234567', language: 'ps' });
    server.on('DELETE /api/partner/v1/notice-addresses/n1', { status: 204 }).on('GET /api/partner/v1/notice-addresses', { body: { items: [] } });
    await user.click(screen.getByTestId('remove-address'));
    await waitFor(() => expect(screen.queryByTestId('notice-address')).toBeNull());
  });

  it('are told of an address that can no longer be read, which they can still remove', async () => {
    const broken = { id: 'n2', channel: 'email', language: 'en', lastOutcome: 'address-unreadable', lastAt: '2026-11-22T08:00:00Z' };
    server.on('GET /api/partner/v1/notice-addresses', { body: { items: [broken] } });
    await open('/agency/settings');
    expect(await screen.findByTestId('notice-address')).toHaveTextContent('can no longer be read');
    expect(screen.getByTestId('notice-address')).toHaveTextContent('not sent: the address cannot be read any more');
    expect(screen.getByTestId('remove-address')).toBeEnabled();
  });

  it('read why the last notice has not gone out, and that one is tried again', async () => {
    const said = ['mail-server-sign-in', 'mail-server-unsafe', 'mail-server-away', 'sms-gateway-slow', 'not-known-here'];
    const items = said.map((lastOutcome, at) => ({ id: `n${at}`, channel: 'email', address: 'desk@agency.example', language: 'en', lastOutcome, lastAt: '2026-11-22T08:00:00Z' }));
    server.on('GET /api/partner/v1/notice-addresses', { body: { items } });
    await open('/agency/settings');
    const lines = (await screen.findAllByTestId('notice-address')).map((one) => one.textContent);
    expect(lines[0]).toContain('not sent: the mail server did not accept the platform');
    expect(lines[1]).toContain('not sent: the connection to the mail server is not safe');
    expect(lines[2]).toContain('not sent: the mail server does not answer');
    expect(lines[3]).toContain('not sent: the gateway for text messages took too long');
    expect(lines[4]).toContain('could not be sent');
  });
});
