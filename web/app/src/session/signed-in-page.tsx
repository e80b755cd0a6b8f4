import { Anchor } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { Page } from '../ui/page.tsx';
import { announceSignedIn } from './session-channel.ts';

/** Where a sign-in that was started from a waiting form ends. */
export function SignedInPage() {
  const { t } = useTexts();
  useEffect(() => announceSignedIn(), []);
  return (
    <Page title={t('session.signed-in')} lead={t('session.signed-in-text')}>
      <Anchor component={Link} to="/">{t('nav.home')}</Anchor>
    </Page>
  );
}
