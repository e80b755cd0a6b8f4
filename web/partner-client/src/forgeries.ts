import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import { type Received, Receiver } from './receiver.js';

const SIX_MINUTES = 6 * 60;
const ANOTHER = 'msg_another';

/**
 * Sends a receiver what somebody would who knows its address and has seen one message. It refuses
 * each and takes the same message once; so does one that has the public key alone.
 */
export async function believesNoForgery(
  receiver: Receiver,
  address: string,
  secret: string,
): Promise<void> {
  assert(receiver.last, 'one that is genuine');
  const genuine = receiver.last;
  await refusesWhatIsForged(receiver, address, genuine, secret);
  const byKeyAlone = new Receiver();
  byKeyAlone.publicKeys = receiver.publicKeys;
  try {
    const its = `http://127.0.0.1:${await byKeyAlone.listen()}/`;
    await refusesWhatIsForged(byKeyAlone, its, genuine, secret);
  } finally {
    byKeyAlone.close();
  }
}

async function refusesWhatIsForged(
  receiver: Receiver,
  address: string,
  genuine: Received,
  secret: string,
): Promise<void> {
  for (const [what, forged] of forgeries(genuine, secret)) {
    assert.equal(await send(address, forged), 401, what);
  }
  for (const time of ['first', 'again']) {
    assert.equal(await send(address, genuine), 204, `the genuine one is answered, ${time}`);
  }
  // a genuine one of something else may have come meanwhile
  const taken = receiver.notices.map((one) => one.id);
  const its = String(genuine.headers['webhook-id']);
  assert.equal(taken.filter((id) => id === its).length, 1, 'and taken once');
  assert(!taken.includes(ANOTHER), 'nothing forged is taken');
}

function forgeries(genuine: Received, secret: string): [string, Received][] {
  const { body } = genuine;
  const headers = signature(genuine);
  const now = Math.floor(Date.now() / 1000);
  const stranger = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const elsewhere = body.replace(/"url":"[^"]*"/, '"url":"https://elsewhere.invalid/"');
  assert.notEqual(elsewhere, body);
  const also = (changed: Record<string, string>, text = body): Received => ({
    headers: { ...headers, ...changed },
    body: text,
  });
  return [
    ['an altered body', also({}, elsewhere)],
    ['a space more', also({}, `${body} `)],
    ['another id', also({ 'webhook-id': ANOTHER })],
    ['another time', also({ 'webhook-timestamp': String(now + 1) })],
    ['a time that is none', also({ 'webhook-timestamp': 'now' })],
    ['no signature', also({ 'webhook-signature': '' })],
    ['half a signature', also({ 'webhook-signature': 'v1,AAAA v1a,AAAA' })],
    ["somebody else's secret", signed(genuine, stranger, now)],
    ['signed six minutes ago', signed(genuine, secret, now - SIX_MINUTES)],
    ['signed for six minutes from now', signed(genuine, secret, now + SIX_MINUTES)],
  ];
}

/** As the platform signs by a shared secret. */
function signed(genuine: Received, secret: string, seconds: number): Received {
  const id = String(genuine.headers['webhook-id']);
  return {
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': new Webhook(secret).sign(id, new Date(seconds * 1000), genuine.body),
    },
    body: genuine.body,
  };
}

function signature({ headers }: Received): Record<string, string> {
  return Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(headers[name]),
    ]),
  );
}

async function send(address: string, message: Received): Promise<number> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { ...signature(message), 'Content-Type': 'application/json' },
    body: message.body,
  });
  return answer.status;
}
