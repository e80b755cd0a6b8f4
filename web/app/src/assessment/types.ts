import type { Alarm, Named, Respondent } from '../api/types.ts';

export interface AssessmentDraft {
  id: string;
  caseId: string;
  instrumentId: string;
  instrumentVersion: string;
  respondent: Respondent;
  occasionId: string;
  supervisedBy?: string;
  conductedAt: string;
  state: 'open' | 'completed' | 'discarded';
  /** Not in lists. */
  answersXml?: string;
  assessmentId?: string;
  startedBy: string;
  startedAt: string;
  /** Who saved, completed or discarded it last. */
  savedBy?: string;
  savedAt: string;
  discardReason?: string;
  etag: string;
  /** Not in lists. */
  alarms?: Alarm[];
}

export type Verdict = 'better' | 'worse' | 'no-reliable-change' | 'not-judged';

export interface Point {
  assessmentId: string;
  conductedAt: string;
  value: number;
  bandLabel?: Named;
}

export interface Change {
  from: number;
  to: number;
  difference: number;
  verdict: Verdict;
}

export interface Measure {
  /** score, or the code of a part. */
  code: string;
  label?: Named;
  min?: number;
  max?: number;
  points: Point[];
  threshold?: { points: number; basis: string; population: string; source: string };
  unjudged?: string;
  sinceFirst?: Change;
  sinceLast?: Change;
}

export interface Series {
  instrumentId: string;
  instrumentVersion: string;
  title: Named;
  respondent: Respondent;
  respondentId?: string;
  measures: Measure[];
}

export interface AssessmentChanges {
  risks: Series[];
  strengths: Series[];
}
