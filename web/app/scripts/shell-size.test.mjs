// @vitest-environment node
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SHELL_LIMIT, shellFiles, shellSize } from './shell-size.mjs';

function built(sizes) {
  const dist = mkdtempSync(join(tmpdir(), 'shell-'));
  mkdirSync(join(dist, 'assets'));
  for (const [name, bytes] of Object.entries(sizes)) writeFileSync(join(dist, 'assets', name), randomBytes(bytes));
  writeFileSync(
    join(dist, 'index.html'),
    '<script type="module" src="/assets/index-a1.js"></script><link rel="modulepreload" href="/assets/form-b2.js"><link rel="stylesheet" href="/assets/index-c3.css">',
  );
  return [dist, Object.keys(sizes).map((name) => `assets/${name}`)];
}

const FILES = { 'index-a1.js': 9000, 'form-b2.js': 1000, 'index-c3.css': 500, 'en-d4.js': 100, 'ur-e5.js': 900, 'assess-page-f6.js': 99_999 };

describe('the shell', () => {
  it('is what the page links and the largest catalog, not what comes later', () => {
    const [dist, files] = built(FILES);
    expect(shellFiles(dist, files).sort()).toEqual([
      'assets/form-b2.js', 'assets/index-a1.js', 'assets/index-c3.css', 'assets/ur-e5.js',
    ]);
    expect(shellSize(dist, files)).toBeLessThan(SHELL_LIMIT);
  });

  it('is found to be too large when it is', () => {
    const [dist, files] = built({ ...FILES, 'index-a1.js': 260 * 1024 });
    expect(shellSize(dist, files)).toBeGreaterThan(SHELL_LIMIT);
  });
});
