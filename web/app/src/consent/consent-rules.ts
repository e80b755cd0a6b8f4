import type { AgeBand, CaseDetail, Consent, ConsentGiver } from '../api/types.ts';
import type { MessageId } from '../i18n/text.ts';
import { today } from '../i18n/format.ts';

/** Who is asked first at this age. The service decides; this only guides. */
export function giverFor(band: AgeBand): ConsentGiver {
  return band === '15-17' || band === '18+' ? 'child' : 'caregiver';
}

export function guidanceFor(band: AgeBand): MessageId {
  switch (band) {
    case '0-5':
      return 'consent.guide-0-5';
    case '6-11':
      return 'consent.guide-6-11';
    case '12-14':
      return 'consent.guide-12-14';
    case '15-17':
    case '18+':
      return 'consent.guide-15-17';
  }
}

/** Whether the latest word on sharing with this agency is yes, and still holds. */
export function sharingConsent(
  consents: readonly Consent[],
  agencyId: string,
  on: string = today(),
): 'given' | 'refused' | 'expired' | 'missing' {
  const latest = consents
    .filter((consent) => consent.purpose === 'share-information' && consent.agencyId === agencyId)
    .sort((a, b) => b.happenedAt.localeCompare(a.happenedAt))[0];
  if (latest === undefined) return 'missing';
  if (latest.decision !== 'given') return 'refused';
  if (latest.expiresOn !== undefined && latest.expiresOn < on) return 'expired';
  return 'given';
}

/** Purposes for which nothing is recorded yet, in the order they are asked. */
export function missingPurposes(detail: CaseDetail): Consent['purpose'][] {
  return (['case-management', 'reporting'] as const).filter(
    (purpose) => !detail.consents.some((consent) => consent.purpose === purpose),
  );
}
