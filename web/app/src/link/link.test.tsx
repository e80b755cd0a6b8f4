import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { open } from '../test/render.tsx';
import { codeOf } from './api.ts';

const name = (en: string) => ({ en, ur: en, ps: en });
const TOKEN = 't'.repeat(43);
const REFERRAL = {
  category: 'shelter',
  status: 'requested',
  priority: 'high',
  reasonCode: 'shelter',
  authoredAt: '2026-11-20T10:00:00Z',
  respondBy: '2099-11-21T10:00:00Z',
  completeBy: '2099-11-23T10:00:00Z',
  packet: { caseCode: 'PEW-2026-00001', ageBand: '12-14', sex: 'female', language: 'ps', requestText: 'A bed for tonight.', safetyWarnings: 'Tell no neighbour.' },
  packetState: 'readable',
  messageSent: false,
  sessionUntil: '2099-11-20T12:00:00Z',
};
/** Until the recipient says yes. */
const WAITING = { ...REFERRAL, packet: undefined, packetState: 'unclaimed', summary: { ageBand: '12-14', sex: 'female', language: 'ps' } };
const CODES = [
  { list: 'status-reason', code: 'at-capacity', states: ['rejected'], textNeeded: false, name: name('No capacity') },
  { list: 'status-reason', code: 'other', states: ['rejected'], textNeeded: true, name: name('Other') },
];

let server: FakeServer;
beforeEach(() => {
  window.location.hash = TOKEN;
  server = new FakeServer()
    .on('GET /link/v1/referral', { status: 401 })
    .on('GET /link/v1/referral-codes', { body: { items: CODES } })
    .on('POST /link/v1/openings', () => {
      server.on('GET /link/v1/referral', { body: WAITING, headers: { etag: '"v1"' } });
      return { body: { sessionUntil: REFERRAL.sessionUntil } };
    });
});
afterEach(() => {
  window.location.hash = '';
});

async function opened(language: 'en' | 'ur' | 'ps' = 'en') {
  const { user } = await open('/link', language);
  await user.type(await screen.findByRole('textbox'), '1234 5678');
  await user.click(screen.getByTestId('open-link'));
  await screen.findByTestId('linked-referral');
  return user;
}

describe('a secure link', () => {
  it('is opened by its code and shows what is asked once it is accepted; nothing stays in the address, and no service of staff is asked', async () => {
    server.on('POST /link/v1/referral/acceptance', { body: { ...REFERRAL, status: 'accepted' }, headers: { etag: '"v2"' } });
    const user = await opened();
    expect(screen.getByTestId('packet-awaits')).toHaveTextContent('comes when you accept');
    expect(screen.queryByTestId('packet')).toBeNull();
    await user.click(screen.getByTestId('move-acceptance'));
    await user.click(await screen.findByTestId('send-move'));
    expect(await screen.findByTestId('packet')).toHaveTextContent('A bed for tonight.');
    expect(screen.getByText('Tell no neighbour.')).toBeVisible();
    expect(server.changes()[0]?.body).toEqual({ token: TOKEN, code: '12345678' });
    expect(window.location.hash).toBe('');
    expect(server.asked.every((asked) => asked.path.startsWith('/link/v1/') && !asked.path.includes(TOKEN))).toBe(true);
  });

  it('says how many attempts are left, and then that it is over', async () => {
    server.on('POST /link/v1/openings', problem(422, 'code-wrong', [{ pointer: '/code', code: 'attempts-left-1' }]));
    const { user } = await open('/link');
    await user.type(await screen.findByLabelText(/^Code/), '1234');
    await user.click(screen.getByTestId('open-link'));
    expect(server.changes()).toEqual([]);
    await user.type(screen.getByLabelText(/^Code/), '5678');
    await user.click(screen.getByTestId('open-link'));
    expect(await screen.findByTestId('code-wrong')).toHaveTextContent('One attempt is left.');
    server.on('POST /link/v1/openings', problem(409, 'link-not-open'));
    await user.click(screen.getByTestId('open-link'));
    expect(await screen.findByTestId('link-over')).toHaveTextContent('Ask the unit that sent it.');
    expect(screen.queryByTestId('open-link')).toBeNull();
  });

  it('without what stands behind # shows nothing and asks for no code', async () => {
    window.location.hash = '';
    await open('/link');
    expect(await screen.findByTestId('no-link')).toBeVisible();
    expect(screen.queryByTestId('open-link')).toBeNull();
  });

  it('is answered in the version that was read, with words where the reason needs them', async () => {
    server.on('POST /link/v1/referral/rejection', { body: { ...WAITING, status: 'rejected', statusCode: 'other' }, headers: { etag: '"v2"' } });
    const user = await opened();
    await user.click(screen.getByTestId('move-rejection'));
    await user.selectOptions(await screen.findByLabelText(/^Reason/), 'other');
    await user.click(screen.getByTestId('send-move'));
    expect(server.changes()).toHaveLength(1);
    await user.type(screen.getByLabelText(/^In your own words/), 'We closed.');
    await user.click(screen.getByTestId('send-move'));
    expect(await screen.findByTestId('moved')).toBeVisible();
    expect(server.changes()[1]?.body).toEqual({ reasonCode: 'other', reason: 'We closed.' });
    expect(server.changes()[1]?.headers.get('If-Match')).toBe('"v1"');
    expect(screen.queryByTestId('move-acceptance')).toBeNull();
  });

  it('takes one message and is then closed for good', async () => {
    server.on('POST /link/v1/referral/message', () => {
      server.on('GET /link/v1/referral', { body: { ...WAITING, messageSent: true }, headers: { etag: '"v1"' } });
      return { status: 204 };
    });
    server.on('POST /link/v1/closing', { status: 204 });
    const user = await opened();
    await user.type(screen.getByLabelText(/^Your message/), 'Come before six.');
    await user.click(screen.getByTestId('send-message'));
    expect(await screen.findByTestId('message-sent')).toBeVisible();
    expect(screen.queryByTestId('send-message')).toBeNull();
    await user.click(screen.getByTestId('close-link'));
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeVisible();
    expect(screen.queryByText('A bed for tonight.')).toBeNull();
  });

  it.each(['ur', 'ps'] as const)('reads from right to left in %s', async (language) => {
    await opened(language);
    expect(document.documentElement.dir).toBe('rtl');
  });

  it('takes the digits of any keyboard, and nothing that is not a code', () => {
    expect(codeOf('۱۲۳۴-۵۶۷۸')).toBe('12345678');
    expect(codeOf('١٢٣٤ ٥٦٧٨')).toBe('12345678');
    expect(codeOf('1234567')).toBeUndefined();
    expect(codeOf('12345678a')).toBeUndefined();
  });
});
