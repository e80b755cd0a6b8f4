import { Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { Unbroken } from './names.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import classes from './ui.module.css';

interface PanelProps {
  title: string;
  action?: ReactNode;
  testId?: string;
  children: ReactNode;
}

/** A titled part of a page; a landmark, so that screen readers can jump to it. */
export function Panel({ title, action, testId, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes['panel']} data-testid={testId}>
      <Group justify="space-between" align="center" mb="sm" gap="sm">
        <Title order={2} size="h4" id={id}><Unbroken text={title} /></Title>
        {action}
      </Group>
      {children}
    </section>
  );
}

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** Shown instead of the children when this says the data holds nothing. */
  empty?: { when: (data: T) => boolean; text: string };
  lines?: number;
}

/** Loading, missing, empty or there: one of the four, for every list and every panel. */
export function Loaded<T>({ query, children, empty, lines = 3 }: LoadedProps<T>) {
  const { t } = useTexts();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />}
        {empty?.when(query.data) ? <Empty text={empty.text} /> : children(query.data)}
      </>
    );
  }
  if (query.isError) return <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="xs" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, i) => <Skeleton key={i} height={22} radius="sm" />)}
    </Stack>
  );
}

export function Empty({ text }: { text: string }) {
  return <Text c="dimmed" py="sm" data-testid="empty">{text}</Text>;
}

interface FactsProps {
  facts: [label: string, value: ReactNode][];
}

/** Label and value pairs; a fact without a value is left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes['facts']}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
