import { evaluate, type Evaluated } from '../assessment/engine.ts';
import { LANGUAGES } from '../i18n/languages.ts';

/**
 * What this browser's engine makes of golden answers: for each set, once per language. Also an entry of the build of
 * its own, so that a test can have the very files that are shipped do it in a browser.
 */
export function goldenResults(form: string, sets: readonly Record<string, string>[]): Promise<Evaluated[][]> {
  return evaluate(form, sets, LANGUAGES);
}
