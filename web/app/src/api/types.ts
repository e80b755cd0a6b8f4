/** The HTTP contracts as the browser sees them. */
export interface Named {
  en: string;
  ur?: string;
  ps?: string;
}

export const ROLES = [
  'helpline-operator',
  'social-worker',
  'protection-officer',
  'psychologist',
  'supervisor',
  'commission-monitor',
  'commission-admin',
  'auditor',
  'partner-worker',
  'partner-system',
] as const;
export type Role = (typeof ROLES)[number];

export interface Me {
  staffId?: string;
  displayName: string;
  roles: Role[];
  unit?: { id: string; name: Named; districtCodes: string[] };
  certificate?: { level: string; validTo: string; current: boolean };
  agency?: { id: string; name: Named };
}

export interface District {
  code: string;
  division: string;
  name: Named;
  unitId?: string;
  validFrom: string;
  validTo?: string;
}

export interface Unit {
  id: string;
  code: string;
  name: Named;
  managementLine: 'settled' | 'merged';
  districtCodes: string[];
}

export interface Supervisor {
  staffId: string;
  displayName: string;
}

export interface StaffMember {
  staffId: string;
  displayName: string;
  roles: Role[];
  unitId?: string;
  active: boolean;
}

export interface Agency {
  id: string;
  name: Named;
  kind: string;
  districtCodes: string[];
}

export interface Items<T> {
  items: T[];
}

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
  childHint?: { name?: string; sex?: Sex; ageYears?: number; place?: string };
  decisionReason?: string;
  triagedAt?: string;
  routings?: ReportRouting[];
  referrals?: OnwardReferral[];
}

export type Sex = 'female' | 'male' | 'x';
export type AgeBand = '0-5' | '6-11' | '12-14' | '15-17' | '18+';
export type RiskLevel = 'high' | 'medium' | 'low' | 'none';

export interface ChildMatch {
  childId?: string;
  caseId?: string;
  caseNumber: string;
  likeness: 'same' | 'close';
  sex: Sex;
  ageBand: AgeBand;
  unitId: string;
  withinReach: boolean;
  displayName?: string;
  /** Where the history of a merged case goes on. */
  goesOn?: { caseId?: string; caseNumber: string; unitId: string; withinReach: boolean };
}

export interface SearchAnswer {
  searchToken: string;
  expiresAt: string;
  matches: ChildMatch[];
}

export interface CaseLine {
  id: string;
  number: string;
  state: string;
  riskLevel?: RiskLevel;
  sex: Sex;
  ageBand: AgeBand;
  ownerId?: string;
  unitId: string;
  districtCode: string;
  openedAt: string;
  relation: 'OWN' | 'SAME_UNIT';
  nextTaskDueAt?: string;
  displayName?: string;
  /** What was written of the child was erased: the number is all there is. */
  erased?: boolean;
  /** What to know before anybody acts: person-of-concern-in-household, … */
  warnings?: string[];
}

export interface CaseTask {
  id: string;
  kind: string;
  dueAt: string;
  state: 'open' | 'done' | 'superseded';
  doneAt?: string;
  overdue: boolean;
  ownerId?: string;
  caseId?: string;
  /** What guards the task's completion: lists carry each task's own entity tag. */
  etag: string;
}

export type ConsentPurpose =
  | 'case-management'
  | 'share-information'
  | 'reporting'
  | 'tracing'
  | 'photo'
  | 'share-unhcr';
export type ConsentGiver = 'child' | 'caregiver' | 'other-trusted-adult' | 'court';

export interface Consent {
  id: string;
  purpose: ConsentPurpose;
  decision: 'given' | 'refused' | 'withdrawn';
  agencyId?: string;
  givenBy: ConsentGiver;
  method: 'signature' | 'thumbprint' | 'oral';
  language: string;
  happenedAt: string;
  recordedAt?: string;
  expiresOn?: string;
  withoutCaregiver?: 'unavailable' | 'unsafe' | 'not-permitted';
  witness?: string;
}

export interface ChildNames {
  given: string;
  father?: string;
  knownAs?: string;
  script?: 'latn' | 'arab';
}

export interface CaseDetail {
  id: string;
  number: string;
  state: string;
  warnings?: string[];
  riskLevel?: RiskLevel;
  riskSetAt?: string;
  riskAssessmentId?: string;
  unitId: string;
  districtCode: string;
  ownerId?: string;
  openedAt: string;
  recordedAt: string;
  concerns: string[];
  child: {
    id: string;
    names: ChildNames;
    sex: Sex;
    birthDate?: string;
    birthYear?: number;
    ageYears: number;
    ageBasis?: string;
    ageBand: AgeBand;
    language?: string;
    address?: string;
    safeContact?: string;
  };
  consents: Consent[];
  tasks: CaseTask[];
  concernReportId?: string;
}

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
  countersignature?: { state: 'waiting' | 'agreed' | 'not-agreed'; psychologistId: string; signedAt?: string };
  alarms?: Alarm[];
}

export interface DirectoryService {
  id: string;
  name: Named;
  category: string;
  organization: { id: string; name: Named | string };
  agencyId: string;
  districtCodes: string[];
  phone?: string;
  alert?: string;
  assuredDate?: string;
}

export interface ReferralPacket {
  caseCode: string;
  ageBand: AgeBand;
  sex: Sex;
  language?: string;
  safeContact?: string;
  safetyWarnings?: string;
  requestText: string;
}

export type ReferralStatus =
  | 'draft'
  | 'requested'
  | 'accepted'
  | 'rejected'
  | 'in-progress'
  | 'on-hold'
  | 'completed'
  | 'failed'
  | 'cancelled'
  | 'entered-in-error';

export interface Referral {
  id: string;
  caseId: string;
  serviceId: string;
  agencyId: string;
  status: ReferralStatus;
  statusReason?: string;
  /** Why the platform itself cancelled it: consent-withdrawn or consent-lapsed. */
  statusCode?: string;
  priority: 'high' | 'medium' | 'low';
  reasonCode?: string;
  authoredAt: string;
  respondBy?: string;
  completeBy?: string;
  packet?: ReferralPacket;
  outcome?: { code: 'provided' | 'partly-provided' | 'not-provided'; text?: string; at: string };
  history?: { from?: ReferralStatus; to: ReferralStatus; at: string; by: 'requester' | 'target' }[];
  loopClosedAt?: string;
}

export interface Figure {
  value?: number | null;
  shown: string;
}

export interface FigureSet {
  newCases: Figure;
  openCases: Figure;
  risk: { high: Figure; medium: Figure; low: Figure; notAssessed: Figure };
  referrals: { requested: Figure; accepted: Figure; completed: Figure; loopClosed: Figure };
  concernReports: Figure;
  tasksOnTime: Figure;
  tasksDue: Figure;
}

export interface Figures {
  asOf: string;
  from?: string;
  to?: string;
  districts: (FigureSet & { districtCode: string; name?: Named })[];
  province: FigureSet;
}

export interface TrendMonth {
  month: string;
  concernReports: Figure;
  newCases: Figure;
  referrals: FigureSet['referrals'];
}

export interface Trend {
  asOf: string;
  months: TrendMonth[];
}
