// @vitest-environment node
import { describe, expect, it } from 'vitest';
// @ts-expect-error The reader of the message files is a plain script of the build.
import { firstIds, LANGUAGES, namedIn, readMessages } from '../../scripts/messages.mjs';

type Texts = Record<string, string>;
const messages = readMessages() as Map<string, Texts>;

/** The values a message needs: {name} and {count, plural, …}. */
function values(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? ''))].sort();
}

function missing(all: Map<string, Texts>, language: string): string[] {
  return [...all].filter(([, texts]) => (texts[language] ?? '').trim() === '').map(([id]) => id);
}

describe('the catalogs', () => {
  it.each(LANGUAGES as string[])('miss no entry in %s', (language) => {
    expect(missing(messages, language)).toEqual([]);
  });

  it('would be found out when an entry is missing', () => {
    const broken = new Map([['a.b', { en: 'there', ur: ' ' }]]);
    expect(missing(broken, 'ur')).toEqual(['a.b']);
    expect(missing(broken, 'ps')).toEqual(['a.b']);
  });

  it('need the same values in every language', () => {
    const different = [...messages]
      .filter(([, texts]) => LANGUAGES.some((one: string) => values(texts[one] ?? '').join() !== values(texts['en'] ?? '').join()))
      .map(([id]) => id);
    expect(different).toEqual([]);
  });

  it('are written in their own script', () => {
    const latin = [...messages]
      .filter(([id]) => !id.startsWith('list.') && !id.startsWith('purpose.share-unhcr'))
      .filter(([, texts]) => !/\p{Script=Arabic}/u.test(texts['ur'] ?? '') || !/\p{Script=Arabic}/u.test(texts['ps'] ?? ''))
      .map(([id]) => id);
    expect(latin).toEqual([]);
  });
});

describe('what the application says', () => {
  it('comes first as far as the first screens say it, and with the pages for the rest', () => {
    const first = firstIds(messages) as Set<string>;
    expect(['home.title', 'nav.packet-policies', 'risk.high', 'problem.internal'].filter((id) => !first.has(id))).toEqual([]);
    expect(['packet-policies.title', 'gap-figures.title', 'problem.policy-begun'].filter((id) => first.has(id))).toEqual([]);
  });

  it('is found in a source by its whole name or by its list, and not otherwise', () => {
    const named = namedIn("t('home.title'); label('risk', level); t(`move.${one}`)") as (id: string, without?: string[]) => boolean;
    expect(['home.title', 'risk.high', 'move.claim', 'home.welcome', 'nav.home'].map((id) => named(id))).toEqual([true, true, true, false, false]);
    expect(named('risk.high', ['risk.'])).toBe(false);
  });
});
