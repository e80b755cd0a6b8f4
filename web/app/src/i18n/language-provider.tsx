import { setupI18n, type I18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { direction, rememberedLanguage, rememberLanguage, type Language } from './languages.ts';

type Catalog = Awaited<ReturnType<(typeof catalogs)[Language]>>;

const catalogs = {
  en: () => import('./compiled/en.ts'),
  ur: () => import('./compiled/ur.ts'),
  ps: () => import('./compiled/ps.ts'),
};

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => Promise<void>;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'en', choose: async () => {} });

export async function loadLanguage(language: Language): Promise<I18n> {
  return prepared(language, await catalogs[language]());
}

function prepared(language: Language, catalog: Catalog): I18n {
  const i18n = setupI18n({ locale: language, messages: { [language]: catalog.default } });
  markDocument(language);
  return i18n;
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
