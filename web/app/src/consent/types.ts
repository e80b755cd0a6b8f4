import type { AgeBand, Consent, ConsentPurpose } from '../api/types.ts';

/** How one matter stands today. */
export interface ConsentStanding {
  purpose: ConsentPurpose;
  agencyId?: string;
  recipientId?: string;
  transferId?: string;
  stands: boolean;
  basis: 'consent' | 'court' | 'override' | 'none';
  until?: string;
  /** Codes of what stands in the way: child-assent-needed, consent-refused, … */
  missing: string[];
}

export interface ConsentOverride {
  id: string;
  caseId: string;
  purpose: ConsentPurpose;
  agencyId?: string;
  recipientId?: string;
  reasonCode: string;
  text?: string;
  childTold: boolean;
  happenedAt: string;
  dueAt: string;
  recordedBy: string;
  recordedAt: string;
  state: 'awaiting' | 'confirmed' | 'rejected' | 'lapsed' | 'ended';
  decidedBy?: string;
  decidedAt?: string;
  comment?: string;
  etag: string;
}

export interface CaseConsents {
  ageBand: AgeBand;
  standings: ConsentStanding[];
  /** The last words that were said. */
  consents: Consent[];
  /** Where they begin; absent when there are none before. */
  next?: string;
  overrides: ConsentOverride[];
  /** Whom consents name although no directory has them. */
  recipients?: OutsideRecipient[];
}

export interface OutsideRecipient {
  id: string;
  name: string;
  serviceType: string;
  place: string;
}

export interface AwaitingOverride {
  caseNumber: string;
  override: ConsentOverride;
}
