import { useMemo } from 'react';
import { CHILD_LANGUAGES } from '../codes/lists.ts';
import { useServiceKinds } from '../directory/hsds.ts';
import { useTexts } from '../i18n/text.ts';
import type { Option } from '../ui/fields.tsx';
import { useAgencyCodes } from './queries.ts';
import type { AgencyCode } from './types.ts';

/** The lists an agency may have words of its own for: with the first three it answers, the others it only reads. */
export const LISTS = ['outcome', 'status-reason', 'reason', 'category', 'language'] as const satisfies readonly (AgencyCode['list'] | 'category' | 'language')[];
export type List = (typeof LISTS)[number];

export const isOnlyRead = (list: List) => list === 'category' || list === 'language';

/** Our codes of a list in words, whoever keeps them: the Commission, the directory, or the packet. */
export function useMappedCodes(list: List, service: 'partner' | 'referrals' = 'partner'): { options: Option[]; word: (code: string) => string } {
  const { label } = useTexts();
  const codes = useAgencyCodes(service);
  const kinds = useServiceKinds(list === 'category');
  return useMemo(() => {
    if (list === 'category') return { options: kinds, word: (code) => kinds.find((kind) => kind.value === code)?.label ?? label('category', code) };
    if (list === 'language') return { options: CHILD_LANGUAGES.map((code) => ({ value: code, label: label('language', code) })), word: (code) => label('language', code) };
    return { options: codes.of(list).map((one) => ({ value: one.code, label: codes.word(list, one.code) })), word: (code) => codes.word(list, code) };
  }, [list, codes, kinds, label]);
}
