import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AGENCY, FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';

const PERSON = { id: 'p1', username: 'zubaida.legalaid', name: 'Zubaida Noor', active: true, enrolledAt: '2026-11-20T08:00:00Z', etag: '"v2"' };
const ENDPOINT = {
  id: 'e1',
  agencyId: 'agency-1',
  url: 'https://receiver.example.org/hook',
  state: 'active',
  stateAt: '2026-11-20T08:00:00Z',
  publicKey: 'whpk_first',
  createdAt: '2026-11-20T08:00:00Z',
};
const MESSAGE = {
  id: 'm1',
  referralId: 'r1',
  type: 'referral.requested',
  happenedAt: '2026-11-21T08:00:00Z',
  recordedAt: '2026-11-21T08:00:00Z',
  state: 'failed',
  attempts: 10,
  lastOutcome: 'refused',
  lastStatus: 500,
};
const MESSAGES = 'GET /api/referrals/v1/webhook-endpoints/e1/messages';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .as('commission-admin')
    .on('GET /api/identity/v1/agencies/agency-1', { body: AGENCY, headers: { etag: '"v1"' } })
    .on('GET /api/identity/v1/agencies/agency-1/people', { body: { items: [PERSON] } })
    .on('GET /api/identity/v1/agencies/agency-1/systems', { body: { items: [] } })
    .on('GET /api/referrals/v1/notice-addresses', { body: { items: [] } })
    .on('GET /api/referrals/v1/agencies/agency-1/code-maps/outcome', { body: { list: 'outcome', items: [] }, headers: { etag: '"v0"' } })
    .on('GET /api/referrals/v1/referral-codes', { body: { items: [] } })
    .on('GET /api/referrals/v1/webhook-endpoints', { body: { items: [ENDPOINT] } })
    .on('GET /api/referrals/v1/webhook-endpoints/e1', { body: ENDPOINT, headers: { etag: '"v7"' } })
    .on(MESSAGES, { body: { items: [] } })
    .on(`${MESSAGES}?state=failed&limit=25`, { body: { items: [MESSAGE] } });
});

describe('the agencies', () => {
  it('are registered with a name in each language, and not without', async () => {
    server.on('POST /api/identity/v1/agencies', { status: 201, body: { ...AGENCY, id: 'agency-2', name: { en: 'Tank Shelter', ur: 'ٹانک شیلٹر', ps: 'د ټانک سرپناه' } } });
    const { user } = await open('/agencies');
    expect(await screen.findByTestId('agency-row')).toHaveTextContent('Peshawar Legal Aid Centre');
    await user.click(screen.getByTestId('register-agency'));
    await user.type(screen.getByLabelText(/^Name in English/), 'Tank Shelter');
    await user.type(screen.getByLabelText(/^Name in Urdu/), 'ٹانک شیلٹر');
    await user.selectOptions(screen.getByLabelText(/^Kind of agency/), 'shelter');
    await user.click(screen.getByTestId('send-agency'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^Name in Pashto/), 'د ټانک سرپناه');
    await user.click(screen.getByLabelText('Peshawar'));
    await user.click(screen.getByLabelText(/^A sandbox/));
    await user.click(screen.getByTestId('send-agency'));
    expect(await screen.findByRole('link', { name: 'Tank Shelter' })).toHaveAttribute('href', '/agencies/agency-2');
    expect(server.changes()[0]?.body).toMatchObject({ kind: 'shelter', districtCodes: ['peshawar'], sandbox: true });
  });
});

