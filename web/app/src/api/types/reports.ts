/** Concerns that were reported. */
import type { Sex } from './cases.ts';

export type Urgency = 'immediate' | 'urgent' | 'routine';

export interface ReportLine {
  id: string;
  channel: string;
  districtCode: string;
  urgency: Urgency;
  concerns: string[];
  receivedAt: string;
  recordedAt: string;
  state: 'waiting' | 'triaged';
  unitId?: string;
  decision?: ReportDecision;
  caseId?: string;
  /** When it must be triaged, by its urgency. */
  dueAt?: string;
  /** When the supervisor was told that it was not. */
  escalatedAt?: string;
  commissionToldAt?: string;
  /** When somebody asks the body it was referred on to. */
  followUpDue?: string;
}

export type ReportDecision = 'open-case' | 'join-case' | 'refer-on' | 'no-concern';

export interface ReportRouting {
  fromDistrict: string;
  fromUnit?: string;
  toDistrict: string;
  toUnit?: string;
  back: boolean;
  reason: string;
  routedAt: string;
}

export interface OnwardReferral {
  bodyKind: string;
  agencyId?: string;
  reason: string;
  followUpOn: string;
  referredAt: string;
  result?: 'taken-up' | 'not-taken-up';
  answeredAt?: string;
}

export interface Reporter {
  kind: 'anonymous' | 'named' | 'protected';
  name?: string;
  phone?: string;
  relation?: string;
}

export interface Report extends ReportLine {
  narrative?: string;
  reporter?: Reporter;
  /** Where it happens, as far as it was said. */
  place?: { description?: string; tehsil?: string; unionCouncil?: string };
  childHint?: { name?: string; sex?: Sex; ageYears?: number; place?: string };
  decisionReason?: string;
  triagedAt?: string;
  routings?: ReportRouting[];
  referrals?: OnwardReferral[];
}
