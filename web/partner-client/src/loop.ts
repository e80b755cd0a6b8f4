import assert from 'node:assert/strict';
import { Agency, Refused } from './agency.js';
import { believesNoForgery } from './forgeries.js';
import { isAuthentic, Receiver } from './receiver.js';

/** What of a referral's loop is asked for. */
export interface Wanted {
  since: string;
  /** Without it the first that waits. */
  referral: string | undefined;
  /** Whether to wait until the sender has closed the loop. */
  untilClosed: boolean;
}

/**
 * The whole loop of one referral, as the guide tells it: find it in the feed, read it, say that it
 * is there, accept, start, ask, send a file, complete; hear of each step by a signed webhook, and
 * of the sender's closing.
 */
export async function loop(agency: Agency, wanted: Wanted): Promise<void> {
  const receiver = new Receiver();
  const address = `http://127.0.0.1:${await receiver.listen()}/`;
  const endpoint = await agency.listenAt(address);
  receiver.publicKeys = [endpoint.publicKey];
  let etag = endpoint.etag;
  try {
    const shared = await agency.shareSecret(endpoint.id, etag);
    etag = shared.etag;
    receiver.secrets = [shared.secret];
    const id = await answered(agency, receiver, wanted);
    await believesNoForgery(receiver, address, shared.secret);
    said('refused what was forged, altered or old, and took a replayed message once');
    if (wanted.untilClosed) {
      await closed(agency, receiver, wanted, id);
    }
    const renewed = await agency.shareSecret(endpoint.id, etag);
    etag = renewed.etag;
    await believedWhileItChanges(agency, receiver, endpoint.id, shared.secret, renewed.secret);
  } finally {
    await agency.listenNoMore(endpoint.id, etag);
    receiver.close();
  }
}

/** Returns the referral's id. */
async function answered(agency: Agency, receiver: Receiver, wanted: Wanted): Promise<string> {
  const feed = await agency.changedSince(wanted.since);
  const line = feed.find((one) =>
    wanted.referral === undefined ? one.status === 'requested' : one.id === wanted.referral,
  );
  assert(line?.id, 'a referral waits in the feed');
  const id = line.id;
  said(`${feed.length} changed; one waits`);

  const first = await agency.read(id);
  assert(first.referral.summary);
  said('read what is asked');

  const acknowledged = await agency.acknowledge(id, first.etag);
  const accepted = await agency.accept(id, acknowledged);
  await assert.rejects(
    agency.accept(id, acknowledged),
    (refusal: unknown) => refusal instanceof Refused && refusal.code === 'stale',
  );
  const packet = (await agency.read(id)).referral.packet;
  assert(packet?.requestText && packet.safeContact);
  said('accepted, once, and read where the child is found');

  const started = await agency.start(id, accepted);
  await agency.write(id, 'We begin today; does anybody interpret?');
  const paper = await agency.attach(id, 'Letter to the court', 'application/pdf', letter());
  await assert.rejects(
    agency.attach(id, 'No letter', 'application/pdf', Buffer.from('<html><script>')),
    (refusal: unknown) => refusal instanceof Refused && refusal.code === 'content-not-as-said',
  );
  said('wrote, and sent a file');

  await agency.complete(id, started, {
    code: 'provided',
    text: 'Counsel was given.',
    attachments: [paper],
  });
  assert.equal((await agency.read(id)).referral.status, 'completed');
  said('completed');

  const moves = () =>
    receiver.notices.filter((one) => one.referralId === id && one.type === 'referral.moved');
  await until(() => moves().length === 3);
  assert.equal(receiver.refused, 0, 'every message is signed');
  assert(moves().every((one) => one.byKey && one.byLibrary), 'by the key and by the secret');
  said('heard of the three steps by signed webhooks');
  return id;
}

/** The sender closes the loop: the webhook says so, and the feed has it for whoever missed that. */
async function closed(
  agency: Agency,
  receiver: Receiver,
  wanted: Wanted,
  id: string,
): Promise<void> {
  const told = () =>
    receiver.notices.filter((one) => one.referralId === id && one.type === 'referral.loop_closed');
  await until(() => told().length > 0);
  assert(told().length === 1 && told().every((one) => one.byKey && one.byLibrary));
  const feed = await agency.changedSince(wanted.since);
  const line = feed.find((one) => one.id === id);
  assert(line?.loopClosedAt, 'the feed says when it was closed');
  const last = await agency.read(id);
  assert.equal(last.referral.loopClosedAt, line.loopClosedAt);
  await assert.rejects(
    agency.start(id, last.etag),
    (refusal: unknown) => refusal instanceof Refused && refusal.code === 'step-not-allowed',
  );
  said('the sender closed the loop: heard by webhook, read in the feed');
}

/** While a secret is changed either verifies, and nothing else does. */
async function believedWhileItChanges(
  agency: Agency,
  receiver: Receiver,
  endpoint: string,
  before: string,
  renewed: string,
): Promise<void> {
  assert.notEqual(before, renewed);
  assert.equal(await agency.tryListening(endpoint), 'delivered', 'to who knows the one before');
  receiver.secrets = [renewed];
  assert.equal(await agency.tryListening(endpoint), 'delivered', 'to who knows the new one');
  assert(receiver.last);
  const { headers, body } = receiver.last;
  assert(isAuthentic(headers, body, before) && isAuthentic(headers, body, renewed));
  said('the library standardwebhooks verified each, and believed nothing else');
}

/** More than one piece of a PDF. */
function letter(): Buffer {
  const padding = `%${'x'.repeat(78)}\n`.repeat(4000);
  return Buffer.from(
    `%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n${padding}trailer << /Root 1 0 R >>\n%%EOF\n`,
  );
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!holds()) {
    assert(Date.now() < end, 'it did not come in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function said(what: string): void {
  console.log(`ok ${what}`);
}
