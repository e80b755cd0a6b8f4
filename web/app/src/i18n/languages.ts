export const LANGUAGES = ['en', 'ur', 'ps'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Written in the language itself, so that a reader finds it in any state of the page. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ur: 'اردو', ps: 'پښتو' };

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'en' ? 'ltr' : 'rtl';
}

const KEY = 'hifazat-language';

export function rememberedLanguage(): Language {
  const remembered = fromAddress() ?? readKey();
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

/** A sign-out clears the browser's memory; the address carries the language over it. */
function fromAddress(): Language | undefined {
  const asked = new URLSearchParams(window.location.search).get('language');
  if (asked === null || !isLanguage(asked)) return undefined;
  rememberLanguage(asked);
  window.history.replaceState(null, '', window.location.pathname);
  return asked;
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
