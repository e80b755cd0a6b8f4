export interface Note {
  id: string;
  kind: 'ordinary' | 'supervision' | 'clinical';
  happenedAt: string;
  text: string;
  writtenBy: string;
  recordedAt: string;
  addenda: { id: string; text: string; writtenBy: string; recordedAt: string }[];
  /** The merged case it was written in; absent for the case's own. */
  fromCase?: string;
}

export interface Incident {
  id: string;
  concerns: string[];
  placeKind: string;
  happenedAt: string;
  personId?: string;
  finding: string;
  account: string;
  findings: { finding: string; happenedAt: string; reason: string; recordedBy: string }[];
  etag: string;
}

export interface Matter {
  id: string;
  kind: string;
  court: string;
  number?: string;
  note?: string;
  cognizanceAt: string;
  targetAt?: string;
  decidedAt?: string;
  outcome?: string;
  etag: string;
}

export interface Hearing {
  id: string;
  matterId?: string;
  purpose: string;
  state: 'planned' | 'held' | 'adjourned' | 'cancelled';
  plannedFor: string;
  happenedAt?: string;
  childAttended?: boolean;
  note?: string;
  outcome?: string;
  etag: string;
}

export interface Order {
  id: string;
  kind: string;
  section?: string;
  madeBy: string;
  maker: string;
  number?: string;
  terms?: string;
  madeAt: string;
  beginsOn: string;
  endsOn?: string;
  endedAt?: string;
  endReason?: string;
  etag: string;
}

export interface Legal {
  matters: Matter[];
  hearings: Hearing[];
  orders: Order[];
  /** Cursors of what is not shown yet. */
  next: { matters?: string; hearings?: string; orders?: string };
}

export interface Placement {
  id: string;
  kind: string;
  place: string;
  carer?: string;
  note?: string;
  beganAt: string;
  reviewBy?: string;
  reviews: { id: string; decision: string; happenedAt: string; findings: string; childSays?: string }[];
  endedAt?: string;
  endReason?: string;
  endNote?: string;
  etag: string;
}

export interface Missing {
  id: string;
  missingSince: string;
  learnedAt: string;
  circumstances: string;
  lastSeen?: string;
  wearing?: string;
  toldAt?: string;
  toldNumber?: string;
  foundAt?: string;
  foundHow?: string;
  foundNote?: string;
  etag: string;
}

export interface Upload {
  id: string;
  kind: string;
  mediaType: string;
  size: number;
  received: number;
  recordedAt: string;
  expiresAt: string;
  smallestPiece: number;
  largestPiece: number;
}

export interface CaseDocument {
  id: string;
  kind: string;
  confidentiality: 'ordinary' | 'restricted' | 'clinical';
  title?: string;
  mediaType: string;
  size: number;
  happenedAt: string;
  recordedBy: string;
  recordedAt: string;
  /** When its content was taken away for good; the record of it stays. */
  removedAt?: string;
  removalReason?: string;
  /** The merged case it was written in; absent for the case's own. */
  fromCase?: string;
}

/** Codes known to this release, for when the case service cannot be asked for its lists. */
export const PLACES = ['home', 'relative-home', 'school', 'madrassa', 'work', 'street', 'institution', 'online', 'other', 'unknown'] as const;
export const FINDINGS = ['alleged', 'substantiated', 'unsubstantiated', 'not-determined', 'withdrawn'] as const;
export const MATTER_KINDS = ['protection', 'guardianship', 'offence-against-child', 'juvenile', 'child-marriage', 'other'] as const;
export const MATTER_OUTCOMES = ['decided', 'settled', 'dismissed', 'withdrawn', 'transferred'] as const;
export const HEARING_PURPOSES = ['first', 'child-statement', 'evidence', 'report', 'review', 'decision', 'other'] as const;
export const ORDER_KINDS = [
  'rescue', 'production', 'entrustment', 'out-of-area-return', 'search-warrant', 'protective-care', 'parental-contribution',
  'child-marriage-injunction', 'transfer-of-case', 'other',
] as const;
export const ORDER_MAKERS = ['child-protection-court', 'magistrate', 'other-court', 'committee', 'juvenile-justice-committee', 'protection-officer'] as const;
export const ORDER_ENDS = ['carried-out', 'ran-out', 'replaced', 'set-aside'] as const;
export const PLACEMENT_KINDS = ['kinship', 'foster', 'guardian', 'shelter', 'institution', 'hospital', 'supervised-living', 'other'] as const;
export const PLACEMENT_DECISIONS = ['stays', 'look-for-another', 'prepare-return'] as const;
export const PLACEMENT_ENDS = ['returned-home', 'moved', 'order-ended', 'came-of-age', 'left', 'other'] as const;
export const FOUND_HOW = ['came-back', 'by-police', 'by-family', 'by-unit', 'by-others', 'not-alive'] as const;
export const DOCUMENT_KINDS = [
  'identity', 'photo', 'medical', 'court', 'police', 'consent', 'school', 'report', 'letter', 'recording', 'other',
] as const;
