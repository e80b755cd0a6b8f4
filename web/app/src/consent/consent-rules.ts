import type { AgeBand, CaseDetail, Consent, ConsentGiver } from '../api/types.ts';
import type { ConsentStanding } from './types.ts';
import type { MessageId } from '../i18n/text.ts';

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

export type SharingState = 'given' | 'refused' | 'expired' | 'missing';

export function sharingStanding(standings: readonly ConsentStanding[], to: Pick<ConsentStanding, 'agencyId' | 'recipientId'>): ConsentStanding | undefined {
  return standings.find((one) => one.purpose === 'share-information' && one.agencyId === to.agencyId && one.recipientId === to.recipientId);
}

/** Whether all whose words count agree to share with this agency or recipient, as the service judges it today. */
export function sharingConsent(standings: readonly ConsentStanding[], to: Pick<ConsentStanding, 'agencyId' | 'recipientId'>): SharingState {
  const standing = sharingStanding(standings, to);
  if (standing === undefined) return 'missing';
  if (standing.stands) return 'given';
  if (standing.missing.includes('consent-refused')) return 'refused';
  return standing.missing.includes('consent-expired') ? 'expired' : 'missing';
}

/** Purposes for which nothing is recorded yet, in the order they are asked. */
export function missingPurposes(detail: CaseDetail): Consent['purpose'][] {
  return (['case-management', 'reporting'] as const).filter(
    (purpose) => !detail.consents.some((consent) => consent.purpose === purpose),
  );
}
