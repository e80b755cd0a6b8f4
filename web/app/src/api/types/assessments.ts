/** Instruments and what was assessed with them. */
import type { RiskLevel } from './cases.ts';
import type { Named } from './common.ts';

export interface Instrument {
  id: string;
  version: string;
  title: Named;
  purpose: string;
  /** Language to original, working or validated. */
  translations?: Record<string, string>;
  ages?: { fromMonths: number; toMonths?: number | null };
  respondent?: Respondent;
  administration?: 'any-caseworker' | 'clinical';
  licence?: Licence;
  scoring?: ScoringNotes;
  /** It finds who should be looked at more closely, and is no diagnosis. */
  screeningOnly?: boolean;
  /** Answers that interrupt. */
  alarms?: AlarmRule[];
}

export interface AlarmRule {
  node: string;
  values: string[];
  kind: string;
  imminent: string[];
}

/** An answer that interrupted: somebody must act before anything else. */
export interface Alarm {
  id: string;
  kind: string;
  imminent: boolean;
  raisedAt: string;
}

export type Respondent = 'child' | 'caregiver' | 'worker';

export interface Licence {
  id: string;
  holder?: string | null;
  attribution?: string | null;
  permits: 'free' | 'terms';
  terms?: Named | null;
}

export interface ScoringNotes {
  min?: number | null;
  max?: number | null;
  bands: { code: string; from?: number | null; to?: number | null; label: Named }[];
  missing?: string | null;
  scales: { code: string; node: string; cutoff?: number | null; label?: Named | null }[];
  source?: string | null;
}

export interface ArithmeticLine {
  /** The form's node, for example `likelihood`. */
  question?: string;
  code?: string;
  value: number;
  label?: Named;
}

export interface AssessmentResult {
  id: string;
  caseId: string;
  instrumentId: string;
  instrumentVersion: string;
  /** Given by an instrument whose purpose is risk. */
  riskLevel?: RiskLevel;
  /** What the form calculated. */
  band?: string;
  /** Enough was answered for the score to mean anything. */
  valid?: boolean;
  /** The service's own; none when too much was left out. */
  score?: number;
  arithmetic: ArithmeticLine[];
  redFlags: string[];
  conductedAt: string;
  recordedAt: string;
  claimedScoreRejected: boolean;
  purpose?: string;
  conductedBy?: string;
  respondent?: Respondent;
  /** The same for what was answered on one occasion. */
  occasionId?: string;
  addendumOf?: string;
  addendumReason?: string;
  /** Its own addendum: that one counts. */
  amendedBy?: string;
  countersignature?: { state: 'waiting' | 'agreed' | 'not-agreed'; psychologistId: string; signedAt?: string; note?: string };
  alarms?: Alarm[];
}
