import { useQuery } from '@tanstack/react-query';
import { read, readAll } from '../api/client.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import type { AssessmentResult, CaseDetail, Referral } from '../api/types.ts';

export function useCase(id: string, refetchInterval: number | false = false) {
  return useQuery({
    refetchInterval,
    queryKey: ['cases', 'case', id],
    queryFn: ({ signal }) => read<CaseDetail>('cases', `/cases/${id}`, signal),
    staleTime: 15_000,
    // Opening a case is an audited read; looking back at the window is not opening it again.
    refetchOnWindowFocus: false,
  });
}

/**
 * The other services hear of a case a moment after it was opened. Until then they answer 404, which for a
 * case that is open on this very page means: not yet.
 */
async function onceKnown<T>(service: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    throw asProblem(failure).status === 404 ? new ApiProblem(service, 404, 'not-known-yet') : failure;
  }
}

const SOON = {
  retry: (failures: number, error: Error) =>
    failures < (asProblem(error).code === 'not-known-yet' ? 8 : asProblem(error).serviceMissing ? 1 : 0),
  retryDelay: 700,
};

export function useAssessments(caseId: string) {
  return useQuery({
    queryKey: ['assessments', 'of', caseId],
    queryFn: ({ signal }) => onceKnown('assessments', readAll<AssessmentResult>('assessments', `/cases/${caseId}/assessments`, signal)),
    ...SOON,
  });
}

export function useReferrals(caseId: string) {
  return useQuery({
    queryKey: ['referrals', 'of', caseId],
    queryFn: ({ signal }) => onceKnown('referrals', readAll<Referral>('referrals', `/cases/${caseId}/referrals`, signal)),
    refetchInterval: 20_000,
    ...SOON,
  });
}
