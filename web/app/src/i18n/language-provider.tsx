import { setupI18n, type I18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { direction, rememberedLanguage, rememberLanguage, type Language } from './languages.ts';

const catalogs = {
  en: () => import('./compiled/en.ts'),
  ur: () => import('./compiled/ur.ts'),
  ps: () => import('./compiled/ps.ts'),
};

/** What the pages say besides: fetched with the first of them, so that the first screen need not wait for it. */
const laterCatalogs = {
  en: () => import('./compiled/later-en.ts'),
  ur: () => import('./compiled/later-ur.ts'),
  ps: () => import('./compiled/later-ps.ts'),
};
let shown: I18n | undefined;
let pages = false;
let kept: readonly KeptWord[] = [];
/** Putting thousands of texts together takes long on a slow telephone: each language once, while the words stay the same. */
const made = new Map<Language, I18n>();
const complete = new WeakSet<I18n>();

/** A code in the Commission's words. */
export interface KeptWord {
  list: string;
  code: string;
  nameEn: string;
  nameUr: string;
  namePs: string;
}

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => Promise<void>;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', choose: async () => {} });

export async function loadLanguage(language: Language): Promise<I18n> {
  const first = await catalogs[language]();
  const later = pages ? await laterCatalogs[language]() : undefined;
  const before = made.get(language);
  if (before !== undefined && (later === undefined || complete.has(before))) shown = before;
  else {
    shown = setupI18n({ locale: language, messages: { [language]: { ...first.default, ...later?.default, ...inWords(language) } } });
    made.set(language, shown);
    if (later !== undefined) complete.add(shown);
  }
  markDocument(language);
  return shown;
}

/** Before a page is shown: its texts, in the language there is now and in each that is chosen later. */
export async function loadPageTexts(): Promise<void> {
  pages = true;
  if (shown === undefined || complete.has(shown)) return;
  const i18n = shown;
  const language = i18n.locale as Language;
  const later = await laterCatalogs[language]();
  if (complete.has(i18n)) return;
  complete.add(i18n);
  i18n.load(language, { ...later.default, ...inWords(language) });
}

/** What the Commission calls codes takes the place of what this release calls them, in the language there is now and in each chosen later. */
export function keepWords(words: readonly KeptWord[]): void {
  if (words.length === 0 && kept.length === 0) return;
  kept = words;
  made.clear();
  if (shown !== undefined) shown.load(shown.locale, inWords(shown.locale as Language));
}

function inWords(language: Language): Record<string, string[]> {
  const name = { en: 'nameEn', ur: 'nameUr', ps: 'namePs' } as const;
  return Object.fromEntries(kept.map((word) => [`${word.list}.${word.code}`, [word[name[language]]]]));
}

function markDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = direction(language);
}

export function LanguageProvider({ initial, children }: { initial?: I18n; children: ReactNode }) {
  const [i18n, setI18n] = useState<I18n | undefined>(initial);
  useEffect(() => {
    if (i18n === undefined) void loadLanguage(rememberedLanguage()).then(setI18n);
  }, [i18n]);
  const choose = useCallback(async (language: Language) => {
    const next = await loadLanguage(language);
    rememberLanguage(language);
    setI18n(next);
  }, []);
  const choice = useMemo(
    () => ({ language: (i18n?.locale ?? 'en') as Language, choose }),
    [i18n, choose],
  );
  if (i18n === undefined) return null;
  return (
    <LanguageContext value={choice}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}
