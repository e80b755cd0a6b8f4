import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { useTexts, type Texts } from '../i18n/text.ts';

/** Whose own words for a code come first: two services may mean different things by one code. */
const OWN_WORDS: Record<string, readonly string[]> = { partner: ['partner', 'referrals'] };

/** A refusal in plain words of the reader's language. */
export function problemText(texts: Texts, problem: ApiProblem): string {
  const { t, label } = texts;
  if (problem.serviceMissing) return t('problem.service-missing', { service: label('service', problem.service) });
  if (problem.errors.length > 0 && problem.status === 400) return t('problem.invalid-value');
  for (const place of OWN_WORDS[problem.service] ?? [problem.service]) {
    const own = knownProblem(texts, `${place}.${problem.code}`);
    if (own !== undefined) return own;
  }
  return knownProblem(texts, problem.code) ?? t('problem.internal');
}

function knownProblem({ label }: Texts, code: string): string | undefined {
  const text = label('problem', code);
  const words = code.replaceAll(/[-_]/g, ' ');
  return text.toLowerCase() === words.toLowerCase() ? undefined : text;
}

interface Props {
  problem: ApiProblem | undefined;
  onRetry?: () => void;
  onReload?: () => void;
  /** Move the focus here: for answers to something the person just did. */
  focused?: boolean;
}

export function ProblemNotice({ problem, onRetry, onReload, focused = false }: Props) {
  const texts = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== undefined && focused && problem.errors.length === 0) box.current?.focus();
  }, [problem, focused]);
  if (problem === undefined) return null;
  const { t } = texts;
  const notYet = problem.code === 'not-known-yet';
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color={problem.serviceMissing || notYet ? 'yellow' : 'red'}
      title={t(problem.serviceMissing ? 'problem.title-missing' : notYet ? 'problem.title-not-yet' : 'problem.title')}
      data-testid="problem"
      data-code={problem.code}
    >
      <Text size="sm">{problemText(texts, problem)}</Text>
      {problem.traceId !== undefined && (
        <Text size="xs" mt={4}>
          {t('problem.trace')} <bdi dir="ltr">{problem.traceId}</bdi>
        </Text>
      )}
      {(onRetry !== undefined || (problem.stale && onReload !== undefined)) && (
        <Group mt="sm">
          {problem.stale && onReload !== undefined ? (
            <Button variant="default" onClick={onReload}>{t('action.reload')}</Button>
          ) : (
            onRetry !== undefined && <Button variant="default" onClick={onRetry}>{t('action.retry')}</Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
