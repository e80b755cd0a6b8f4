import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { onStepUp } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { fetchSession, stepUpPath } from './session.ts';
import { onSignedIn } from './session-channel.ts';

type Stage = 'quiet' | 'asking' | 'confirmed';

/**
 * A service wants to know again who acts. That happens in another tab, so the page keeps what was typed; the
 * person then repeats the act, which is never sent again by itself.
 */
export function ConfirmNotice() {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>('quiet');
  const link = useRef<HTMLAnchorElement>(null);
  const before = useRef<HTMLElement | undefined>(undefined);
  useEffect(
    () =>
      onStepUp(() => {
        before.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
        setStage('asking');
      }),
    [],
  );
  useEffect(() => {
    if (stage !== 'asking') return;
    link.current?.focus();
    let known: string | undefined | false = false;
    const check = async (announced: boolean) => {
      const session = await fetchSession().catch(() => undefined);
      if (session?.signedIn !== true) return;
      const again = known !== false && session.signedInAt !== known;
      if (!announced && !again) return;
      setStage('confirmed');
      // It may be somebody else who signed in.
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'session' || queryKey[0] === 'identity',
      });
    };
    void fetchSession().then((session) => { known = session.signedInAt; }).catch(() => undefined);
    const stop = onSignedIn(() => void check(true));
    const onFocus = () => void check(false);
    window.addEventListener('focus', onFocus);
    return () => {
      stop();
      window.removeEventListener('focus', onFocus);
    };
  }, [stage, queries]);
  if (stage === 'quiet') return null;
  const close = () => {
    setStage('quiet');
    before.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    <div className="hifazat-signed-out" role="alertdialog" aria-labelledby="confirm-title" onKeyDown={onKeyDown}>
      <Alert
        color={stage === 'asking' ? 'yellow' : 'green'}
        variant="filled"
        autoContrast
        title={<span id="confirm-title">{t(stage === 'asking' ? 'session.confirm' : 'session.confirmed')}</span>}
        data-testid="confirm-notice"
        data-stage={stage}
      >
        {stage === 'asking' && <Text size="sm">{t('session.confirm-text')}</Text>}
        <Group mt="sm">
          {stage === 'asking' && (
            <Button
              component="a"
              ref={link}
              href={stepUpPath('/signed-in', language)}
              target="_blank"
              rel="opener"
              variant="white"
              color="dark"
              data-testid="confirm-it-is-you"
            >
              {t('session.confirm-go')}
            </Button>
          )}
          <Button variant="outline" color="dark" onClick={close} data-testid="confirm-close">
            {t(stage === 'asking' ? 'session.confirm-not-now' : 'session.confirm-close')}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
