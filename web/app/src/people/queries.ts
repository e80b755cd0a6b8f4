import { useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import type { CaseLink, KnownChild, Person, SafePlace } from './types.ts';

/** Reading these is audited; looking back at the window is not reading them again. */
const ONCE = { staleTime: 15_000, refetchOnWindowFocus: false };

export function useKnownChild(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'child', caseId],
    queryFn: ({ signal }) => read<KnownChild>('cases', `/cases/${caseId}/child`, signal),
    ...ONCE,
  });
}

export function usePersons(caseId: string) {
  return useList<Person>(caseId, 'persons');
}

export function useSafePlaces(caseId: string) {
  return useList<SafePlace>(caseId, 'safe-places');
}

export function useCaseLinks(caseId: string) {
  return useList<CaseLink>(caseId, 'links');
}

function useList<T>(caseId: string, what: string) {
  return useQuery({
    queryKey: ['cases', what, caseId],
    queryFn: async ({ signal }) => (await read<Items<T>>('cases', `/cases/${caseId}/${what}`, signal)).data.items,
    ...ONCE,
  });
}

/** After a change of anything on this page: the case's head (warnings, names) and its lists are read again. */
export function useRefreshCase(caseId: string): () => void {
  const queries = useQueryClient();
  return () => {
    for (const what of ['child', 'persons', 'safe-places', 'links', 'case']) {
      void queries.invalidateQueries({ queryKey: ['cases', what, caseId] });
    }
  };
}
