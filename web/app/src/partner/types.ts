import type { Named, ReferralPacket, ReferralStatus } from '../api/types.ts';

export type Shelf = 'waiting' | 'under-way' | 'ended';
export const SHELVES: readonly Shelf[] = ['waiting', 'under-way', 'ended'];

/** A line of the agency's inbox: nothing of the child. */
export interface InboxLine {
  id: string;
  category: string;
  status: ReferralStatus;
  priority: 'high' | 'medium' | 'low';
  reasonCode: string;
  authoredAt: string;
  respondBy: string;
  completeBy: string;
  acknowledged: boolean;
  claimed: boolean;
  mine: boolean;
  /** It is meant for one person: the caller if mine. */
  addressed?: boolean;
  lastModified: string;
}

/** A referral as the agency reads it: the packet and nothing of the case besides. */
export interface PartnerReferral {
  id: string;
  serviceId: string;
  category: string;
  status: ReferralStatus;
  statusReason?: string;
  statusCode?: string;
  priority: 'high' | 'medium' | 'low';
  reasonCode: string;
  authoredAt: string;
  respondBy: string;
  completeBy: string;
  packet?: ReferralPacket;
  packetState: 'readable' | 'unclaimed' | 'with-a-colleague' | 'not-accepted' | 'time-over' | 'consent-ended' | 'taken-back';
  /** What is seen before the packet is: who has taken it also reads what is asked. */
  summary?: { ageBand: string; sex: string; language: string; attention?: string; requestText?: string; caseCode?: string; items?: string[] };
  packetUntil?: string;
  acknowledgedAt?: string;
  /** The one person at the agency it is meant for. */
  addressee?: { id: string; mine: boolean; name?: string };
  /** Who at the agency has it; nobody while absent. */
  claim?: { mine: boolean; name?: string; byLink?: boolean; at: string };
  outcome?: { code: string; text?: string; at: string };
  history: { from?: ReferralStatus; to: ReferralStatus; at: string; by: 'requester' | 'target' }[];
  /** When the sender heard the outcome and closed the referral. */
  loopClosedAt?: string;
  lastModified: string;
}

/** What the agency does with a referral; each is a path of the interface. */
export type Move = 'acknowledgement' | 'claim' | 'release' | 'acceptance' | 'rejection' | 'start' | 'hold' | 'completion' | 'failure' | 'cancellation';

export interface AgencyCode {
  list: 'reason' | 'status-reason' | 'outcome';
  code: string;
  states: string[];
  textNeeded: boolean;
  name: Named;
}

/** Is there room? There is nothing about a child in it. */
export interface RoomQuestion {
  id: string;
  serviceId: string;
  neededFrom: string;
  urgency: 'high' | 'medium' | 'low';
  askedAt: string;
  answer?: 'has-capacity' | 'no-capacity' | 'to-assess';
  availableFrom?: string;
  answeredAt?: string;
  version: number;
}

/** A file of a referral; until it is sent only its own side has it. */
export interface Attachment {
  id: string;
  by: 'requester' | 'target';
  kind?: string;
  title?: string;
  mediaType: string;
  size: number;
  state: 'arriving' | 'whole' | 'sent';
  received: number;
  messageId?: string;
  sentAt?: string;
}

/** What one side of a referral wrote to the other. */
export interface ThreadMessage {
  id: string;
  by: 'requester' | 'target';
  mine: boolean;
  name?: string;
  /** Absent where the agency reads no words of the referral any more. */
  text?: string;
  sentAt: string;
  readAt?: string;
  attachments: Attachment[];
}
