import type { RiskLevel, Role } from '../api/types.ts';
import type { Caseload } from '../tasks/queries.ts';

export interface WorkerCaseload extends Caseload {
  staffId: string;
  roles: Role[];
  /** Holds the certificate without which nobody owns a case. */
  mayOwn: boolean;
}

export interface UnassignedCase {
  id: string;
  number: string;
  state: string;
  riskLevel?: RiskLevel;
  districtCode: string;
  ownerId?: string;
  openedAt: string;
  etag: string;
}

export interface OwnerChange {
  id: string;
  from?: string;
  to: string;
  happenedAt: string;
  assignedBy: string;
  openCases: number;
  band: Caseload['band'];
  handover?: string;
  reason?: string;
}

export interface Owners {
  ownerId?: string;
  since: string;
  changes: OwnerChange[];
  /** Where what is here ends; absent when it is all. */
  next?: string;
  etag: string;
}

export interface Member {
  id: string;
  staffId: string;
  part: 'psychologist' | 'second-worker';
  since: string;
  until?: string;
  etag: string;
}

export interface CaseloadException {
  id: string;
  unitId: string;
  staffId?: string;
  openCases: number;
  weighted: number;
  state: 'pending' | 'approved' | 'declined' | 'used';
  requestedAt: string;
}

export interface Transfer {
  id: string;
  caseId?: string;
  caseNumber: string;
  kind: 'unit' | 'cross-province' | 'agency-exit';
  fromUnitId: string;
  fromDistrictCode: string;
  toUnitId?: string;
  toDistrictCode?: string;
  reason: string;
  state: 'pending' | 'accepted' | 'declined' | 'withdrawn';
  /** Why the platform stopped it; absent where a person did. */
  endCode?: 'consent-ended';
  /** Who of the receiving unit had asked for the case. */
  askedBy?: string;
  proposedAt: string;
  recordedAt: string;
  decidedAt?: string;
  content?: {
    sex: string;
    ageBand: string;
    caseState: string;
    riskLevel?: RiskLevel;
    concerns: string[];
    request?: string;
    outsideBody?: string;
    overrideCode?: string;
    overrideText?: string;
    answer?: string;
    handedOver: string[];
  };
  etag: string;
}

export interface Seal {
  sealed: boolean;
  reason?: string;
  words?: string;
  namedIds: string[];
  since?: string;
  etag: string;
}

export interface KnownSeal {
  id: string;
  unitId: string;
  reason: string;
  named: number;
  happenedAt: string;
}

export interface EmergencyAccess {
  id: string;
  caseId: string;
  caseNumber: string;
  staffId: string;
  reason: string;
  words: string;
  beginsAt: string;
  endsAt: string;
  state: 'to-review' | 'justified' | 'not-justified';
  reviewWords?: string;
  etag: string;
}

export interface CaseRequest {
  id: string;
  /** Absent while the reader cannot open the case. */
  caseId?: string;
  caseNumber: string;
  unitId: string;
  askedBy: string;
  askingUnitId: string;
  districtCode?: string;
  reason: string;
  words: string;
  state: 'pending' | 'accepted' | 'rejected' | 'lapsed';
  askedAt: string;
  decidedAt?: string;
  answer?: string;
  transferId?: string;
  etag: string;
}

export interface ManyAssigned {
  assigned: number;
  refused: number;
  items: { caseId: string; outcome: 'assigned' | 'refused'; problem?: string }[];
}
