import type { ReferralStatus } from '../api/types.ts';
import type { Move, PartnerReferral } from './types.ts';

const STEPS: Partial<Record<ReferralStatus, readonly Move[]>> = {
  requested: ['acceptance', 'rejection'],
  accepted: ['start', 'completion', 'hold', 'failure', 'cancellation'],
  'in-progress': ['completion', 'hold', 'failure', 'cancellation'],
  'on-hold': ['start', 'completion', 'failure', 'cancellation'],
};

/** The state a step leads to where it needs a reason. */
export const LEADS_TO: Partial<Record<Move, ReferralStatus>> = { rejection: 'rejected', hold: 'on-hold', failure: 'failed', cancellation: 'cancelled' };

/** Whether somebody at the agency has work with it. */
export function atWork(status: ReferralStatus): boolean {
  return STEPS[status] !== undefined;
}

/**
 * What the person can do now: a colleague's referral only goes back into the queue. One that nobody has is
 * taken first, for what is asked is read by whoever has taken it. What is meant for one person is theirs alone.
 */
export function movesFor(referral: Pick<PartnerReferral, 'status' | 'claim' | 'acknowledgedAt' | 'addressee'>): Move[] {
  if (!atWork(referral.status) || referral.addressee?.mine === false) return [];
  if (referral.claim?.mine === false) return ['release'];
  const steps = STEPS[referral.status] ?? [];
  const receipt: Move[] = referral.acknowledgedAt === undefined ? ['acknowledgement'] : [];
  if (referral.addressee !== undefined) return [...steps, ...receipt];
  return referral.claim === undefined ? ['claim', ...steps, ...receipt] : [...steps, 'release', ...receipt];
}
