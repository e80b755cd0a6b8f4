import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Report } from '../api/types.ts';

export function useReport(id: string) {
  return useQuery({
    queryKey: ['cases', 'report', id],
    queryFn: ({ signal }) => read<Report>('cases', `/concern-reports/${id}`, signal),
    // Every read of a narrative is written to the audit trail: not more of them than somebody asked for.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
