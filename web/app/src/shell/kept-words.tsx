import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { read } from '../api/client.ts';
import type { Items, Role } from '../api/types.ts';
import { keepWords, type KeptWord } from '../i18n/language-provider.tsx';
import { mayGo, UNIT_STAFF } from './navigation.ts';

const READERS: readonly Role[] = [...UNIT_STAFF, 'helpline-operator', 'commission-admin'];

/** What the Commission calls codes, asked for once a sitting: until it is answered a code has the words of this release. */
export function KeptWords({ roles }: { roles: readonly Role[] }) {
  const { data } = useQuery({
    queryKey: ['cases', 'code-words'],
    queryFn: async ({ signal }) => (await read<Items<KeptWord>>('cases', '/code-words', signal)).data.items,
    enabled: mayGo(roles, READERS),
    staleTime: 30 * 60_000,
    retry: false,
  });
  useEffect(() => {
    if (data !== undefined) keepWords(data);
  }, [data]);
  return null;
}
