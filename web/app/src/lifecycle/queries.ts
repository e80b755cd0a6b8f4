import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read, readAll } from '../api/client.ts';
import type { CaseDetail, Items } from '../api/types.ts';
import { usePages } from '../ui/pages.ts';
import type { Approval, Closure, ClosureReason, Episodes, Reopening, RiskHistory, RiskLowered, Standing, WholeApproval } from './types.ts';

/** Asked again whenever the case itself has changed. */
export function useStanding(detail: CaseDetail) {
  return useQuery({
    queryKey: ['cases', 'standing', detail.id, detail.state, detail.riskAssessmentId ?? ''],
    queryFn: async ({ signal }) => (await read<Standing>('cases', `/cases/${detail.id}/next-steps`, signal)).data,
    placeholderData: keepPreviousData,
  });
}

export function useApprovals(caseId: string) {
  return usePages<Approval>('cases', `/cases/${caseId}/approvals`);
}

/** An audited read, so it is not repeated for looking back at the window. */
export function useApproval(caseId: string, id: string) {
  return useQuery({
    queryKey: ['cases', 'approval', caseId, id],
    queryFn: async ({ signal }) => (await read<WholeApproval>('cases', `/cases/${caseId}/approvals/${id}`, signal)).data,
    refetchOnWindowFocus: false,
  });
}

/** Every end and beginning, the oldest first, also where there are more than come at once. */
export function useEpisodes(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'episodes', caseId],
    queryFn: async ({ signal }) => {
      const { data } = await read<Episodes>('cases', `/cases/${caseId}/episodes`, signal);
      const { closures, reopenings } = data.next ?? {};
      return {
        closures: closures === undefined ? data.closures : (await readAll<Closure>('cases', `/cases/${caseId}/closures`, signal)).reverse(),
        reopenings: reopenings === undefined ? data.reopenings : (await readAll<Reopening>('cases', `/cases/${caseId}/reopenings`, signal)).reverse(),
      };
    },
    refetchOnWindowFocus: false,
  });
}

/** All lowerings, also where there are more than come at once: they are shown among assessments, by time. */
export function useRiskHistory(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'risk', caseId],
    queryFn: async ({ signal }) => {
      const { data } = await read<RiskHistory>('cases', `/cases/${caseId}/risk`, signal);
      const all = data.next?.lowerings === undefined ? data.lowerings : await readAll<RiskLowered>('cases', `/cases/${caseId}/risk-lowerings`, signal);
      return { ...data, lowerings: all };
    },
    refetchOnWindowFocus: false,
  });
}

export function useClosureReasons() {
  return useQuery({
    queryKey: ['cases', 'closure-reasons'],
    queryFn: async ({ signal }) => (await read<Items<ClosureReason>>('cases', '/closure-reasons', signal)).data.items,
    staleTime: 30 * 60_000,
  });
}
