import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyAsync } from '@noble/ed25519';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const TOLERANCE_SECONDS = 300;

export interface Notice {
  id: string;
  type: string;
  referralId?: string;
  /** Whether the platform's key says so (Standard Webhooks 1.0.0, v1a). */
  byKey: boolean;
  /** Whether the public library says so (v1). */
  byLibrary: boolean;
}

/** A message as it came over the network. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/**
 * Takes webhooks once each, and believes only what is signed: by the shared secret, as the public
 * library says, or, as long as there is none, by the platform's public key.
 */
export class Receiver {
  readonly notices: Notice[] = [];
  refused = 0;
  publicKeys: string[] = [];
  /** While it is changed, the one before is good, too. */
  secrets: string[] = [];
  /** The last that was believed. */
  last: Received | undefined;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        this.take(request.headers, body).then(
          (taken) => response.writeHead(taken ? 204 : 401).end(),
          () => response.writeHead(500).end(),
        );
      });
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () =>
        resolve((this.#server.address() as AddressInfo).port),
      );
    });
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Whether it was taken: a message may come twice and is then taken once. */
  async take(headers: IncomingHttpHeaders, body: string): Promise<boolean> {
    const byKey = await isSigned(headers, body, this.publicKeys);
    const byLibrary = this.secrets.some((secret) => isAuthentic(headers, body, secret));
    if (!(this.secrets.length > 0 ? byLibrary : byKey)) {
      this.refused += 1;
      return false;
    }
    this.last = { headers, body };
    const id = String(headers['webhook-id']);
    if (!this.notices.some((one) => one.id === id)) {
      const message = JSON.parse(body) as { type: string; data: { referralId?: string } };
      const { referralId } = message.data;
      this.notices.push({
        id,
        type: message.type,
        byKey,
        byLibrary,
        ...(referralId === undefined ? {} : { referralId }),
      });
    }
    return true;
  }
}

/** What the public library says of it. */
export function isAuthentic(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    });
    return true;
  } catch (refusal) {
    if (refusal instanceof WebhookVerificationError) {
      return false;
    }
    throw refusal;
  }
}

/** Whether one of the signatures is by one of the keys, and the time is about now. */
export async function isSigned(
  headers: IncomingHttpHeaders,
  body: string,
  publicKeys: string[],
): Promise<boolean> {
  const time = String(headers['webhook-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - Number(time)) <= TOLERANCE_SECONDS)) {
    return false;
  }
  const signed = new TextEncoder().encode(`${String(headers['webhook-id'])}.${time}.${body}`);
  for (const entry of String(headers['webhook-signature']).split(' ')) {
    const [version, signature] = entry.split(',');
    if (version !== 'v1a' || signature === undefined) {
      continue;
    }
    for (const key of publicKeys) {
      const bytes = Buffer.from(key.replace(/^whpk_/, ''), 'base64');
      // whoever sends half a signature must not stop the receiver: the library throws at one
      const verified = verifyAsync(Buffer.from(signature, 'base64'), signed, bytes);
      if (await verified.catch(() => false)) {
        return true;
      }
    }
  }
  return false;
}
