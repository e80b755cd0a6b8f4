import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { CaseConsents } from './types.ts';

/**
 * @param enabled false to show no more than what was read on the page before
 */
export function useConsents(caseId: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['cases', 'consents', caseId],
    queryFn: async ({ signal }) => (await read<CaseConsents>('cases', `/cases/${caseId}/consents`, signal)).data,
    // Every look at this page is written to the audit trail.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
