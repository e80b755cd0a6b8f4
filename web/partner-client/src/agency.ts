import { createHash, randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './interface.js';
import type { SignIn } from './sign-in.js';

const PIECE = 256 * 1024;

export type Referral = components['schemas']['PartnerReferralView'];
export type Line = components['schemas']['Line'];

/** A refusal, by its code. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

function got<T>(answer: Answer<T>): T {
  if (answer.data === undefined) {
    const code = (answer.error as { code?: string } | undefined)?.code;
    throw new Refused(answer.response.status, code ?? 'unknown');
  }
  return answer.data;
}

/** An agency's side of its referrals. */
export class Agency {
  readonly api: Client<paths>;

  constructor(address: string, signIn: SignIn) {
    this.api = createClient<paths>({ baseUrl: address });
    this.api.use({
      async onRequest({ request }) {
        request.headers.set('Authorization', `Bearer ${await signIn.token()}`);
        return request;
      },
    });
  }

  /** All that changed since, over every page. */
  async changedSince(updatedSince: string): Promise<Line[]> {
    const lines: Line[] = [];
    let cursor: string | undefined;
    do {
      const answer = await this.api.GET('/partner/v1/referrals', {
        params: { query: { updatedSince, limit: 100, ...(cursor ? { cursor } : {}) } },
      });
      lines.push(...(got(answer).items ?? []));
      cursor = next(answer.response.headers.get('Link'));
    } while (cursor !== undefined);
    return lines;
  }

  async read(id: string): Promise<{ referral: Referral; etag: string }> {
    const answer = await this.api.GET('/partner/v1/referrals/{id}', { params: { path: { id } } });
    return { referral: got(answer), etag: answer.response.headers.get('ETag') ?? '' };
  }

  async acknowledge(id: string, etag: string): Promise<string> {
    return this.#etag(
      await this.api.POST('/partner/v1/referrals/{id}/acknowledgement', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body: { happenedAt: now() },
      }),
    );
  }

  async accept(id: string, etag: string): Promise<string> {
    return this.#etag(
      await this.api.POST('/partner/v1/referrals/{id}/acceptance', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body: { happenedAt: now() },
      }),
    );
  }

  async start(id: string, etag: string): Promise<string> {
    return this.#etag(
      await this.api.POST('/partner/v1/referrals/{id}/start', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body: { happenedAt: now() },
      }),
    );
  }

  async complete(
    id: string,
    etag: string,
    outcome: { code: string; text: string; attachments: string[] },
  ): Promise<string> {
    return this.#etag(
      await this.api.POST('/partner/v1/referrals/{id}/completion', {
        params: { path: { id }, header: { 'If-Match': etag } },
        body: { happenedAt: now(), outcome },
      }),
    );
  }

  async write(id: string, text: string): Promise<string> {
    const answer = await this.api.POST('/partner/v1/referrals/{id}/messages', {
      params: { path: { id }, header: { 'Idempotency-Key': randomUUID() } },
      body: { text },
    });
    return got(answer).id ?? '';
  }

  /** Sends a file in pieces and has it looked at; returns its id. */
  async attach(id: string, title: string, mediaType: string, content: Buffer): Promise<string> {
    const begun = got(
      await this.api.POST('/partner/v1/referrals/{id}/attachments', {
        params: { path: { id }, header: { 'Idempotency-Key': randomUUID() } },
        body: {
          title,
          mediaType,
          size: content.length,
          sha256: createHash('sha256').update(content).digest('hex'),
        },
      }),
    );
    const path = { id, attachmentId: begun.id ?? '' };
    for (let offset = 0; offset < content.length; offset += PIECE) {
      got(
        await this.api.PATCH('/partner/v1/referrals/{id}/attachments/{attachmentId}', {
          params: { path, query: { offset } },
          body: content.subarray(offset, offset + PIECE) as unknown as string,
          bodySerializer: (piece: unknown) => piece as BodyInit,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      );
    }
    got(
      await this.api.POST(
        '/partner/v1/referrals/{id}/attachments/{attachmentId}/completion',
        { params: { path } },
      ),
    );
    return path.attachmentId;
  }

  /** The key the receiver verifies with. */
  async listenAt(url: string): Promise<{ id: string; etag: string; publicKey: string }> {
    const answer = await this.api.POST('/partner/v1/webhook-endpoints', {
      params: { header: { 'Idempotency-Key': randomUUID() } },
      body: { url },
    });
    const endpoint = got(answer);
    return {
      id: endpoint.id ?? '',
      etag: answer.response.headers.get('ETag') ?? '',
      publicKey: endpoint.publicKey ?? '',
    };
  }

  /** What the public library verifies with; asked for again, the one before is good for a day. */
  async shareSecret(id: string, etag: string): Promise<{ secret: string; etag: string }> {
    const answer = await this.api.POST('/partner/v1/webhook-endpoints/{id}/shared-secret', {
      params: { path: { id }, header: { 'If-Match': etag } },
    });
    return {
      secret: got(answer).sharedSecret ?? '',
      etag: answer.response.headers.get('ETag') ?? '',
    };
  }

  /** What became of a message about nothing. */
  async tryListening(id: string): Promise<string> {
    const answer = await this.api.POST('/partner/v1/webhook-endpoints/{id}/test', {
      params: { path: { id } },
    });
    return got(answer).outcome ?? '';
  }

  async listenNoMore(id: string, etag: string): Promise<void> {
    await this.api.DELETE('/partner/v1/webhook-endpoints/{id}', {
      params: { path: { id }, header: { 'If-Match': etag } },
    });
  }

  #etag(answer: Answer<unknown>): string {
    got(answer);
    return answer.response.headers.get('ETag') ?? '';
  }
}

function now(): string {
  return new Date().toISOString();
}

function next(link: string | null): string | undefined {
  const query = /<([^>]*)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return query === undefined
    ? undefined
    : (new URLSearchParams(query.slice(query.indexOf('?'))).get('cursor') ?? undefined);
}
