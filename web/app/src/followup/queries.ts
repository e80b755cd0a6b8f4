import { useQuery } from '@tanstack/react-query';
import { readAll } from '../api/client.ts';
import type { FollowUp, PlannedConference } from '../casework/types.ts';

export function usePlannedContacts(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'contacts', caseId],
    queryFn: ({ signal }) => readAll<FollowUp>('cases', `/cases/${caseId}/follow-ups?state=planned`, signal),
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  });
}

export function plannedConferences(caseId: string, signal?: AbortSignal): Promise<PlannedConference[]> {
  return readAll<PlannedConference>('cases', `/cases/${caseId}/planned-conferences`, signal);
}

export function usePlannedConferences(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'planned-conferences', caseId],
    queryFn: ({ signal }) => plannedConferences(caseId, signal),
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  });
}
