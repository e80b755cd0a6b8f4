import { useQueries, useQuery } from '@tanstack/react-query';
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
  const { data } = useQuery(codeList(list));
  return useMemo(() => {
    if (data === undefined || data.length === 0) return known.map((value) => ({ value, label: label(list, value) }));
    return data.map((entry) => ({ value: entry.code, label: words(entry, language) }));
  }, [data, known, label, language, list]);
}

/** What codes are called that only the case service has words for; undefined until it answered. */
export function useCodeNames(lists: readonly string[]): (list: string, code: string) => string | undefined {
  const { language } = useTexts();
  const answers = useQueries({ queries: lists.map(codeList) });
  return (list, code) => {
    const entry = answers[lists.indexOf(list)]?.data?.find((one) => one.code === code);
    return entry === undefined ? undefined : words(entry, language);
  };
}

/** The codes of some lists with their words; of a list that was not answered yet there are none. */
export function useCodeLists(lists: readonly string[]): { list: string; options: Option[] }[] {
  const { language } = useTexts();
  const answers = useQueries({ queries: lists.map(codeList) });
  return lists.map((list, place) => ({
    list,
    options: (answers[place]?.data ?? []).map((entry) => ({ value: entry.code, label: words(entry, language) })),
  }));
}

function codeList(list: string) {
  return {
    queryKey: ['cases', 'code-list', list],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await read<Items<CodeEntry>>('cases', `/code-lists/${list}`, signal)).data.items,
    staleTime: 30 * 60_000,
    retry: false,
  };
}

function words(entry: CodeEntry, language: string): string {
  if (language === 'ur') return entry.nameUr || entry.nameEn;
  if (language === 'ps') return entry.namePs || entry.nameEn;
  return entry.nameEn;
}
