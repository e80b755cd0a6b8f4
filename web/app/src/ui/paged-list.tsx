import { Button, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import type { Pages } from './pages.ts';
import { Empty } from './panel.tsx';
import { ProblemNotice } from './problem-notice.tsx';

interface Props<T> {
  pages: Pages<T>;
  empty: string;
  /** Puts back what must not go from under somebody's hands. */
  keep?: (items: T[]) => T[];
  children: (items: T[]) => ReactNode;
}

export function PagedList<T>({ pages, empty, keep, children }: Props<T>) {
  const { t } = useTexts();
  const read = pages.data?.pages.flatMap((page) => page.items);
  const items = read === undefined ? undefined : (keep?.(read) ?? read);
  return (
    <Stack gap="md">
      {pages.isError && (
        <ProblemNotice problem={asProblem(pages.error)} onRetry={() => void pages.refetch()} />
      )}
      {items === undefined && !pages.isError && (
        <Stack gap="xs" role="status" aria-label={t('state.loading')}>
          {[1, 2, 3, 4].map((i) => <Skeleton key={i} height={40} radius="sm" />)}
        </Stack>
      )}
      {items !== undefined && (items.length === 0 ? <Empty text={empty} /> : children(items))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
          data-testid="next-page"
        >
          {t('action.next-page')}
        </Button>
      )}
    </Stack>
  );
}
