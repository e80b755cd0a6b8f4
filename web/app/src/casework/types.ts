import type { CaseTask } from '../api/types.ts';

export const ACTOR_KINDS = ['staff', 'caregiver', 'child', 'agency', 'other'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export interface Actor {
  kind: ActorKind;
  staffId?: string;
  agencyId?: string;
  name?: string;
}

export interface Action {
  id: string;
  text: string;
  actor: Actor;
  dueOn: string;
  task?: CaseTask;
  outcome?: string;
}

export const SAYS = ['agreed', 'not-agreed', 'not-asked'] as const;
export type Says = (typeof SAYS)[number];

export interface Agreement {
  decision: Says;
  reason?: string;
  happenedAt: string;
}

export interface GoalProgress {
  level: string;
  happenedAt: string;
  note?: string;
  recordedBy: string;
}

export interface Goal {
  id: string;
  text: string;
  progress: GoalProgress[];
  actions: Action[];
}

export interface Problem {
  id: string;
  text: string;
  goals: Goal[];
}

export type PlanState = 'draft' | 'submitted' | 'approved' | 'replaced';

export interface PlanLine {
  id: string;
  edition: number;
  state: PlanState;
  draftedAt: string;
  submittedAt?: string;
  approvedAt?: string;
  /** The merged case it was written in; absent for the case's own. */
  fromCase?: string;
}

export interface Plan extends PlanLine {
  caseId: string;
  problems: Problem[];
  child?: Agreement;
  caregiver?: Agreement;
}

export interface SafetyPlan {
  id: string;
  edition: number;
  state: 'in-force' | 'replaced';
  dangers: string;
  childDoes: string;
  adultsDo: string;
  people: { name: string; relation?: string; reach?: string }[];
  places: string[];
  childSays: Says;
  caregiverSays: Says;
  reason?: string;
  reviewOn?: string;
  happenedAt: string;
}

export interface FollowUp {
  id: string;
  kind: string;
  state: 'planned' | 'held' | 'missed' | 'cancelled';
  plannedFor?: string;
  byPolicy: boolean;
  happenedAt?: string;
  childSeen?: boolean;
  seenAlone?: boolean;
  riskChange?: 'lower' | 'same' | 'higher';
  missedReason?: string;
  note?: string;
  recordedBy?: string;
  etag: string;
}

export interface ServiceGiven {
  id: string;
  kind: string;
  happenedAt: string;
  givenBy: string;
  minutes?: number;
  rupees?: number;
  note?: string;
  struckAt?: string;
  etag: string;
}

export interface Review {
  id: string;
  decision: string;
  findings: string;
  childSays?: string;
  caregiverSays?: string;
  happenedAt: string;
  nextReviewOn?: string;
}

export interface Conference {
  id: string;
  reason: string;
  outcome: string;
  remote: boolean;
  participants: { name: string; role: string }[];
  decisions: string;
  actions: Action[];
  happenedAt: string;
}

export interface PlannedConference {
  id: string;
  reason: string;
  plannedFor: string;
  place?: string;
  invited: { name: string; role: string }[];
  etag: string;
}

/** Codes known to this release, for when the case service cannot be asked for its lists. */
export const GOAL_LEVELS = ['not-started', 'some-progress', 'mostly-reached', 'reached', 'set-back', 'given-up'] as const;
export const SERVICE_KINDS = [
  'psychosocial-session', 'family-session', 'visit', 'cash', 'goods', 'escort', 'court-accompaniment',
  'hospital-accompaniment', 'mediation', 'documents-help', 'school-help', 'other',
] as const;
export const CONTACT_KINDS = ['home-visit', 'office-visit', 'school-visit', 'placement-visit', 'phone-call', 'other'] as const;
export const MISSED_REASONS = [
  'nobody-there', 'child-away', 'family-refused', 'moved-away', 'road-or-security', 'unit-could-not', 'other',
] as const;
export const REVIEW_DECISIONS = ['go-on', 'change-plan', 'prepare-closure'] as const;
export const CONFERENCE_REASONS = [
  'removal-from-home', 'return-home', 'high-risk-long', 'several-agencies', 'disagreement', 'death-or-near-miss',
  'closing-high-risk', 'unaccompanied', 'other',
] as const;
export const CONFERENCE_OUTCOMES = ['stays-open', 'to-close', 'to-transfer', 'other'] as const;
