/**
 * Reads a QR code of version 1 back from a picture, as a scanner would: finds the three corner squares by their
 * 1:1:3:1:1, samples each module in its middle, takes the mask off and reads the letters. Written for the tests alone,
 * apart from the encoder. Source: ISO/IEC 18004, version 1, alphanumeric mode. No error is corrected: a code that needs
 * it was badly printed.
 */

export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
type Point = { readonly x: number; readonly y: number };

const SIDE = 21;
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** A binary grey map as `pdftoppm -gray` writes it. */
export function readGreyMap(map: Uint8Array): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(map.subarray(0, 40)).toString('latin1'));
  if (!head) throw new Error('Not a grey map.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: map.subarray(head[0].length) };
}

/** The text of the one code in a picture. */
export function readSquareCode(picture: GreyPicture): string {
  const corners = cornersOf(picture);
  const modules = sampled(picture, corners);
  const mask = maskOf(modules);
  return lettersOf(bitsOf(modules, mask));
}

function isDark({ width, height, pixels }: GreyPicture, x: number, y: number): boolean {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return false;
  return (pixels[row * width + column] ?? 255) < 128;
}

/** Middles of the corner squares: upper left, upper right, lower left, and the size of a module in pixels. */
function cornersOf(picture: GreyPicture) {
  const found: { x: number; y: number; module: number; count: number }[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    for (const { from, runs } of runsOf(picture, y)) {
      const module = runs.reduce((sum, run) => sum + run, 0) / 7;
      const x = from + module * 3.5 - 0.5;
      if (!hasRatio(runs, module) || !isCross(picture, x, y, module)) continue;
      const near = found.find((each) => Math.hypot(each.x - x, each.y - y) < module * 4);
      if (!near) found.push({ x, y, module, count: 1 });
      else {
        near.x = (near.x * near.count + x) / (near.count + 1);
        near.y = (near.y * near.count + y) / (near.count + 1);
        near.count += 1;
      }
    }
  }
  const three = found.toSorted((left, right) => right.count - left.count).slice(0, 3);
  const [first, second, third] = three.toSorted((left, right) => left.x + left.y - (right.x + right.y));
  if (!first || !second || !third) throw new Error(`No code: ${found.length} corners.`);
  const [right, below] = second.x > third.x ? [second, third] : [third, second];
  return { start: first, right, below };
}

/** Five runs, dark first, at every place of a row where they begin. */
function runsOf(picture: GreyPicture, y: number) {
  const edges: number[] = [];
  let before = false;
  for (let x = 0; x <= picture.width; x += 1) {
    const dark = x < picture.width && isDark(picture, x, y);
    if (dark !== before) edges.push(x);
    before = dark;
  }
  return edges.flatMap((from, index) => {
    if (index % 2 !== 0 || index + 5 >= edges.length) return [];
    const runs = [0, 1, 2, 3, 4].map((at) => (edges[index + at + 1] ?? 0) - (edges[index + at] ?? 0));
    return [{ from, runs }];
  });
}

function hasRatio(runs: readonly number[], module: number): boolean {
  return (
    module >= 2 &&
    [1, 1, 3, 1, 1].every((share, at) => Math.abs((runs[at] ?? 0) - share * module) <= module * 0.6)
  );
}

/** The same light and dark downwards as across. */
function isCross(picture: GreyPicture, x: number, y: number, module: number): boolean {
  const downwards = (steps: number) => isDark(picture, x, y + steps * module);
  return downwards(0) && !downwards(-2) && !downwards(2) && downwards(-3) && downwards(3);
}

type Corners = { readonly start: Point; readonly right: Point; readonly below: Point };

function sampled(picture: GreyPicture, { start, right, below }: Corners): readonly (readonly boolean[])[] {
  // From the middle of one corner square to the next are 14 modules.
  const across = { x: (right.x - start.x) / 14, y: (right.y - start.y) / 14 };
  const down = { x: (below.x - start.x) / 14, y: (below.y - start.y) / 14 };
  return Array.from({ length: SIDE }, (_, row) =>
    Array.from({ length: SIDE }, (_column, column) =>
      isDark(
        picture,
        start.x + across.x * (column - 3) + down.x * (row - 3),
        start.y + across.y * (column - 3) + down.y * (row - 3),
      ),
    ),
  );
}

const FORMAT_MASK = 0b101010000010010;

/** The number of the mask, from the format beside the first corner square. */
function maskOf(modules: readonly (readonly boolean[])[]): number {
  const places: readonly (readonly [number, number])[] = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column): readonly [number, number] => [8, column]),
    ...[7, 5, 4, 3, 2, 1, 0].map((row): readonly [number, number] => [row, 8]),
  ];
  const bits = places.reduce((value, [row, column]) => value * 2 + (modules[row]?.[column] ? 1 : 0), 0);
  return ((bits ^ FORMAT_MASK) >> 10) & 7;
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, up and down in turn; the corner squares, their margins and the timing left out. */
function bitsOf(modules: readonly (readonly boolean[])[], mask: number): readonly number[] {
  const bits: number[] = [];
  let upwards = true;
  for (const right of [20, 18, 16, 14, 12, 10, 8, 5, 3, 1]) {
    const rows = Array.from({ length: SIDE }, (_, row) => (upwards ? SIDE - 1 - row : row));
    for (const row of rows) {
      for (const column of [right, right - 1]) {
        if (isFixed(row, column)) continue;
        const isFlipped = MASKS[mask]?.(row, column) ?? false;
        bits.push((modules[row]?.[column] ?? false) === isFlipped ? 0 : 1);
      }
    }
    upwards = !upwards;
  }
  return bits;
}

function isFixed(row: number, column: number): boolean {
  const isCorner = (row < 9 && column < 9) || (row < 9 && column > 12) || (row > 12 && column < 9);
  return isCorner || row === 6 || column === 6;
}

function lettersOf(bits: readonly number[]): string {
  let at = 0;
  const take = (count: number): number => {
    const value = bits.slice(at, at + count).reduce((sum, bit) => sum * 2 + bit, 0);
    at += count;
    return value;
  };
  if (take(4) !== 0b0010) throw new Error('Not alphanumeric.');
  const length = take(9);
  let text = '';
  while (text.length < length) {
    const isPair = length - text.length >= 2;
    const value = take(isPair ? 11 : 6);
    text += isPair ? `${LETTERS[Math.floor(value / 45)]}${LETTERS[value % 45]}` : LETTERS[value];
  }
  return text;
}
