import { useQuery } from '@tanstack/react-query';
import { read, readAll } from '../api/client.ts';
import type { Consent } from '../api/types.ts';
import type { CaseConsents } from './types.ts';

/**
 * With all that was said, also where it is more than comes at once: who said no is known from it.
 *
 * @param enabled false to show no more than what was read on the page before
 */
export function useConsents(caseId: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['cases', 'consents', caseId],
    queryFn: async ({ signal }) => {
      const { data } = await read<CaseConsents>('cases', `/cases/${caseId}/consents`, signal);
      return data.next === undefined ? data : { ...data, consents: await readAll<Consent>('cases', `/cases/${caseId}/consent-words`, signal) };
    },
    // Every look at this page is written to the audit trail.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
