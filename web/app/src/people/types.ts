import type { AgeBand, ChildNames, Sex } from '../api/types.ts';

/** All that is known of a child: GET and PUT /cases/:id/child. */
export interface KnownChild {
  id: string;
  names: ChildNames & { script: 'latn' | 'arab'; otherScript?: { given?: string; father?: string } };
  sex: Sex;
  birthDate?: string;
  birthYear: number;
  ageBasis: string;
  ageYears: number;
  ageBand: AgeBand;
  languages: string[];
  address?: string;
  safeContact?: string;
  /** As given at registration: of the family, and the child's or a parent's. */
  phone?: string;
  familyNumber?: string;
  identity?: { kind: string; number: string; doubts: string[] };
  disabilities: string[];
  disabilityDetails?: string;
  schooling?: { status: string; kind?: string; name?: string; grade?: string };
  care?: { arrangement: string; since?: string; details?: string };
}

export interface Person {
  id: string;
  relation: string;
  roles: string[];
  name: string;
  phone?: string;
  identityNumber?: string;
  address?: string;
  note?: string;
  sex?: Sex;
  birthYear?: number;
  validFrom?: string;
  validTo?: string;
  current: boolean;
  recordedAt: string;
  etag: string;
}

export interface SafePlace {
  id: string;
  kind: string;
  name: string;
  directions?: string;
  contact?: string;
  validFrom?: string;
  validTo?: string;
  current: boolean;
  recordedAt: string;
  etag: string;
}

export interface CaseLink {
  id: string;
  kind: string;
  otherCaseNumber: string;
  withinReach: boolean;
  otherCaseId?: string;
  otherName?: string;
  happenedAt: string;
  recordedAt: string;
  endedAt?: string;
  etag: string;
}
