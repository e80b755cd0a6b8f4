import { useInfiniteQuery } from '@tanstack/react-query';
import { query, read, type Service } from '../api/client.ts';
import type { Items } from '../api/types.ts';

/** A list that comes page by page, each page naming the next. */
export function usePages<T>(
  service: Service,
  path: string,
  parameters: Record<string, string | number | undefined> = {},
  /** How often it is asked again; may hang on what was read. */
  refetchInterval?: number | ((items: T[]) => number | false),
) {
  return useInfiniteQuery({
    queryKey: [service, path, parameters],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await read<Items<T>>(service, `${path}${query({ ...parameters, cursor: pageParam })}`, signal);
      return { items: answer.data.items, next: answer.next };
    },
    getNextPageParam: (page) => page.next,
    ...(refetchInterval === undefined ? {} : {
      refetchInterval: (query: { state: { data: { pages: { items: T[] }[] } | undefined } }) =>
        typeof refetchInterval === 'number' ? refetchInterval : refetchInterval(query.state.data?.pages.flatMap((page) => page.items) ?? []),
    }),
  });
}

export type Pages<T> = ReturnType<typeof usePages<T>>;
