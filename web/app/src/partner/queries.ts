import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { read } from '../api/client.ts';
import type { Items, Named, ReferralStatus } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import type { Option } from '../ui/fields.tsx';
import type { AgencyCode, PartnerReferral } from './types.ts';

export function usePartnerReferral(id: string) {
  return useQuery({
    queryKey: ['partner', 'referral', id],
    queryFn: ({ signal }) => read<PartnerReferral>('partner', `/referrals/${id}`, signal),
    // Each reading of a packet is written down: a page that lies open is not read again and again.
    refetchInterval: false,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
}

/** The codes in words; whoever keeps agencies reads them where staff do. */
export function useAgencyCodes(service: 'partner' | 'referrals' = 'partner') {
  const { label, named } = useTexts();
  const { data } = useQuery({
    queryKey: [service, 'codes'],
    queryFn: async ({ signal }) => (await read<Items<AgencyCode>>(service, '/referral-codes', signal)).data.items,
    staleTime: 30 * 60_000,
    retry: false,
  });
  return useMemo(() => {
    const of = (list: AgencyCode['list']) => data?.filter((one) => one.list === list) ?? [];
    const option = (one: AgencyCode): Option => ({ value: one.code, label: named(one.name) });
    const own = { reason: 'referral-reason', 'status-reason': 'status-reason', outcome: 'outcome' } as const;
    return {
      reasonsFor: (state: ReferralStatus): Option[] => of('status-reason').filter((one) => one.states.includes(state)).map(option),
      reasons: of('reason').map(option),
      outcomes: of('outcome').map(option),
      of,
      needsText: (code: string) => data?.find((one) => one.code === code && one.list !== 'reason')?.textNeeded ?? code === 'other',
      word: (list: AgencyCode['list'], code: string) => {
        const found = of(list).find((one) => one.code === code);
        return found === undefined ? label(own[list], code) : named(found.name);
      },
    };
  }, [data, label, named]);
}

/** A service of the directory by its public name in the reader's language; the directory is open to agencies. */
export function useServiceName(id: string): string | undefined {
  const { named } = useTexts();
  const { data } = useQuery({
    queryKey: ['referrals', 'hsds-service', id],
    queryFn: async ({ signal }) => {
      const service = (await read<{ name: string; names?: Named }>('referrals', `/hsds/services/${id}`, signal)).data;
      return service.names ?? service.name;
    },
    staleTime: 30 * 60_000,
    retry: false,
  });
  return data === undefined ? undefined : named(data);
}
