import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { onSignedOut } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { fetchSession, signInPath } from './session.ts';
import { onSignedIn } from './session-channel.ts';

/**
 * When the session ends while somebody is typing, the page stays as it is: signing in happens in another
 * tab, and this notice goes away when it is done.
 */
export function SignedOutNotice() {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => onSignedOut(() => setEnded(true)), []);
  useEffect(() => {
    if (!ended) return;
    link.current?.focus();
    const check = async () => {
      const session = await fetchSession().catch(() => undefined);
      if (session?.signedIn !== true) return;
      setEnded(false);
      // It may be somebody else who signed in.
      const stale = (key: unknown) => key === 'session' || key === 'identity';
      await queries.invalidateQueries({
        predicate: (query) => query.state.status === 'error' || stale(query.queryKey[0]),
      });
    };
    const stop = onSignedIn(() => void check());
    const onFocus = () => void check();
    window.addEventListener('focus', onFocus);
    return () => {
      stop();
      window.removeEventListener('focus', onFocus);
    };
  }, [ended, queries]);
  if (!ended) return null;
  return (
    <div className="hifazat-signed-out" role="alertdialog" aria-labelledby="signed-out-title">
      <Alert color="yellow" variant="filled" autoContrast title={<span id="signed-out-title">{t('session.ended')}</span>}>
        <Text size="sm">{t('session.ended-text')}</Text>
        <Group mt="sm">
          <Button
            component="a"
            ref={link}
            href={signInPath('/signed-in', language)}
            target="_blank"
            rel="opener"
            variant="white"
            color="dark"
            data-testid="sign-in-again"
          >
            {t('session.sign-in-again')}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
