import { useQuery } from '@tanstack/react-query';
import { query, read } from '../api/client.ts';
import type { AssessmentResult, CaseDetail, CaseTask, Items, Referral } from '../api/types.ts';

export function useCase(id: string) {
  return useQuery({
    queryKey: ['cases', 'case', id],
    queryFn: ({ signal }) => read<CaseDetail>('cases', `/cases/${id}`, signal),
    staleTime: 15_000,
    // Opening a case is an audited read; looking back at the window is not opening it again.
    refetchOnWindowFocus: false,
  });
}

export function useAssessments(caseId: string) {
  return useQuery({
    queryKey: ['assessments', 'of', caseId],
    queryFn: async ({ signal }) =>
      (await read<Items<AssessmentResult>>('assessments', `/cases/${caseId}/assessments`, signal)).data.items,
  });
}

export function useReferrals(caseId: string) {
  return useQuery({
    queryKey: ['referrals', 'of', caseId],
    queryFn: async ({ signal }) =>
      (await read<Items<Referral>>('referrals', `/cases/${caseId}/referrals`, signal)).data.items,
    refetchInterval: 20_000,
  });
}

export function useMyTasks() {
  return useQuery({
    queryKey: ['cases', 'tasks'],
    queryFn: async ({ signal }) =>
      (await read<Items<CaseTask>>('cases', `/tasks${query({ state: 'open' })}`, signal)).data.items,
    refetchInterval: 60_000,
  });
}
