// The build fails when the shell outgrows its budget.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHELL_LIMIT, shellFiles, size } from './shell-size.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const files = readdirSync(dist, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
const shell = shellFiles(dist, files);
let total = 0;
for (const file of shell) {
  const bytes = size(dist, file);
  total += bytes;
  console.log(`  ${(bytes / 1024).toFixed(1).padStart(7)} KB gz  ${file}`);
}
console.log(`Shell: ${(total / 1024).toFixed(1)} KB gzipped (limit ${SHELL_LIMIT / 1024} KB)`);
if (total > SHELL_LIMIT) {
  console.error('The shell is over its budget: load something later.');
  process.exit(1);
}
