import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export const SHELL_LIMIT = 250 * 1024;

/** What a browser must fetch before the first screen shows: entry, its preloads, its style sheets and the largest catalog. */
export function shellFiles(dist, manifestFiles) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1]);
  const catalogs = manifestFiles.filter((name) => /^assets\/(?:en|ur|ps)-[\w-]+\.js$/.test(name));
  const largest = catalogs.sort((a, b) => size(dist, b) - size(dist, a)).slice(0, 1);
  return [...new Set([...linked, ...largest])];
}

export function size(dist, file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

export function shellSize(dist, files) {
  return shellFiles(dist, files).reduce((sum, file) => sum + size(dist, file), 0);
}
