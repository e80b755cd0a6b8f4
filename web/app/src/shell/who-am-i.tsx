import { Button, Popover, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import type { Me, Role } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { signOut } from '../session/session.ts';
import { PersonName } from '../ui/names.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { OwnCertificate } from './own-certificate.tsx';
import classes from './layout.module.css';

export interface Person {
  displayName: string;
  unit?: Me['unit'];
  /** Absent while the directory does not say. */
  certificate?: Me['certificate'] | 'none';
}

export function WhoAmI({ person, roles }: { person: Person; roles: readonly Role[] }) {
  const { t, label, named, language } = useTexts();
  const [problem, setProblem] = useState<ApiProblem>();
  const leave = (everywhere: boolean) => {
    setProblem(undefined);
    signOut(everywhere, language).catch((failure: unknown) => setProblem(asProblem(failure)));
  };
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" data-testid="who-am-i" aria-label={`${t('shell.account')}: ${person.displayName}`}>
          <span className={classes['who']}><PersonName name={person.displayName} /></span>
          <svg className={classes['whom']} width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
            <circle cx="12" cy="8" r="4" />
            <path d="M4 21c0-4 3.500-7 8-7s8 3 8 7" />
          </svg>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('shell.account')}>
        <Stack gap="xs">
          <Text fw={650}><PersonName name={person.displayName} /></Text>
          <Text size="sm" c="dimmed" data-testid="my-roles">
            {roles.map((role) => label('role', role)).join(' · ')}
            {person.unit !== undefined && <><br />{named(person.unit.name)}</>}
          </Text>
          <OwnCertificate roles={roles} certificate={person.certificate} />
          <Button variant="light" fullWidth onClick={() => leave(false)} data-testid="sign-out">{t('session.sign-out')}</Button>
          <Button variant="default" fullWidth onClick={() => leave(true)} data-testid="sign-out-everywhere">
            {t('session.sign-out-everywhere')}
          </Button>
          <ProblemNotice problem={problem} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
