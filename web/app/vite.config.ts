import { readFileSync, readdirSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Tests of what is loaded or drawn the first time. */
const ALONE = ['src/assessment/xform.test.tsx', 'src/i18n/page-texts.test.ts'];

const ENVIRONMENTS = ['happy-dom', 'jsdom', 'node'] as const;

/** By the environment that a test file names: a worker keeps its modules only while the next file asks for the same one. */
const together = (environment: string) =>
  ['src', 'scripts']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => /\.test\.(tsx?|mjs)$/.test(file) && !ALONE.includes(file))
    .filter((file) => (/@vitest-environment (\S+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'happy-dom') === environment);

export default defineConfig({
  plugins: [react()],
  // The gateway puts a fresh nonce here for every page it sends.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    // The CSP allows no inline script and no data: connections; everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // The second is what a test in a browser calls; nothing the page loads.
      input: { index: 'index.html', golden: 'src/instruments/golden.ts' },
      preserveEntrySignatures: 'exports-only',
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/session', '/sign-in', '/sign-out', '/sign-out-everywhere'].map((path) => [
        path,
        process.env['HIFAZAT_DEV_GATEWAY'] ?? 'http://127.0.0.1:8600',
      ]),
    ),
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/test/setup.ts'],
    // ./hifazat test counts from this file
    reporters: ['default', ['json', { outputFile: '../target/vitest.json' }]],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Most objects of a test die young; a tenth of the time went into collecting them from small spaces.
    execArgv: ['--max-semi-space-size=64'],
    // Files share their modules: each with its own took twice the time.
    projects: [
      ...ENVIRONMENTS.map((environment, order) => ({
        extends: true as const,
        test: { name: environment, environment, isolate: false, include: together(environment), sequence: { groupOrder: order } },
      })),
      { extends: true, test: { name: 'alone', include: ALONE, sequence: { groupOrder: ENVIRONMENTS.length } } },
    ],
    // Its WebAssembly loader takes Node's old way of loading files when it sees Node.
    server: { deps: { inline: ['@getodk/xforms-engine'] } },
  },
});
