import { Burger } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { Role } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { ConfirmNotice } from '../session/confirm-notice.tsx';
import { SignedOutNotice } from '../session/signed-out-notice.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { placesFor } from './navigation.ts';
import { SchemeSwitch } from './scheme-switch.tsx';
import { WhoAmI, type Person } from './who-am-i.tsx';
import classes from './layout.module.css';

interface Props {
  person: Person;
  roles: readonly Role[];
  children: ReactNode;
}

export function Layout({ person, roles, children }: Props) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string>();
  const open = openedAt === pathname;
  const places = placesFor(roles);
  return (
    <div className={classes['shell']}>
      <a href="#main" className={classes['skip']}>{t('shell.skip')}</a>
      <header className={classes['header']}>
        {places.length > 0 && (
          <Burger
            opened={open}
            onClick={() => setOpenedAt(open ? undefined : pathname)}
            className={classes['burger'] ?? ''}
            aria-label={t('shell.menu')}
            aria-expanded={open}
            aria-controls="places"
            size="sm"
          />
        )}
        <Link to="/" className={classes['brand']}>
          <Logo size={30} />
          <span className={classes['name']}>{t('app.name')}</span>
        </Link>
        <div className={classes['tools']}>
          <LanguageSwitch />
          <SchemeSwitch />
          <WhoAmI person={person} roles={roles} />
        </div>
      </header>
      <nav id="places" className={classes['nav']} data-open={open} aria-label={t('shell.navigation')}>
        <ul>
          {places.map((place) => (
            <li key={place.to}>
              <NavLink to={place.to} end={['/', '/concerns', '/agency'].includes(place.to)}>{t(place.text)}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" className={classes['main']} tabIndex={-1}>
        {children}
        <SignedOutNotice />
        <ConfirmNotice />
      </main>
    </div>
  );
}
