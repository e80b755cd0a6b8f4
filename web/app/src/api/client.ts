import { ApiProblem, type FieldError } from './problem.ts';

/** `partner` is the referral service as an agency's own people reach it. */
export type Service = 'identity' | 'cases' | 'assessments' | 'referrals' | 'monitoring' | 'partner';

export interface Answer<T> {
  data: T;
  etag: string | undefined;
  status: number;
  /** The cursor of the next page, when there is one. */
  next: string | undefined;
}

export interface Change {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  ifMatch?: string | undefined;
  idempotencyKey?: string | undefined;
}

const signedOutListeners = new Set<() => void>();
const stepUpListeners = new Set<() => void>();

/** Called whenever a request is answered with 401, so the shell can offer to sign in again. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Somebody found out that nobody is signed in any more. */
export function tellSignedOut(): void {
  signedOutListeners.forEach((listener) => listener());
}

/** Called whenever a service asks for a fresh sign-in before it does what was asked. */
export function onStepUp(listener: () => void): () => void {
  stepUpListeners.add(listener);
  return () => stepUpListeners.delete(listener);
}

export function read<T>(service: Service, path: string, signal?: AbortSignal): Promise<Answer<T>> {
  return send<T>(service, path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
}

/** A whole list, for names to be looked up in: every page of it. */
export async function readAll<T>(service: Service, path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  const join = path.includes('?') ? '&' : '?';
  do {
    const page = `${path}${join}limit=100${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = await read<{ items: T[] }>(service, page, signal);
    items.push(...answer.data.items);
    cursor = answer.next;
  } while (cursor !== undefined);
  return items;
}

export async function readText(service: Service, path: string, signal?: AbortSignal): Promise<string> {
  const response = await exchange(service, path, {
    headers: { accept: 'application/xml, text/xml, text/plain' },
    ...(signal ? { signal } : {}),
  });
  return response.text();
}

export function change<T>(service: Service, path: string, how: Change = {}): Promise<Answer<T>> {
  const headers: Record<string, string> = { accept: 'application/json', 'X-Hifazat': '1' };
  if (how.body !== undefined) headers['content-type'] = 'application/json';
  if (how.ifMatch !== undefined) headers['If-Match'] = how.ifMatch;
  if (how.idempotencyKey !== undefined) headers['Idempotency-Key'] = how.idempotencyKey;
  return send<T>(service, path, {
    method: how.method ?? 'POST',
    headers,
    ...(how.body === undefined ? {} : { body: JSON.stringify(how.body) }),
  });
}

export interface Taken {
  file: Blob;
  /** As the service calls it. */
  name: string;
}

/** A file that a service makes when it is asked to. */
export async function take(service: Service, path: string, body: unknown): Promise<Taken> {
  const response = await exchange(service, path, {
    method: 'POST',
    headers: { accept: '*/*', 'X-Hifazat': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'hifazat';
  return { file: await response.blob(), name };
}

/** Bytes of a file, as they are. */
export async function sendBytes(service: Service, path: string, bytes: Blob): Promise<void> {
  await exchange(service, path, {
    method: 'PUT',
    headers: { accept: 'application/json', 'X-Hifazat': '1', 'content-type': 'application/octet-stream' },
    body: bytes,
  });
}

/** A whole file, taken as what it says it is. */
export function sendFile<T>(service: Service, path: string, file: Blob, type: string): Promise<Answer<T>> {
  return send<T>(service, path, {
    method: 'POST',
    headers: { accept: 'application/json', 'X-Hifazat': '1', 'content-type': type },
    body: file,
  });
}

/** A piece of a file, from an offset on. */
export function sendPiece<T>(service: Service, path: string, piece: Blob, signal: AbortSignal): Promise<Answer<T>> {
  return send<T>(service, path, {
    method: 'PATCH',
    headers: { accept: 'application/json', 'X-Hifazat': '1', 'content-type': 'application/octet-stream' },
    body: piece,
    signal,
  });
}

/** A file, to be shown on this page. */
export async function readFile(service: Service, path: string, signal?: AbortSignal): Promise<Blob> {
  return (await exchange(service, path, { headers: { accept: '*/*' }, ...(signal ? { signal } : {}) })).blob();
}

async function send<T>(service: Service, path: string, init: RequestInit): Promise<Answer<T>> {
  const response = await exchange(service, path, init);
  const text = response.status === 204 ? '' : await response.text();
  return {
    data: (text === '' ? undefined : JSON.parse(text)) as T,
    etag: response.headers.get('etag') ?? undefined,
    status: response.status,
    next: nextCursor(response.headers.get('link')),
  };
}

async function exchange(service: Service, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/api/${service}/v1${path}`, { credentials: 'same-origin', redirect: 'error', ...init });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiProblem(service, 0, 'network');
  }
  if (response.ok) return response;
  const problem = await problemOf(service, response);
  if (problem.signedOut) tellSignedOut();
  if (problem.stepUp) stepUpListeners.forEach((listener) => listener());
  throw problem;
}

export async function problemOf(service: string, response: Response): Promise<ApiProblem> {
  let body: { code?: unknown; traceId?: unknown; errors?: unknown; service?: unknown } = {};
  try {
    body = JSON.parse(await response.text()) as typeof body;
  } catch {
    // Not every refusal carries a body: 401 never does, and a proxy may answer for a service.
  }
  const code = typeof body?.code === 'string' ? body.code : codeOfStatus(response.status);
  const errors = Array.isArray(body?.errors) ? (body.errors as FieldError[]) : [];
  return new ApiProblem(
    // The gateway names the part that does not answer.
    typeof body?.service === 'string' ? body.service : service,
    response.status,
    code,
    errors,
    typeof body?.traceId === 'string' ? body.traceId : undefined,
  );
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 412) return 'stale';
  if (status === 413) return 'body-too-large';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503 || status === 504) return 'service-unavailable';
  return 'internal';
}

/** `Link: <…?cursor=abc&limit=20>; rel="next"` → `abc`. */
export function nextCursor(link: string | null): string | undefined {
  for (const part of link?.split(/,\s*(?=<)/) ?? []) {
    const match = /^<([^>]*)>\s*;.*rel="?next"?/.exec(part.trim());
    if (match?.[1] !== undefined) {
      return new URL(match[1], 'http://localhost').searchParams.get('cursor') ?? undefined;
    }
  }
  return undefined;
}

export function query(parameters: Record<string, string | number | undefined>): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return set.length === 0
    ? ''
    : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()}`;
}
