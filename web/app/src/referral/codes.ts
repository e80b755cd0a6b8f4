import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { read } from '../api/client.ts';
import type { Items, Named } from '../api/types.ts';
import { CANCEL_REASONS, ERROR_REASONS, REFERRAL_REASONS } from '../codes/lists.ts';
import { useTexts } from '../i18n/text.ts';
import type { Option } from '../ui/fields.tsx';

type List = 'reason' | 'status-reason' | 'outcome';

export interface ReferralCode {
  list: List;
  code: string;
  states: string[];
  textNeeded: boolean;
  name: Named;
}

export type Leaving = 'cancelled' | 'entered-in-error';

const KNOWN: Record<Leaving, readonly string[]> = { cancelled: CANCEL_REASONS, 'entered-in-error': ERROR_REASONS };

function useCodes() {
  return useQuery({
    queryKey: ['referrals', 'codes'],
    queryFn: async ({ signal }) => (await read<Items<ReferralCode>>('referrals', '/referral-codes', signal)).data.items,
    staleTime: 30 * 60_000,
    retry: false,
  });
}

/** Why an agency is asked, as the service keeps the list; while it does not answer, what this release knows. */
export function useReferralReasons(): Option[] {
  const { label, named } = useTexts();
  const { data } = useCodes();
  return useMemo(() => {
    const listed = data?.filter((one) => one.list === 'reason') ?? [];
    return listed.length === 0
      ? REFERRAL_REASONS.map((value) => ({ value, label: label('referral-reason', value) }))
      : listed.map((one) => ({ value: one.code, label: named(one.name) }));
  }, [data, label, named]);
}

/** Why the sender calls a referral off, and which reasons need words besides. */
export function useLeavingReasons(leaving: Leaving): { options: Option[]; needsText: (code: string) => boolean } {
  const { label, named } = useTexts();
  const { data } = useCodes();
  return useMemo(() => {
    const listed = data?.filter((one) => one.list === 'status-reason' && one.states.includes(leaving)) ?? [];
    return {
      options:
        listed.length === 0
          ? KNOWN[leaving].map((value) => ({ value, label: label('status-reason', value) }))
          : listed.map((one) => ({ value: one.code, label: named(one.name) })),
      needsText: (code) => listed.find((one) => one.code === code)?.textNeeded ?? code === 'other',
    };
  }, [data, label, leaving, named]);
}

/** A code of a list in words. */
export function useReferralWord(): (list: List, code: string) => string {
  const { label, named } = useTexts();
  const { data } = useCodes();
  return (list, code) => {
    const found = data?.find((one) => one.list === list && one.code === code);
    if (found !== undefined) return named(found.name);
    if (list === 'reason') return label('referral-reason', code);
    return list === 'outcome' ? label('outcome', code) : label('status-reason', code);
  };
}
