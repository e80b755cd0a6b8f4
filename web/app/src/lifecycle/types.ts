import type { RiskLevel } from '../api/types.ts';

export interface Blocker {
  code: string;
  subjectId?: string;
  overridable: boolean;
}

export type StepName = 'assess' | 'plan' | 'implement' | 'review' | 'replan' | 'close' | 'reopen';

export interface NextStep {
  step: StepName;
  to: string;
  allowed: boolean;
  yours: boolean;
  blockers: Blocker[];
}

export interface Warning {
  code: string;
  urgent: boolean;
  subjectId?: string;
}

export interface TakenStep {
  episode: number;
  step: StepName;
  from: string;
  to: string;
  happenedAt: string;
  recordedAt: string;
  recordedBy: string;
}

/** Where a case stands: GET /cases/{id}/next-steps. */
export interface Standing {
  caseId: string;
  number: string;
  state: string;
  stateSince: string;
  episode: number;
  episodeOpenedAt: string;
  closedAt?: string;
  riskLevel?: RiskLevel;
  riskSetAt?: string;
  nextDeadline?: { taskId: string; kind: string; dueAt: string; overdue: boolean };
  warnings: Warning[];
  nextSteps: NextStep[];
  steps: TakenStep[];
  etag: string;
}

export type ApprovalState = 'pending' | 'approved' | 'rejected' | 'withdrawn';

export interface Approval {
  id: string;
  caseId: string;
  episode: number;
  kind: string;
  subjectId: string;
  state: ApprovalState;
  requestedBy: string;
  requestedAt: string;
  decidedBy?: string;
  decidedAt?: string;
  ownRequest: boolean;
  etag: string;
}

export interface WaitingApproval {
  approval: Approval;
  caseNumber: string;
  caseState: string;
  riskLevel?: RiskLevel;
  displayName?: string;
}

export interface ApprovalFact {
  field: string;
  type: 'text' | 'code' | 'time' | 'day' | 'number';
  value: string;
  codeList?: string;
}

export interface WholeApproval {
  approval: Approval;
  content: ApprovalFact[];
  note?: string;
  comment?: string;
  blockers: Blocker[];
}

export interface ClosureReason {
  code: string;
  nameEn: string;
  nameUr: string;
  namePs: string;
  underReviewOnly: boolean;
  maxRisk?: RiskLevel;
  minAge?: number;
  goalsReached: boolean;
  minAttempts: number;
  minAttemptDays: number;
  reviewRequired: boolean;
  postClosureCheck: boolean;
}

export interface Closure {
  id: string;
  episode: number;
  reason: string;
  state: 'proposed' | 'rejected' | 'withdrawn' | 'closed';
  summary?: string;
  contact?: string;
  happenedAt: string;
  closedAt?: string;
  childNotInformed?: string;
  reviewedOn?: string;
  reviewLedBy?: string;
  reviewFinding?: string;
  overrideReason?: string;
  overridden: string[];
}

export interface Reopening {
  episode: number;
  reason: string;
  explanation: string;
  happenedAt: string;
}

export interface Episodes {
  /** The last ones, the oldest of them first; as the reopenings. */
  closures: Closure[];
  reopenings: Reopening[];
  /** Not told by the version before, which a rolling update leaves beside this page. */
  next?: { closures?: string; reopenings?: string };
}

export interface RiskSaid {
  assessmentId: string;
  level: RiskLevel;
  applied: boolean;
  conductedAt: string;
}

export interface RiskLowered {
  assessmentId: string;
  from: RiskLevel;
  to: RiskLevel;
  reason: string;
  happenedAt: string;
}

export interface RiskHistory {
  level?: RiskLevel;
  setAt?: string;
  suggestion?: RiskSaid;
  /** The last ones, the newest first. */
  lowerings: RiskLowered[];
  /** As with the episodes. */
  next?: { lowerings?: string };
  yoursToLower: boolean;
  etag: string;
}
