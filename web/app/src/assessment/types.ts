import type { Alarm, Respondent } from '../api/types.ts';

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
  savedAt: string;
  etag: string;
  /** Not in lists. */
  alarms?: Alarm[];
}
