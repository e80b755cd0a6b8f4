import { useQuery, useQueryClient } from '@tanstack/react-query';
import { read, readAll } from '../api/client.ts';
import { usePages } from '../ui/pages.ts';
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
  return usePages<CaseLink>('cases', `/cases/${caseId}/links`);
}

/** Whole: forms choose from it, and who is left out cannot be named. */
function useList<T>(caseId: string, what: string) {
  return useQuery({
    queryKey: ['cases', what, caseId],
    queryFn: ({ signal }) => readAll<T>('cases', `/cases/${caseId}/${what}`, signal),
    ...ONCE,
  });
}

/** After a change of anything on this page: the case's head (warnings, names) and its lists are read again. */
export function useRefreshCase(caseId: string): () => void {
  const queries = useQueryClient();
  return () => {
    for (const what of ['child', 'persons', 'safe-places', 'case']) {
      void queries.invalidateQueries({ queryKey: ['cases', what, caseId] });
    }
    void queries.invalidateQueries({ queryKey: ['cases', `/cases/${caseId}/links`] });
  };
}
