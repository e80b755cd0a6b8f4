import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './api/problem.ts';

/** A service that is down is asked again by itself; a refusal is final. */
export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => failures < 1 && asProblem(error).serviceMissing,
        retryDelay: 700,
        refetchOnWindowFocus: true,
        refetchInterval: (query) =>
          query.state.error !== null && asProblem(query.state.error).serviceMissing ? 10_000 : false,
      },
    },
  });
}
