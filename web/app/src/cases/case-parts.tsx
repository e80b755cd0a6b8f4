import { lazy, type ComponentType } from 'react';
import type { CaseDetail } from '../api/types.ts';
import type { MessageId } from '../i18n/text.ts';

/** A part of the case file with its own address, /cases/:id/<part>, and its own lazily loaded code. */
export interface CasePart {
  id: string;
  text: MessageId;
  Content: ComponentType<{ detail: CaseDetail }>;
}

/** In the order of the work. One line per feature: `{ id: 'people', text: 'people.title', Content: lazy(() => import('../people/people-part.tsx')) }`. */
export const CASE_PARTS: readonly CasePart[] = [
  // children and their people
  { id: 'child', text: 'people.child-part', Content: lazy(() => import('../people/child-part.tsx')) },
  { id: 'people', text: 'people.people-part', Content: lazy(() => import('../people/people-part.tsx')) },
  { id: 'status', text: 'status.part', Content: lazy(() => import('../people/status-part.tsx')) },
  // consent
  { id: 'consents', text: 'consents.part', Content: lazy(() => import('../consent/consents-part.tsx')) },
  // assessments
  { id: 'assessments', text: 'assessments.part', Content: lazy(() => import('../assessment/assessments-part.tsx')) },
  // case plan
  { id: 'plan', text: 'plan.title', Content: lazy(() => import('../plan/plan-part.tsx')) },
  // follow-up, services, conferences
  { id: 'follow-up', text: 'followup.title', Content: lazy(() => import('../followup/follow-up-part.tsx')) },
  // notes and documents
  { id: 'notes', text: 'notes.title', Content: lazy(() => import('../papers/notes-part.tsx')) },
  { id: 'documents', text: 'documents.title', Content: lazy(() => import('../papers/documents-part.tsx')) },
  // incidents, orders, placements
  { id: 'incidents', text: 'incidents.part', Content: lazy(() => import('../papers/incidents-part.tsx')) },
  { id: 'legal', text: 'legal.part', Content: lazy(() => import('../papers/legal-part.tsx')) },
  // lifecycle, approvals
  { id: 'steps', text: 'lifecycle.part', Content: lazy(() => import('../lifecycle/steps-part.tsx')) },
  // assignment, transfer
  { id: 'assignment', text: 'assign.part', Content: lazy(() => import('../move/assignment-part.tsx')) },
  // timeline
  { id: 'timeline', text: 'story.part', Content: lazy(() => import('../story/timeline-part.tsx')) },
];

export function partOf(id: string | undefined): CasePart | undefined {
  return CASE_PARTS.find((part) => part.id === id);
}
