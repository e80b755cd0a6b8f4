import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import type { FollowUp, PlannedConference } from '../casework/types.ts';

export function usePlannedContacts(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'contacts', caseId],
    queryFn: async ({ signal }) =>
      (await read<Items<FollowUp>>('cases', `/cases/${caseId}/follow-ups?state=planned`, signal)).data.items,
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  });
}

export function usePlannedConferences(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'planned-conferences', caseId],
    queryFn: async ({ signal }) =>
      (await read<Items<PlannedConference>>('cases', `/cases/${caseId}/planned-conferences`, signal)).data.items,
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  });
}
