import lists from './code-lists.json';

/** The lists of a kind's codes by place; the last one holds for all that follow. The case service prints by the same. */
const LISTS: Record<string, readonly string[]> = lists;

export interface ToldCode {
  list: string;
  code: string;
}

/** The details of an entry whose lists are known; what is not known is left out, never shown as a bare code. */
export function toldCodes(kind: string, codes: readonly string[]): ToldCode[] {
  const lists = LISTS[kind] ?? [];
  return codes.flatMap((code, place) => {
    const list = lists[Math.min(place, lists.length - 1)];
    return list === undefined ? [] : [{ list, code }];
  });
}

/** Where to read more, by kind; what is not listed is the case itself. */
const PLACES: Record<string, (caseId: string, subjectId: string | undefined) => string | undefined> = {
  'child-particulars-changed': (id) => `/cases/${id}/child`,
  'person-added': (id) => `/cases/${id}/people`,
  'person-changed': (id) => `/cases/${id}/people`,
  'person-left': (id) => `/cases/${id}/people`,
  'safe-place-added': (id) => `/cases/${id}/people`,
  'safe-place-changed': (id) => `/cases/${id}/people`,
  'safe-place-lost': (id) => `/cases/${id}/people`,
  'case-linked': (id) => `/cases/${id}/people`,
  'case-unlinked': (id) => `/cases/${id}/people`,
  'separation-recorded': (id) => `/cases/${id}/status`,
  'tracing-moved': (id) => `/cases/${id}/status`,
  'nationality-recorded': (id) => `/cases/${id}/status`,
  'case-moved': (id) => `/cases/${id}/steps`,
  'case-closed': (id) => `/cases/${id}/steps`,
  'case-reopened': (id) => `/cases/${id}/steps`,
  'approval-requested': (id) => `/cases/${id}/steps`,
  'approval-decided': (id) => `/cases/${id}/steps`,
  'risk-lowered': (id) => `/cases/${id}/steps`,
  'risk-lowering-suggested': (id) => `/cases/${id}/steps`,
  'referral-requested': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-moved': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-escalated': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-message-added': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-handed-over': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-carried-out-action': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-returned': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-return-answered': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'feedback-recorded': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'feedback-concern': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'feedback-withdrawn': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'feedback-released': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
  'referral-loop-closed': (_, subject) => (subject === undefined ? undefined : `/referrals/${subject}`),
};

export function placeOf(kind: string, caseId: string, subjectId: string | undefined): string | undefined {
  return PLACES[kind]?.(caseId, subjectId);
}
