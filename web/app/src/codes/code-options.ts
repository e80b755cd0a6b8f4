import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import type { Option } from '../ui/fields.tsx';

interface CodeEntry {
  code: string;
  nameEn: string;
  nameUr: string;
  namePs: string;
}

/**
 * The codes of a list that are valid today, as the case service keeps them. While it does not answer, the
 * codes this release knows are offered, so that an emergency can still be written down.
 */
export function useCodeOptions(list: string, known: readonly string[]): Option[] {
  const { label, language } = useTexts();
  const { data } = useQuery({
    queryKey: ['cases', 'code-list', list],
    queryFn: async ({ signal }) => (await read<Items<CodeEntry>>('cases', `/code-lists/${list}`, signal)).data.items,
    staleTime: 30 * 60_000,
    retry: false,
  });
  return useMemo(() => {
    if (data === undefined || data.length === 0) return known.map((value) => ({ value, label: label(list, value) }));
    return data.map((entry) => ({ value: entry.code, label: words(entry, language) }));
  }, [data, known, label, language, list]);
}

function words(entry: CodeEntry, language: string): string {
  if (language === 'ur') return entry.nameUr || entry.nameEn;
  if (language === 'ps') return entry.namePs || entry.nameEn;
  return entry.nameEn;
}
