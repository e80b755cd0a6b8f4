import { loadLanguage, loadPageTexts } from '../i18n/language-provider.tsx';
import type { Language } from '../i18n/languages.ts';

/** For a part of a page that is drawn without its page. */
export async function pageTexts(language: Language) {
  await loadPageTexts();
  return loadLanguage(language);
}
