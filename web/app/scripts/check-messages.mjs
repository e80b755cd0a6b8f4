// Every message id written in the sources exists, and no message is left that nothing uses.
import { readFileSync, readdirSync } from 'node:fs';
import { namedIn, readMessages } from './messages.mjs';

const root = new URL('../src/', import.meta.url);
const sources = readdirSync(root, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n/compiled/') && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(new URL(name, root), 'utf8'))
  .join('\n');
const ids = [...readMessages().keys()];
const named = namedIn(sources);
const unused = ids.filter((id) => !named(id));
const used = [...sources.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((m) => m[1]);
const missing = [...new Set(used)].filter((id) => !ids.includes(id));
if (missing.length > 0 || unused.length > 0) {
  if (missing.length > 0) console.error(`Messages used but not written:\n  ${missing.join('\n  ')}`);
  if (unused.length > 0) console.error(`Messages written but not used:\n  ${unused.join('\n  ')}`);
  process.exit(1);
}
console.log(`${ids.length} messages, all of them used and none missing.`);
