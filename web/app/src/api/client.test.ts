import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, problem } from '../test/fake-server.ts';
import { change, nextCursor, onSignedOut, query, read, readAll } from './client.ts';
import type { ApiProblem } from './problem.ts';
import { fieldPath } from './problem.ts';

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});

async function refusal(work: Promise<unknown>): Promise<ApiProblem> {
  return work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (failure: ApiProblem) => failure,
  );
}

describe('a change', () => {
  it('carries the header that no other site can send, the entity tag and the idempotency key', async () => {
    server.on('POST /api/cases/v1/tasks/1/completion', { body: { done: true } });
    await change('cases', '/tasks/1/completion', { ifMatch: '"v4"', idempotencyKey: 'key-1', body: { a: 1 } });
    const [asked] = server.asked;
    expect(asked?.headers.get('X-Hifazat')).toBe('1');
    expect(asked?.headers.get('If-Match')).toBe('"v4"');
    expect(asked?.headers.get('Idempotency-Key')).toBe('key-1');
    expect(asked?.body).toEqual({ a: 1 });
  });

  it('is not needed to read', async () => {
    server.on('GET /api/cases/v1/cases', { body: { items: [] } });
    await read('cases', '/cases');
    expect(server.asked[0]?.headers.get('X-Hifazat')).toBeNull();
  });
});

describe('an answer', () => {
  it('hands over the entity tag and the cursor of the next page', async () => {
    server.on('GET /api/cases/v1/cases', {
      body: { items: [] },
      headers: { etag: '"v7"', link: '<http://x/v1/cases?limit=20&cursor=abc>; rel="next"' },
    });
    const answer = await read('cases', '/cases');
    expect(answer.etag).toBe('"v7"');
    expect(answer.next).toBe('abc');
  });

  it('has no next page without such a link', () => {
    expect(nextCursor(null)).toBeUndefined();
    expect(nextCursor('<http://x/?cursor=a>; rel="prev"')).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('keeps the code, the fields and the trace id of the problem', async () => {
    server.on('POST /api/cases/v1/concern-reports', problem(400, 'invalid-value', [{ pointer: '/child/names/given', code: 'not-blank' }]));
    const found = await refusal(change('cases', '/concern-reports', { body: {} }));
    expect(found.code).toBe('invalid-value');
    expect(found.traceId).toBe('trace-1');
    expect(fieldPath(found.errors[0]?.pointer ?? '')).toBe('child.names.given');
  });

  it('of an ended session is told to the shell', async () => {
    const told = vi.fn();
    const stop = onSignedOut(told);
    server.on('GET /api/cases/v1/cases', { status: 401 });
    const found = await refusal(read('cases', '/cases'));
    stop();
    expect(found.signedOut).toBe(true);
    expect(told).toHaveBeenCalledOnce();
  });

  it('of another kind does not end the session', async () => {
    const told = vi.fn();
    const stop = onSignedOut(told);
    server.on('GET /api/cases/v1/cases', problem(403, 'forbidden'));
    await refusal(read('cases', '/cases'));
    stop();
    expect(told).not.toHaveBeenCalled();
  });

  it('without a readable body still has a code', async () => {
    server.on('GET /api/cases/v1/cases', { status: 502, text: '<html>Bad gateway</html>' });
    const found = await refusal(read('cases', '/cases'));
    expect(found.code).toBe('service-unavailable');
    expect(found.serviceMissing).toBe(true);
  });

  it('names the part the gateway could not reach', async () => {
    server.on('GET /api/cases/v1/cases', { status: 503, body: { code: 'service-unavailable', service: 'keycloak' } });
    expect((await refusal(read('cases', '/cases'))).service).toBe('keycloak');
  });

  it('is also made of a network that is not there', async () => {
    server.on('GET /api/cases/v1/cases', 'unreachable');
    const found = await refusal(read('cases', '/cases'));
    expect(found.code).toBe('network');
    expect(found.serviceMissing).toBe(true);
  });
});

describe('a whole list', () => {
  it('is read page by page to its end', async () => {
    server.on('GET /api/identity/v1/staff?limit=100', {
      body: { items: [1, 2] },
      headers: { link: '<http://x/v1/staff?cursor=b%2B1>; rel="next"' },
    });
    server.on('GET /api/identity/v1/staff?limit=100&cursor=b%2B1', { body: { items: [3] } });
    expect(await readAll('identity', '/staff')).toEqual([1, 2, 3]);
  });

  it('is refused as a whole when one page is', async () => {
    server.on('GET /api/identity/v1/staff', problem(403, 'forbidden'));
    expect((await refusal(readAll('identity', '/staff'))).code).toBe('forbidden');
  });
});

describe('a query string', () => {
  it('leaves out what is not set', () => {
    expect(query({ state: 'waiting', cursor: undefined, month: '' })).toBe('?state=waiting');
    expect(query({ cursor: undefined })).toBe('');
  });
});
