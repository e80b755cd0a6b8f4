import { useQuery, useQueryClient } from '@tanstack/react-query';
import { query, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useMe } from '../session/session.ts';
import { usePages } from '../ui/pages.ts';
import type { CaseloadException, Member, Owners, Seal, Transfer, WorkerCaseload } from './types.ts';

function useItems<T>(key: string[], path: string, enabled = true) {
  return useQuery({
    queryKey: ['cases', ...key],
    queryFn: async ({ signal }) => (await read<Items<T>>('cases', path, signal)).data.items,
    enabled,
    refetchOnWindowFocus: false,
  });
}

export const useCaseloads = (enabled = true) => useItems<WorkerCaseload>(['caseloads'], '/caseloads', enabled);
/** The one request about a worker that nobody has used or declined. */
export const useExceptionFor = (staffId: string) => useItems<CaseloadException>(['caseload-exceptions', staffId], `/caseload-exceptions${query({ staffId })}`);
export const useMembers = (caseId: string) => usePages<Member>('cases', `/cases/${caseId}/members`);
export const useCaseTransfers = (caseId: string) => usePages<Transfer>('cases', `/cases/${caseId}/transfers`);

/** An audited read with the case's version, under which it is assigned. */
export function useOwners(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'owners', caseId],
    queryFn: async ({ signal }) => (await read<Owners>('cases', `/cases/${caseId}/owners`, signal)).data,
    refetchOnWindowFocus: false,
  });
}

export function useSeal(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'seal', caseId],
    queryFn: async ({ signal }) => (await read<Seal>('cases', `/cases/${caseId}/seal`, signal)).data,
    refetchOnWindowFocus: false,
  });
}

export function useTransfer(id: string) {
  return useQuery({
    queryKey: ['cases', 'transfer', id],
    queryFn: async ({ signal }) => (await read<Transfer>('cases', `/transfers/${id}`, signal)).data,
    refetchOnWindowFocus: false,
  });
}

/** Whatever is known of cases is asked again. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['cases'] });
}

/** Whether the reader is a supervisor: who has a case is theirs to say. */
export function useIsSupervisor(): boolean {
  return useMe(true).data?.roles.includes('supervisor') ?? false;
}
