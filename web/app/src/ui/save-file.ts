import type { Taken } from '../api/client.ts';

/** Puts a file where the browser saves files. */
export function save({ file, name }: Taken): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun; the browser holds what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
