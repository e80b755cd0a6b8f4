/** What is referred to whom, and what they are told. */
import type { AgeBand, Sex } from './cases.ts';
import type { Named } from './common.ts';

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
  /** Whom at the agency it is meant for. */
  attention?: string;
  items?: PacketItem[];
}

/** Something released besides the least every agency gets; because is the sender's. */
export interface PacketItem {
  kind: string;
  level?: 'service' | 'sensitive' | 'clinical' | 'status';
  text: string;
  because?: string;
  orderId?: string;
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
  /** Absent, as the agency is, where whoever is asked is outside the directory. */
  serviceId?: string;
  agencyId?: string;
  /** Instead of both: somebody whom a consent of the case names. */
  recipientId?: string;
  category?: string;
  status: ReferralStatus;
  statusReason?: string;
  /** Why, by code of the list of status reasons. */
  statusCode?: string;
  /** Whether the agency reads the packet, or why not. */
  packetState?: 'readable' | 'time-over' | 'consent-ended' | 'taken-back';
  packetUntil?: string;
  partOf?: string;
  /** The action of the case plan it is to carry out. */
  actionId?: string;
  acknowledgedAt?: string;
  claimedAt?: string;
  claimedName?: string;
  claimedByLink?: boolean;
  /** The one person of the agency it is meant for; absent for the agency's queue. */
  addressee?: { id: string; name?: string };
  /** How it went from one to another there, or into the queue. */
  handovers?: { at: string; why: 'left' | 'handed-over'; by: 'agency' | 'commission' | 'platform'; to?: string; reason?: string }[];
  answeredLate?: boolean;
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