describe('an agency', () => {
  it('gets a person who signs in, with a password that is shown once', async () => {
    server
      .on('POST /api/identity/v1/agencies/agency-1/people', { status: 201, body: PERSON })
      .on('POST /api/identity/v1/agencies/agency-1/people/p1/temporary-password', { body: { temporaryPassword: 'abcd2345' } });
    const { user } = await open('/agencies/agency-1');
    const person = await screen.findByTestId('agency-person');
    await user.type(screen.getByLabelText(/^Name/), 'Tariq Shinwari');
    await user.type(screen.getByLabelText(/^User name/), 'Tariq S');
    await user.click(screen.getByTestId('enrol-person'));
    expect(server.changes()).toEqual([]);
    await user.clear(screen.getByLabelText(/^User name/));
    await user.type(screen.getByLabelText(/^User name/), 'tariq.legalaid');
    await user.click(screen.getByTestId('enrol-person'));
    expect(await screen.findByText(/^Added\./)).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ username: 'tariq.legalaid', name: 'Tariq Shinwari' });
    await user.click(within(person).getByTestId('issue-password'));
    expect(await screen.findByTestId('password')).toHaveTextContent('abcd2345');
  });

  it('shows its people on every page of the list', async () => {
    const people = 'GET /api/identity/v1/agencies/agency-1/people?limit=100';
    server
      .on(people, { body: { items: [PERSON] }, headers: { link: '<?limit=100&cursor=c1>; rel="next"' } })
      .on(`${people}&cursor=c1`, { body: { items: [{ ...PERSON, id: 'p2', username: 'second.legalaid' }] } });
    await open('/agencies/agency-1');
    expect(await screen.findAllByTestId('agency-person')).toHaveLength(2);
  });

  it('has senders call a person by a name, and hands on what is meant for them', async () => {
    const shown = { ...PERSON, shownAs: 'Duty lawyer', etag: '"v3"' };
    server
      .on('PUT /api/identity/v1/agencies/agency-1/people/p1/shown-as', { body: shown })
      .on('POST /api/referrals/v1/agency-people/p1/handing-over', { body: { referrals: 2 } });
    const { user } = await open('/agencies/agency-1');
    await user.click(await screen.findByTestId('show-person'));
    await user.type(screen.getByLabelText(/^What senders call them/), ' Duty lawyer ');
    server.on('GET /api/identity/v1/agencies/agency-1/people', { body: { items: [shown] } });
    await user.click(screen.getByTestId('save-shown-as'));
    expect(await screen.findByTestId('shown-as')).toHaveTextContent('Duty lawyer');
    expect(server.changes()[0]?.body).toEqual({ shownAs: 'Duty lawyer' });
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v2"');
    await user.click(screen.getByTestId('hand-all-over'));
    await user.type(screen.getByLabelText(/^Why/), 'In hospital');
    await user.click(screen.getByTestId('send-handing-over'));
    expect(await screen.findByText('Handed over: 2')).toBeVisible();
    expect(server.changes().at(-1)?.body).toEqual({ reason: 'In hospital' });
    await user.selectOptions(screen.getAllByTestId('language')[0] as HTMLElement, 'ur');
    expect(await screen.findByText('سونپے گئے: 2')).toBeVisible();
  });

  it('loses a person in the version that was seen', async () => {
    server.on('POST /api/identity/v1/agencies/agency-1/people/p1/deactivation', problem(412, 'stale'));
    const { user } = await open('/agencies/agency-1');
    await user.click(await screen.findByTestId('deactivate'));
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'stale');
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v2"');
  });

  it('gets no system with a private key: what the directory refuses is said', async () => {
    server.on('POST /api/identity/v1/agencies/agency-1/systems', problem(422, 'keys-not-usable'));
    const { user } = await open('/agencies/agency-1');
    await user.type(await screen.findByLabelText(/^Client id/), 'legal-aid');
    await user.type(screen.getByLabelText(/^Public keys/), 'not a key set');
    await user.click(screen.getByTestId('register-system'));
    expect(server.changes()).toEqual([]);
    await user.clear(screen.getByLabelText(/^Public keys/));
    await user.click(screen.getByLabelText(/^Public keys/));
    await user.paste('{"keys":[{"kty":"EC","d":"x"}]}');
    await user.click(screen.getByTestId('register-system'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('public keys only');
    expect(server.changes()[0]?.body).toEqual({ clientId: 'legal-aid', jwks: { keys: [{ kty: 'EC', d: 'x' }] }, limits: { scopes: [], districtCodes: [], categories: [] } });
  });
});

