/** Cases, their children, tasks and consents. */

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
  /** Whether more children fit than are shown. */
  more: boolean;
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
  /** Told already: the owner before the deadline, the supervisor at it, the Commission (a number) at twice the time. */
  remindedAt?: string;
  escalatedAt?: string;
  commissionToldAt?: string;
  ownerId?: string;
  caseId?: string;
  /** The part of the case it is about, as a referral. */
  subjectId?: string;
  /** What guards the task's completion: lists carry each task's own entity tag. */
  etag: string;
}

export type ConsentPurpose =
  | 'case-management'
  | 'share-information'
  | 'reporting'
  | 'tracing'
  | 'photo'
  | 'share-unhcr'
  | 'hand-over';

export type ConsentGiver = 'child' | 'caregiver' | 'other-trusted-adult' | 'court';

export interface Consent {
  id: string;
  purpose: ConsentPurpose;
  decision: 'given' | 'refused' | 'withdrawn';
  agencyId?: string;
  /** Instead of an agency: somebody no directory has. */
  recipientId?: string;
  /** The transfer by which a body outside gets the file. */
  transferId?: string;
  givenBy: ConsentGiver;
  personId?: string;
  /** Their name; on the case's page of consents only. */
  person?: string;
  /** What a court's word rests on. */
  orderId?: string;
  oralReason?: string;
  method: 'signature' | 'thumbprint' | 'oral';
  language: string;
  happenedAt: string;
  recordedAt?: string;
  expiresOn?: string;
  withoutCaregiver?: 'unavailable' | 'unsafe' | 'not-permitted';
  witness?: string;
  /** The merged case it was written in; absent for the case's own. */
  fromCase?: string;
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
  /** Where the tasks that were done go on; absent when all are here. */
  doneTasksNext?: string;
  concernReportId?: string;
}
