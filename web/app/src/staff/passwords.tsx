import { useState } from 'react';
import { change } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { ShownOnce } from '../ui/shown-once.tsx';

interface Passwords {
  /** The password just given, until it is hidden. */
  given: string | undefined;
  give: (alsoSecondFactor: boolean) => void;
  hide: () => void;
  busy: boolean;
  problem: ApiProblem | undefined;
}

/** A first or forgotten password of the person at the path: shown once to the administrator, changed by the person at the next sign-in. */
export function usePasswords(path: string): Passwords {
  const [given, setGiven] = useState<string>();
  const { submit, busy, problem } = useSubmission<string>(setGiven);
  return {
    given,
    give: (alsoSecondFactor) =>
      void submit(async () =>
        (await change<{ temporaryPassword: string }>('identity', `${path}/temporary-password`, { body: { alsoSecondFactor } })).data.temporaryPassword,
      ),
    hide: () => setGiven(undefined),
    busy,
    problem,
  };
}

export function GivenPassword({ passwords: { given, hide } }: { passwords: Passwords }) {
  const { t } = useTexts();
  if (given === undefined) return null;
  return <ShownOnce value={given} lead={t('password.once')} onHide={hide} testId="password" />;
}
