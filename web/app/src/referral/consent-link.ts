import { useSearchParams } from 'react-router';
import { query } from '../api/client.ts';
import type { ConsentStanding } from '../consent/types.ts';

/** What a referral was begun with: a draft, a referral that was refused, an action of the plan. */
const BEGUN_WITH = ['draft', 'after', 'action'] as const;

/** Where consent to sharing is recorded, whence one comes back to the referral that was begun. */
export function useConsentLink(caseId: string): (to: Pick<ConsentStanding, 'agencyId' | 'recipientId'>, draftId?: string) => string {
  const [asked] = useSearchParams();
  return (to, draftId) => `/cases/${caseId}/consents/new${query({ purpose: 'share-information', ...to, then: 'refer', ...begunWith(asked), ...(draftId === undefined ? {} : { draft: draftId }) })}`;
}

/** Back to it. */
export function referralBegun(caseId: string, asked: URLSearchParams): string {
  return `/cases/${caseId}/refer${query(begunWith(asked))}`;
}

function begunWith(asked: URLSearchParams): Record<string, string | undefined> {
  return Object.fromEntries(BEGUN_WITH.map((name) => [name, asked.get(name) ?? undefined]));
}
