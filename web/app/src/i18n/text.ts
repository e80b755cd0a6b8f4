import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Named } from '../api/types.ts';
import type { MessageId } from './compiled/ids.ts';
import type { Language } from './languages.ts';

export type { MessageId };
export type Values = Record<string, string | number>;

export interface Texts {
  language: Language;
  /** A message of the catalog. */
  t: (id: MessageId, values?: Values) => string;
  /** The text of a code such as ("channel", "walk-in"); an unknown code is shown as words, never hidden. */
  label: (list: string, code: string) => string;
  /** A name the directory keeps in three languages. */
  named: (name: Named | string | undefined) => string;
}

export function useTexts(): Texts {
  const { i18n } = useLingui();
  return useMemo(() => {
    const language = i18n.locale as Language;
    return {
      language,
      t: (id, values) => i18n._(id, values),
      label: (list, code) => {
        const id = `${list}.${code}`;
        return i18n.messages[id] === undefined ? asWords(code) : i18n._(id);
      },
      named: (name) =>
        name === undefined ? '' : typeof name === 'string' ? name : name[language] || name.en,
    };
  }, [i18n, i18n.locale]);
}

function asWords(code: string): string {
  const words = code.replaceAll(/[-_]/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
