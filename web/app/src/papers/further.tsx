import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { query, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Items } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';

interface Props<T> {
  path: string;
  /** Where what is shown above ends; nothing follows without it. */
  from: string | undefined;
  children: (items: T[]) => ReactNode;
}

/** The rest of a list whose beginning came with something else, page by page when asked for. */
export function Further<T>({ path, from, children }: Props<T>) {
  const { t } = useTexts();
  const pages = useInfiniteQuery({
    queryKey: ['cases', path, from],
    enabled: false,
    initialPageParam: from,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await read<Items<T>>('cases', `${path}${query({ cursor: pageParam })}`, signal);
      return { items: answer.data.items, next: answer.next };
    },
    getNextPageParam: (page) => page.next,
  });
  if (from === undefined) return null;
  const begun = pages.data !== undefined;
  return (
    <Stack gap="md">
      {begun && children(pages.data.pages.flatMap((page) => page.items))}
      {pages.isError && <ProblemNotice problem={asProblem(pages.error)} onRetry={() => void pages.refetch()} />}
      {(!begun || pages.hasNextPage) && (
        <Button
          variant="default"
          loading={pages.isFetching}
          onClick={() => void (begun ? pages.fetchNextPage() : pages.refetch())}
          data-testid="next-page"
        >
          {t('action.next-page')}
        </Button>
      )}
    </Stack>
  );
}
