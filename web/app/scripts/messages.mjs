import { readFileSync, readdirSync } from 'node:fs';

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
