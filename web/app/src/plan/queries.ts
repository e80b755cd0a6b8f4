import { useQuery } from '@tanstack/react-query';
import { read, readAll } from '../api/client.ts';
import type { Plan, PlanLine, SafetyPlan } from '../casework/types.ts';

// Reading a plan is an audited act; looking back at the window is not reading it again.
const ONCE = { staleTime: 15_000, refetchOnWindowFocus: false };

export function usePlans(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'plans', caseId],
    queryFn: ({ signal }) => readAll<PlanLine>('cases', `/cases/${caseId}/case-plans`, signal),
    ...ONCE,
  });
}

export function usePlan(id: string) {
  return useQuery({
    queryKey: ['cases', 'plan', id],
    queryFn: ({ signal }) => read<Plan>('cases', `/case-plans/${id}`, signal),
    ...ONCE,
  });
}

export function useSafetyPlans(caseId: string) {
  return useQuery({
    queryKey: ['cases', 'safety-plans', caseId],
    queryFn: ({ signal }) => readAll<SafetyPlan>('cases', `/cases/${caseId}/safety-plans`, signal),
    ...ONCE,
  });
}
