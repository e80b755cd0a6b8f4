import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Me, Role } from '../api/types.ts';

export interface Session {
  signedIn: boolean;
  displayName?: string;
  roles?: Role[];
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
  if (!response.ok) throw new ApiProblem('web', response.status, 'service-unavailable');
  return readSession((await response.json()) as Record<string, unknown>);
}

function readSession(body: Record<string, unknown>): Session {
  const signedIn = body['signedIn'] ?? body['authenticated'] ?? true;
  const name = body['displayName'] ?? body['name'] ?? body['username'];
  return {
    signedIn: signedIn !== false,
    ...(typeof name === 'string' ? { displayName: name } : {}),
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

export function signInPath(to: string): string {
  return `/sign-in?to=${encodeURIComponent(to)}`;
}

/** Ends the session here, or on every device; then the browser goes where the gateway says. */
export async function signOut(everywhere: boolean): Promise<void> {
  const response = await fetch(everywhere ? '/sign-out-everywhere' : '/sign-out', {
    method: 'POST',
    headers: { 'X-Hifazat': '1', accept: 'application/json' },
    credentials: 'same-origin',
    redirect: 'manual',
  });
  if (response.type !== 'opaqueredirect' && !response.ok && response.status !== 401) {
    throw new ApiProblem('web', response.status, 'service-unavailable');
  }
  window.location.assign(await leavingAddress(response));
}

async function leavingAddress(response: Response): Promise<string> {
  const header = response.headers.get('location');
  if (header !== null) return header;
  try {
    const body = (await response.json()) as Record<string, unknown>;
    const address = body['location'] ?? body['redirect'];
    return typeof address === 'string' ? address : '/';
  } catch {
    return '/';
  }
}
