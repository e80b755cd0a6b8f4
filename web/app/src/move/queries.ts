import { useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useMe } from '../session/session.ts';
import type { CaseloadException, EmergencyAccess, KnownSeal, Member, Owners, Seal, Transfer, UnassignedCase, WorkerCaseload } from './types.ts';

function useItems<T>(key: string[], path: string, enabled = true) {
  return useQuery({
    queryKey: ['cases', ...key],
    queryFn: async ({ signal }) => (await read<Items<T>>('cases', path, signal)).data.items,
    enabled,
    refetchOnWindowFocus: false,
  });
}

export const useCaseloads = (enabled = true) => useItems<WorkerCaseload>(['caseloads'], '/caseloads', enabled);
export const useExceptions = (enabled = true) => useItems<CaseloadException>(['caseload-exceptions'], '/caseload-exceptions', enabled);
export const useMembers = (caseId: string) => useItems<Member>(['members', caseId], `/cases/${caseId}/members`);
export const useCaseTransfers = (caseId: string) => useItems<Transfer>(['case-transfers', caseId], `/cases/${caseId}/transfers`);
export const useCasesOf = (staffId: string) => useItems<UnassignedCase>(['caseload-cases', staffId], `/caseloads/${staffId}/cases`);
export const useSeals = () => useItems<KnownSeal>(['seals'], '/seals');
export const useEmergencies = () => useItems<EmergencyAccess>(['emergencies'], '/emergency-accesses');

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