describe('a system of an agency', () => {
  it('gets other keys in the version that was read', async () => {
    const system = { id: 's9', agencyId: 'agency-1', clientId: 'legal-aid-peshawar', registeredAt: '2026-11-20T08:00:00Z', limits: { scopes: [], districtCodes: [], categories: [] } };
    server
      .on('GET /api/identity/v1/agencies/agency-1/systems', { body: { items: [system] } })
      .on('GET /api/identity/v1/agencies/agency-1/systems/s9', { body: system, headers: { etag: '"v4"' } })
      .on('PUT /api/identity/v1/agencies/agency-1/systems/s9/keys', problem(412, 'stale'));
    const { user } = await open('/agencies/agency-1');
    await user.click(await screen.findByTestId('change-keys'));
    const form = within(screen.getByTestId('agency-system'));
    await user.click(form.getByLabelText(/^Public keys/));
    await user.paste('{"keys":[]}');
    await waitFor(() => expect(form.getByTestId('send-keys')).toBeEnabled());
    await user.click(form.getByTestId('send-keys'));
    expect(await form.findByTestId('problem')).toHaveAttribute('data-code', 'stale');
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v4"');
    expect(server.changes()[0]?.body).toEqual({ jwks: { keys: [] } });
  });
});

describe('a limited system', () => {
  it('is given less than its agency in the version that was read', async () => {
    const system = {
      id: 's9',
      agencyId: 'agency-1',
      clientId: 'legal-aid-peshawar',
      registeredAt: '2026-11-20T08:00:00Z',
      limits: { scopes: ['read'], districtCodes: ['peshawar'], categories: [] },
    };
    server
      .on('GET /api/identity/v1/agencies/agency-1/systems', { body: { items: [system] } })
      .on('GET /api/identity/v1/agencies/agency-1/systems/s9', { body: system, headers: { etag: '"v4"' } })
      .on('PUT /api/identity/v1/agencies/agency-1/systems/s9/limits', () => {
        const theirs = { ...system, limits: { ...system.limits, districtCodes: ['swat'] } };
        server.on('GET /api/identity/v1/agencies/agency-1/systems/s9', { body: theirs, headers: { etag: '"v5"' } });
        return problem(412, 'stale');
      });
    const { user } = await open('/agencies/agency-1');
    const line = within(await screen.findByTestId('agency-system'));
    expect(line.getByTestId('limits')).toHaveTextContent('Read referrals · Peshawar');
    await user.click(line.getByTestId('change-limits'));
    await user.click(await line.findByLabelText('Answer and write'));
    await user.click(line.getByTestId('send-limits'));
    expect(await line.findByTestId('overtaken')).toHaveTextContent(/Answer and write · Peshawar.*Read referrals · Swat/);
    expect(line.getByLabelText('Answer and write')).toBeChecked();
    await user.click(line.getByTestId('keep-mine'));
    await user.click(line.getByTestId('send-limits'));
    await waitFor(() => expect(server.changes().map((one) => one.headers.get('If-Match'))).toEqual(['"v4"', '"v5"']));
    expect(server.changes()[0]?.body).toEqual({ scopes: ['read', 'answer'], districtCodes: ['peshawar'], categories: [] });
  });
});

