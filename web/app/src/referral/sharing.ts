import type { Referral } from '../api/types.ts';

const OVER: readonly Referral['packetState'][] = ['time-over', 'consent-ended', 'taken-back'];

/** The agency reads nothing of the referral any more. */
export function sharingOver(referral: Referral): boolean {
  return OVER.includes(referral.packetState);
}
