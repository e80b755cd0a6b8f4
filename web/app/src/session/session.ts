import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { problemOf, read } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Me, Role } from '../api/types.ts';
import type { Language } from '../i18n/languages.ts';
import { isAnother, page, tellNobody } from './one-person.ts';

export interface Session {
  signedIn: boolean;
  displayName?: string;
  roles?: Role[];
  /** When the password was last typed. */
  signedInAt?: string;
}

/** What the gateway knows of this browser's session. It never hands out a token. */
export async function fetchSession(signal?: AbortSignal): Promise<Session> {
  let response: Response;
  try {
    response = await fetch('/session', {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      redirect: 'error',
      ...(signal ? { signal } : {}),
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiProblem('web', 0, 'network');
  }
  if (response.status === 401) return { signedIn: false };
  if (!response.ok) throw await problemOf('web', response);
  const body = (await response.json()) as Record<string, unknown>;
  if (typeof body['username'] === 'string' && isAnother(body['username'])) {
    page.beginAnew();
    // Nothing is shown to them of what is here until it has.
    return new Promise<never>(() => undefined);
  }
  return readSession(body);
}

function readSession(body: Record<string, unknown>): Session {
  const signedIn = body['signedIn'] ?? body['authenticated'] ?? true;
  const name = body['displayName'] ?? body['name'] ?? body['username'];
  return {
    signedIn: signedIn !== false,
    ...(typeof name === 'string' ? { displayName: name } : {}),
    ...(typeof body['signedInAt'] === 'string' ? { signedInAt: body['signedInAt'] } : {}),
    ...(Array.isArray(body['roles']) ? { roles: body['roles'] as Role[] } : {}),
  };
}

export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => fetchSession(signal),
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  });
}

export function useMe(enabled = true): UseQueryResult<Me> {
  return useQuery({
    queryKey: ['identity', 'me'],
    queryFn: async ({ signal }) => (await read<Me>('identity', '/me', signal)).data,
    staleTime: 5 * 60_000,
    enabled,
  });
}

/** The sign-in page speaks the language this page does. */
export function signInPath(to: string, language: Language): string {
  return `/sign-in?to=${encodeURIComponent(to)}&ui_locales=${language}`;
}

/** Where somebody signed in shows again who they are. */
export function stepUpPath(to: string, language: Language): string {
  return `/sign-in?step-up=1&to=${encodeURIComponent(to)}&ui_locales=${language}`;
}

/** Ends the session here, or on every device. */
export async function signOut(everywhere: boolean, language: Language): Promise<void> {
  const response = await fetch(everywhere ? '/sign-out-everywhere' : '/sign-out', {
    method: 'POST',
    headers: { 'X-Hifazat': '1', accept: 'application/json' },
    credentials: 'same-origin',
  });
  if (!response.ok && response.status !== 401) {
    throw new ApiProblem('web', response.status, 'service-unavailable');
  }
  tellNobody();
  // The gateway clears all this browser kept for the site, so the chosen language travels in the address.
  window.location.assign(`/?language=${language}`);
}
