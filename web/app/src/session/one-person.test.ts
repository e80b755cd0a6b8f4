import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchSession, signOut } from './session.ts';
import { forgetPerson, page } from './one-person.ts';

const anew = vi.spyOn(page, 'beginAnew').mockImplementation(() => undefined);

function answers(body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })));
}

beforeEach(() => {
  forgetPerson();
  anew.mockClear();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the same person who signs in again keeps the page, also after nobody was signed in', async () => {
  answers({ signedIn: true, username: 'gulalai.peshawar' });
  await expect(fetchSession()).resolves.toMatchObject({ signedIn: true });
  answers({ signedIn: false });
  await expect(fetchSession()).resolves.toEqual({ signedIn: false });
  answers({ signedIn: true, username: 'gulalai.peshawar' });
  await expect(fetchSession()).resolves.toMatchObject({ signedIn: true });
  expect(anew).not.toHaveBeenCalled();
});

test('a page that somebody else has opened begins anew and says nothing of the session meanwhile', async () => {
  answers({ signedIn: true, username: 'gulalai.peshawar' });
  await fetchSession();
  answers({ signedIn: true, username: 'saeed.peshawar' });
  const shown = vi.fn();
  void fetchSession().then(shown);
  await vi.waitFor(() => expect(anew).toHaveBeenCalledOnce());
  expect(shown).not.toHaveBeenCalled();
});

test('signing out is told to the other tabs', async () => {
  const told: unknown[] = [];
  const other = new BroadcastChannel('hifazat-person');
  other.onmessage = ({ data }: MessageEvent<unknown>) => void told.push(data);
  answers({});
  await signOut(false, 'en').catch(() => undefined);
  await vi.waitFor(() => expect(told).toEqual(['']));
  other.close();
});
