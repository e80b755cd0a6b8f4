/** A QR code by ISO/IEC 18004: byte mode, error correction level M, versions 1 to 20. */

// Tables 7 and 9 of the standard, level M, from version 1 on.
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const LEVEL_M = 0;

export type Modules = readonly (readonly boolean[])[];
type Grid = boolean[][];

/** Codewords in all, those of error correction included. */
function capacity(version: number): number {
  const align = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const modules =
    (16 * version + 128) * version + 64 - (align === 0 ? 0 : (25 * align - 10) * align - 55) - (version >= 7 ? 36 : 0);
  return Math.floor(modules / 8);
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T;
const dataOf = (version: number) => capacity(version) - at(CORRECTION, version - 1) * at(BLOCKS, version - 1);

/** Dark modules as true, without the quiet zone. */
export function qrOf(text: string): Modules {
  const bytes = new TextEncoder().encode(text);
  const version = CORRECTION.findIndex((_, index) => bytes.length + (index < 9 ? 2 : 3) <= dataOf(index + 1)) + 1;
  if (version === 0) throw new RangeError('Too long for a QR code');
  const { grid, fixed } = patterns(version);
  place(grid, fixed, interleaved(codewords(bytes, version), version));
  const masked = MASKS.map((mask, number) => {
    const copy = grid.map((row, y) => row.map((dark, x) => (at(at(fixed, y), x) ? dark : dark !== mask(x, y))));
    format(copy, number);
    return copy;
  });
  return masked.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

function codewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  const room = dataOf(version) * 8;
  push(0b0100, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => push(byte, 8));
  push(0, Math.min(4, room - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let filler = 0xec; bits.length < room; filler ^= 0xec ^ 0x11) push(filler, 8);
  return Array.from({ length: bits.length / 8 }, (_, index) => bits.slice(index * 8, index * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0));
}

/** Reed-Solomon over GF(256), modulus 0x11d. */
export function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

function generator(degree: number): number[] {
  const result = [...Array.from({ length: degree - 1 }, () => 0), 1];
  let root = 1;
  for (let round = 0; round < degree; round++) {
    for (let i = 0; i < degree; i++) result[i] = times(at(result, i), root) ^ (result[i + 1] ?? 0);
    root = times(root, 2);
  }
  return result;
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const result = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    divisor.forEach((coefficient, i) => (result[i] = at(result, i) ^ times(coefficient, factor)));
  }
  return result;
}

function interleaved(data: readonly number[], version: number): number[] {
  const count = at(BLOCKS, version - 1);
  const short = Math.floor(data.length / count);
  const longer = count - (data.length % count);
  const divisor = generator(at(CORRECTION, version - 1));
  let from = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const part = data.slice(from, (from += short + (index < longer ? 0 : 1)));
    return { part, check: remainder(part, divisor) };
  });
  const column = (index: number, of: 'part' | 'check') => blocks.flatMap((block) => block[of][index] ?? []);
  return [
    ...Array.from({ length: short + 1 }, (_, index) => column(index, 'part')).flat(),
    ...divisor.flatMap((_, index) => column(index, 'check')),
  ];
}

function patterns(version: number): { grid: Grid; fixed: Grid } {
  const size = version * 4 + 17;
  const square = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const grid = square();
  const fixed = square();
  const set = (x: number, y: number, dark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    at(grid, y)[x] = dark;
    at(fixed, y)[x] = true;
  };
  const rings = (cx: number, cy: number, radius: number, dark: (ring: number) => boolean) => {
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) set(cx + dx, cy + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  const centres = alignment(version);
  const last = centres.length - 1;
  centres.forEach((x, i) =>
    centres.forEach((y, j) => {
      if (!((i === 0 && (j === 0 || j === last)) || (i === last && j === 0))) rings(x, y, 2, (ring) => ring !== 1);
    }),
  );
  // Kept free for the format, written last.
  for (let i = 0; i < 9; i++) {
    set(8, i, at(grid, i)[8] === true);
    set(i, 8, at(at(grid, 8), i));
  }
  for (let i = 1; i <= 8; i++) {
    set(size - i, 8, false);
    set(8, size - i, false);
  }
  if (version >= 7) {
    let rest = version;
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >>> i) & 1) === 1;
      set(size - 11 + (i % 3), Math.floor(i / 3), dark);
      set(Math.floor(i / 3), size - 11 + (i % 3), dark);
    }
  }
  return { grid, fixed };
}

function alignment(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => version * 4 + 10 - (count - 2 - i) * step)];
}

/** Two columns at a time from the right, upwards and downwards in turn, past the timing column. */
function place(grid: Grid, fixed: Grid, words: readonly number[]): void {
  const size = grid.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (at(at(fixed, y), x) || bit >= words.length * 8) continue;
        at(grid, y)[x] = ((at(words, bit >>> 3) >>> (7 - (bit & 7))) & 1) === 1;
        bit++;
      }
    }
  }
}

export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function format(grid: Grid, mask: number): void {
  const size = grid.length;
  const data = (LEVEL_M << 3) | mask;
  let rest = data;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const dark = (i: number) => ((bits >>> i) & 1) === 1;
  const set = (x: number, y: number, value: boolean) => (at(grid, y)[x] = value);
  for (let i = 0; i <= 5; i++) set(8, i, dark(i));
  set(8, 7, dark(6));
  set(8, 8, dark(7));
  set(7, 8, dark(8));
  for (let i = 9; i < 15; i++) set(14 - i, 8, dark(i));
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, dark(i));
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, dark(i));
  set(8, size - 8, true);
}

/** How hard it is to read, by the four rules of the standard. */
function penalty(grid: Modules): number {
  const rows = grid.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row.charAt(x)).join(''))];
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const alike = lines.flatMap((line) => [...line.matchAll(/(?=10111010000|00001011101)/g)]).length;
  let blocks = 0;
  for (let y = 1; y < rows.length; y++) {
    for (let x = 1; x < rows.length; x++) {
      const four = at(rows, y).slice(x - 1, x + 1) + at(rows, y - 1).slice(x - 1, x + 1);
      if (four === '0000' || four === '1111') blocks++;
    }
  }
  const dark = rows.join('').replaceAll('0', '').length / rows.length ** 2;
  return runs + alike * 40 + blocks * 3 + Math.floor(Math.abs(dark - 0.5) * 20) * 10;
}