describe('an address that is told', () => {
  it('shows what could not be delivered and why, and sends it again', async () => {
    server
      .on('POST /api/referrals/v1/webhook-endpoints/e1/messages/m1/replay', { body: { messages: 1 } })
      .on('POST /api/referrals/v1/webhook-endpoints/e1/replay', { body: { messages: 3 } });
    const { user } = await open('/agencies/agency-1/webhooks/e1');
    const message = await screen.findByTestId('message');
    expect(message).toHaveTextContent('A new referral');
    expect(message).toHaveTextContent('tried 10 times');
    expect(message).toHaveTextContent('The receiver refused it');
    expect(message).toHaveTextContent('HTTP 500');
    await user.click(within(message).getByTestId('replay-message'));
    await user.click(screen.getByTestId('replay-all'));
    expect(await screen.findByTestId('replayed')).toHaveTextContent('3 messages are sent again.');
    expect(server.changes().map((one) => one.path)).toEqual([
      '/api/referrals/v1/webhook-endpoints/e1/messages/m1/replay',
      '/api/referrals/v1/webhook-endpoints/e1/replay',
    ]);
    expect(Object.keys(server.changes()[1]?.body as object)).toEqual(['since']);
  });

  it('is tested, paused and gets another key in the version that was read', async () => {
    server
      .on('POST /api/referrals/v1/webhook-endpoints/e1/test', { body: { outcome: 'timed-out' } })
      .on('POST /api/referrals/v1/webhook-endpoints/e1/rotation', { body: { ...ENDPOINT, publicKey: 'whpk_second' } });
    const { user } = await open('/agencies/agency-1/webhooks/e1');
    await user.click(await screen.findByTestId('test-endpoint'));
    expect(await screen.findByTestId('tested')).toHaveTextContent('The receiver took too long');
    await user.click(screen.getByTestId('rotate-key'));
    await user.click(screen.getByLabelText('One week'));
    server.on('GET /api/referrals/v1/webhook-endpoints/e1', { body: { ...ENDPOINT, publicKey: 'whpk_second', previousPublicKey: 'whpk_first', state: 'paused' }, headers: { etag: '"v8"' } });
    await user.click(screen.getByTestId('send-rotation'));
    expect(await screen.findByText('whpk_second')).toBeVisible();
    expect(server.changes()[1]?.body).toEqual({ overlapHours: 168 });
    expect(server.changes()[1]?.headers.get('If-Match')).toBe('"v7"');
    server.on('POST /api/referrals/v1/webhook-endpoints/e1/resumption', problem(412, 'stale'));
    await user.click(screen.getByTestId('resume-endpoint'));
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'stale');
    expect(server.changes()[2]?.headers.get('If-Match')).toBe('"v8"');
  });

  it('shares a secret that is shown once, changes it and ends it in the version that was read', async () => {
    const secret = 'POST /api/referrals/v1/webhook-endpoints/e1/shared-secret';
    server.on(secret, () => {
      server.on('GET /api/referrals/v1/webhook-endpoints/e1', { body: { ...ENDPOINT, sharedSecretSince: '2026-11-22T08:00:00Z' }, headers: { etag: '"v8"' } });
      return { body: { sharedSecret: 'whsec_told-once' } };
    });
    const { user } = await open('/agencies/agency-1/webhooks/e1');
    await user.click(await screen.findByTestId('share-secret'));
    expect(await screen.findByTestId('secret')).toHaveTextContent('whsec_told-once');
    await user.click(within(screen.getByTestId('secret')).getByRole('button'));
    expect(screen.queryByText('whsec_told-once')).toBeNull();
    await user.click(await screen.findByTestId('end-secret'));
    server
      .on(secret, problem(401, 'step-up-required'))
      .on('DELETE /api/referrals/v1/webhook-endpoints/e1/shared-secret', problem(412, 'stale'));
    await user.click(screen.getByTestId('confirm-secret'));
    const panel = within(screen.getByTestId('shared-secret'));
    expect(await panel.findByTestId('problem')).toHaveAttribute('data-code', 'stale');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByTestId('share-secret'));
    expect(server.changes()).toHaveLength(2);
    await user.click(screen.getByTestId('confirm-secret'));
    await waitFor(() => expect(panel.getByTestId('problem')).toHaveAttribute('data-code', 'step-up-required'));
    expect(screen.queryByTestId('secret')).toBeNull();
    expect(server.changes().map((one) => `${one.method} ${one.headers.get('If-Match')}`)).toEqual(['POST "v7"', 'DELETE "v8"', 'POST "v8"']);
  });

  it('is removed only when that was confirmed', async () => {
    server.on('DELETE /api/referrals/v1/webhook-endpoints/e1', { status: 204 });
    const { user } = await open('/agencies/agency-1/webhooks/e1');
    await user.click(await screen.findByTestId('remove-endpoint'));
    expect(server.changes()).toEqual([]);
    await user.click(screen.getByTestId('confirm-remove'));
    expect(await screen.findByTestId('agency-people')).toBeVisible();
    expect(server.changes()[0]?.headers.get('If-Match')).toBe('"v7"');
  });

  it.each([
    ['ur', 'نیا ریفرل'],
    ['ps', 'نوی لېږل'],
  ] as const)('is shown in %s', async (language, word) => {
    await open('/agencies/agency-1/webhooks/e1', language);
    expect(await screen.findByTestId('message')).toHaveTextContent(word);
  });
});
