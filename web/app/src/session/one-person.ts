import { useEffect } from 'react';

/*
 * A page holds in its memory what one person has read and typed. Somebody else may sign in in another tab of this browser, whose
 * session is this page's, too: they would see the one's child here, and send the one's words as theirs. So the page begins anew.
 */
const CHANNEL = 'hifazat-person';
const NOBODY = '';

let known: string | undefined;

/** Replaced in tests. */
export const page = {
  beginAnew: () => window.location.replace('/'),
};

/** Whoever is signed in now, as the gateway says; true when this page is somebody else's. */
export function isAnother(username: string): boolean {
  if (known === undefined) {
    known = username;
    tell(username);
  }
  return known !== username;
}

/** Signing out in one tab means all of them. */
export function tellNobody(): void {
  tell(NOBODY);
}

function tell(username: string): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(username);
  channel.close();
}

/** Hears at once of what happens in another tab. */
export function useOnePerson(): void {
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return undefined;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (known !== undefined && data !== known) page.beginAnew();
    };
    return () => channel.close();
  }, []);
}

/** For tests: as a page that was just opened. */
export function forgetPerson(): void {
  known = undefined;
}
