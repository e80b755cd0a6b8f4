import { useQuery } from '@tanstack/react-query';
import { read, readText } from '../api/client.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import type { AssessmentResult, Instrument, Items } from '../api/types.ts';
import type { AssessmentDraft } from './types.ts';

// Reading answers is an audited act; looking back at the window is not reading them again.
const ONCE = { staleTime: Infinity, refetchOnWindowFocus: false } as const;

/** What is published and could be used in a case: by the child's age and by whoever asks. */
export function useFittingInstruments(caseId: string) {
  return useQuery({
    queryKey: ['assessments', 'instruments', caseId],
    queryFn: async ({ signal }) =>
      (await onceKnown(() => read<Items<Instrument>>('assessments', `/instruments?caseId=${caseId}`, signal))).data.items,
  });
}

/** What is published. */
export function useInstruments() {
  return useQuery({
    queryKey: ['assessments', 'instruments'],
    queryFn: async ({ signal }) =>
      (await read<Items<Instrument>>('assessments', '/instruments', signal)).data.items,
    staleTime: 5 * 60_000,
  });
}

/** A published version never changes. */
export function useFormText(id: string, version: string) {
  return useQuery({
    queryKey: ['assessments', 'form', id, version],
    queryFn: ({ signal }) => readText('assessments', `/instruments/${id}/versions/${version}/form`, signal),
    ...ONCE,
  });
}

/**
 * The assessment service hears of a case a moment after it was opened. Until then it answers 404, which for a case
 * that is open on this very page means: not yet.
 */
export async function onceKnown<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 8; ; left--) {
    try {
      return await work();
    } catch (failure) {
      if (asProblem(failure).status !== 404) throw failure;
      if (left === 0) throw new ApiProblem('assessments', 404, 'not-known-yet');
      await new Promise((again) => setTimeout(again, 700));
    }
  }
}

export function useDrafts(caseId: string) {
  return useQuery({
    queryKey: ['assessments', 'drafts', caseId],
    queryFn: async ({ signal }) =>
      (await onceKnown(() => read<Items<AssessmentDraft>>('assessments', `/cases/${caseId}/assessment-drafts`, signal))).data.items,
  });
}

/** What was begun and given up; read when somebody wants to know. */
export function useGivenUp(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['assessments', 'drafts', caseId, 'discarded'],
    queryFn: async ({ signal }) =>
      (await read<Items<AssessmentDraft>>('assessments', `/cases/${caseId}/assessment-drafts?state=discarded`, signal)).data.items,
    enabled,
  });
}

/** Read anew each time somebody goes on with it, and never behind their back. */
export function useDraft(id: string) {
  return useQuery({
    queryKey: ['assessments', 'draft', id],
    queryFn: ({ signal }) => read<AssessmentDraft>('assessments', `/assessment-drafts/${id}`, signal),
    ...ONCE,
    gcTime: 0,
  });
}

export function useAssessment(id: string) {
  return useQuery({
    queryKey: ['assessments', 'one', id],
    queryFn: async ({ signal }) => (await read<AssessmentResult>('assessments', `/assessments/${id}`, signal)).data,
    refetchOnWindowFocus: false,
  });
}

export function useAnswers(id: string) {
  return useQuery({
    queryKey: ['assessments', 'answers', id],
    queryFn: ({ signal }) => readText('assessments', `/assessments/${id}/answers`, signal),
    ...ONCE,
    gcTime: 0,
  });
}

export interface DueAssessment {
  id: string;
  purpose: string;
  step?: string;
  riskLevel?: 'high' | 'medium' | 'low';
  afterContact: boolean;
  dueAt: string;
}

/** What the policies ask for where the case stands. */
export function useDue(caseId: string) {
  return useQuery({
    queryKey: ['assessments', 'due', caseId],
    queryFn: async ({ signal }) => (await read<Items<DueAssessment>>('assessments', `/cases/${caseId}/due-assessments`, signal)).data.items,
  });
}

/** Under whose supervision a clinical instrument may be used in a case. */
export function usePsychologists(caseId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['assessments', 'psychologists', caseId],
    queryFn: async ({ signal }) =>
      (await read<Items<{ staffId: string }>>('assessments', `/cases/${caseId}/psychologists`, signal)).data.items,
    enabled,
  });
}

export function useAwaitingCountersignature() {
  return useQuery({
    queryKey: ['assessments', 'countersignatures'],
    queryFn: async ({ signal }) => (await read<Items<AssessmentResult>>('assessments', '/countersignatures', signal)).data.items,
  });
}
