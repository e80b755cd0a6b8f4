import { Alert, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTexts, type MessageId } from '../i18n/text.ts';
import type { DraftKeeper, KeeperState } from './draft-keeper.ts';

/** What is not with the server yet is sent when the page is left, and the browser asks before it closes. */
export function useUnsavedWarning<More>(keeper: DraftKeeper<More>): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      // Whoever goes on to another screen need not wait for the pause.
      void keeper.flush();
    };
  }, [keeper]);
}

/** Whether what is on the page is with the server. */
export function SaveState<More>({ state, saved = 'draft.saved' }: { state: KeeperState<More>; saved?: MessageId }) {
  const { t } = useTexts();
  if (state.kind === 'refused' || state.kind === 'conflict') return null;
  if (state.kind === 'waiting') {
    return <Alert color="yellow" role="alert" data-testid="draft-state" data-state="waiting">{t('draft.waiting')}</Alert>;
  }
  return (
    <Text size="sm" c="dimmed" role="status" data-testid="draft-state" data-state={state.kind}>
      {t(state.kind === 'saved' ? saved : 'draft.saving')}
    </Text>
  );
}
