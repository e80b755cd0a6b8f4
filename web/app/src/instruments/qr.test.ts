// @vitest-environment node
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collectCode } from './collect-code.tsx';
import { MASKS, qrOf, times, type Modules } from './qr.ts';

/** Reads a code as a camera's program does: format, mask, codewords, blocks whose syndromes are zero, text. */
function read(modules: Modules, blocks: number, check: number): string {
  const size = modules.length;
  const dark = (x: number, y: number) => modules[y]?.[x] === true;
  const version = (size - 17) / 4;
  let format = 0;
  for (let i = 14; i >= 8; i--) format = format * 2 + Number(dark(8, size - 15 + i));
  for (let i = 7; i >= 0; i--) format = format * 2 + Number(dark(size - 1 - i, 8));
  const data = (format ^ 0x5412) >>> 10;
  expect(data >>> 3).toBe(0);
  const mask = MASKS[data & 7];
  const free = freeOf(size, version);
  const bits: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (free(x, y)) bits.push(Number(dark(x, y) !== mask?.(x, y)));
    }
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
  const whole = words.length - blocks * check;
  const short = Math.floor(whole / blocks);
  const parts = Array.from({ length: blocks }, () => [] as number[]);
  let at = 0;
  for (let i = 0; i <= short; i++) parts.forEach((part, block) => { if (i < short || block >= blocks - (whole % blocks)) part.push(words[at++] ?? 0); });
  const message = parts.flatMap((part) => [...part]);
  for (let i = 0; i < check; i++) parts.forEach((part) => part.push(words[at++] ?? 0));
  for (const part of parts) {
    for (let power = 0, root = 1; power < check; power++, root = times(root, 2)) {
      expect(part.reduce((sum, word) => times(sum, root) ^ word, 0)).toBe(0);
    }
  }
  const stream = message.map((word) => word.toString(2).padStart(8, '0')).join('');
  expect(stream.slice(0, 4)).toBe('0100');
  const long = version < 10 ? 8 : 16;
  const length = parseInt(stream.slice(4, 4 + long), 2);
  const bytes = Array.from({ length }, (_, i) => parseInt(stream.slice(4 + long + i * 8, 12 + long + i * 8), 2));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const CENTRES: Record<number, number[]> = { 1: [], 2: [6, 18], 7: [6, 22, 38], 14: [6, 26, 46, 66] };

function freeOf(size: number, version: number): (x: number, y: number) => boolean {
  const centres = CENTRES[version] ?? [];
  const corner = (x: number, y: number) => (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const told = (x: number, y: number) => version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6));
  const aligned = (x: number, y: number) =>
    centres.some((cx) => centres.some((cy) => !corner(cx, cy) && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2));
  return (x, y) => x !== 6 && y !== 6 && !corner(x, y) && !told(x, y) && !aligned(x, y);
}

describe('a QR code', () => {
  it.each([
    ['of version 1', 'Hifazat', 21, 1, 10],
    ['of version 2', 'x'.repeat(26), 25, 1, 16],
    ['of version 7, which names itself', 'حفاظت'.repeat(12), 45, 4, 18],
    ['of version 14, with blocks of two lengths', '0123456789'.repeat(35), 73, 9, 24],
  ])('%s can be read again', (_, text, size, blocks, check) => {
    const modules = qrOf(text);
    expect(modules).toHaveLength(size);
    expect(read(modules, blocks, check)).toBe(text);
  });

  it('is not made of what does not fit', () => {
    expect(() => qrOf('x'.repeat(700))).toThrow(RangeError);
  });

  it('holds the settings as Collect expects them', async () => {
    const code = await collectCode({ serverUrl: 'https://hifazat.example/openrosa', username: 'd1', password: 'once-only-token' });
    const settings = JSON.parse(inflateSync(Buffer.from(code, 'base64')).toString('utf8')) as { general: Record<string, unknown>; admin: object };
    expect(settings.general).toMatchObject({ server_url: 'https://hifazat.example/openrosa', username: 'd1', password: 'once-only-token', delete_send: true });
    expect(settings.admin).toEqual({});
  });
});
