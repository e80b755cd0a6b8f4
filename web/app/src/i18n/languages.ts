export const LANGUAGES = ['en', 'ur', 'ps'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Written in the language itself, so that a reader finds it in any state of the page. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ur: 'اردو', ps: 'پښتو' };

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'en' ? 'ltr' : 'rtl';
}

const KEY = 'hifazat-language';

export function rememberedLanguage(): Language {
  const remembered = readKey();
  if (remembered !== undefined) return remembered;
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2));
  return wanted.find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
}

function readKey(): Language | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value !== null && isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}
