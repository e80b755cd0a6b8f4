import { Alert, Button, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Logo } from '../shell/logo.tsx';
import { SchemeSwitch } from '../shell/scheme-switch.tsx';
import { signInPath } from './session.ts';
import classes from './landing.module.css';

export function LandingPage() {
  const { t, language } = useTexts();
  const { pathname, search } = useLocation();
  const to = pathname === '/signed-in' ? '/' : pathname;
  const failed = new URLSearchParams(search).get('sign-in') === 'failed';
  useEffect(() => {
    document.title = `${t('session.sign-in')} · ${t('app.name')}`;
  }, [t]);
  return (
    <div className={classes['page']}>
      <header className={classes['bar']}>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main className={classes['main']} id="main">
        <div className={classes['intro']}>
          <Logo size={64} />
          <Title order={1}>{t('app.name')}</Title>
          <Text size="lg">{t('app.tagline')}</Text>
          <Text c="dimmed">{t('landing.lead')}</Text>
          {failed && <Alert color="red" role="alert">{t('session.sign-in-failed')}</Alert>}
          <Button component="a" href={signInPath(to, language)} size="md" data-testid="sign-in">{t('session.sign-in')}</Button>
        </div>
        <ul className={classes['promises']}>
          <li><strong>{t('landing.promise-1')}</strong><span>{t('landing.promise-1-text')}</span></li>
          <li><strong>{t('landing.promise-2')}</strong><span>{t('landing.promise-2-text')}</span></li>
          <li><strong>{t('landing.promise-3')}</strong><span>{t('landing.promise-3-text')}</span></li>
        </ul>
      </main>
      <footer className={classes['foot']}>
        <Text size="sm">{t('landing.helpline')} <bdi dir="ltr">1121</bdi></Text>
      </footer>
    </div>
  );
}
