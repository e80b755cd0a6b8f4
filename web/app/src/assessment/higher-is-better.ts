import type { Instrument } from '../api/types.ts';

/** Where much is good. */
const STRENGTHS: readonly string[] = ['resilience', 'wellbeing', 'strengths', 'safe-places'];

export function isStrength(instrument: Pick<Instrument, 'purpose'> | undefined): boolean {
  return STRENGTHS.includes(instrument?.purpose ?? '');
}
