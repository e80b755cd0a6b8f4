import { existsSync, readFileSync, readdirSync } from 'node:fs';

export const LANGUAGES = ['en', 'ur', 'ps'];
const folder = new URL('../src/messages/', import.meta.url);

/** All messages as Map<id, {en, ur, ps}>; a message defined twice is an error. */
export function readMessages() {
  const all = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const entries = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    for (const [id, texts] of Object.entries(entries)) {
      if (all.has(id)) throw new Error(`${file}: the message ${id} is defined twice`);
      all.set(id, Object.fromEntries(LANGUAGES.map((language, i) => [language, texts[i] ?? ''])));
    }
  }
  return all;
}

/** Which ids a text of sources names: whole ones, and beginnings that a code is put behind. */
export function namedIn(sources) {
  const whole = new Set([...sources.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map((m) => m[1]));
  const beginnings = [...sources.matchAll(/(?:(?:label|useOptions|useCodeOptions)\(\s*|`)['"]?([a-z][\w-]*(?:\.[a-z][\w-]*)*)(?:\.\$\{|['"],)/g)].map((m) => `${m[1]}.`);
  return (id, without = []) => whole.has(id) || beginnings.some((one) => !without.includes(one) && id.startsWith(one));
}

/** The sources that are there before any page is: what main.tsx imports, and what that imports, types and import() left out. */
export function firstSources() {
  const seen = new Map();
  const next = [new URL('../src/main.tsx', import.meta.url)];
  while (next.length > 0) {
    const file = next.pop();
    if (seen.has(file.href) || !existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    seen.set(file.href, text);
    for (const [, from] of text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?from\s+)?'(\.[^']+\.tsx?)'/gm)) next.push(new URL(from, file));
  }
  return [...seen.values()].join('\n');
}

/** What the first screens say; the rest comes with the pages. A page's refusals come with it, those of every service at once. */
export function firstIds(all) {
  const named = namedIn(firstSources());
  const everywhere = new Set(['common.json', 'shell.json'].flatMap((file) => Object.keys(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))));
  return new Set([...all.keys()].filter((id) => everywhere.has(id) || named(id, ['problem.'])));
}
