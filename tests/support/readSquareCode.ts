/**
 * Reads a QR code of version 1, 2 or 3 back from a picture, as a scanner would: finds the three corner squares by their
 * 1:1:3:1:1, samples each module in its middle, takes the mask off and reads the letters. Written for the tests alone,
 * apart from the encoder. Source: ISO/IEC 18004, alphanumeric mode. No error is corrected: a code that
 * needs it was badly printed.
 */

export type GreyPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
type Point = { readonly x: number; readonly y: number };

/** Modules of a corner square, and from the middle of one to the edge of the code. */
const CORNER = 7;
/** A version has four modules more than the one before. */
const SIDES = [21, 25, 29];
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** A binary grey map as `pdftoppm -gray` writes it. */
export function readGreyMap(map: Uint8Array): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(map.subarray(0, 40)).toString('latin1'));
  if (!head) throw new Error('Not a grey map.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: map.subarray(head[0].length) };
}

/** The text of the one code in a picture. */
export function readSquareCode(picture: GreyPicture): string {
  const modules = sampled(picture, cornersOf(picture));
  const { mask, level } = formatOf(modules);
  return lettersOf(inOrder(bitsOf(modules, mask), modules.length, level));
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
  for (const start of found)
    for (const right of found)
      for (const below of found) {
        const across = Math.hypot(right.x - start.x, right.y - start.y);
        const down = Math.hypot(below.x - start.x, below.y - start.y);
        const isUpright = right.x - start.x > across * 0.9 && below.y - start.y > down * 0.9;
        const isSquare = Math.abs(across - down) < start.module;
        const isOneSize = [right, below].every(
          ({ module }) => Math.abs(module - start.module) < start.module / 4,
        );
        const side = Math.round(across / start.module) + CORNER;
        const nearest = SIDES.find((each) => Math.abs(each - side) <= 1);
        if (isUpright && isSquare && isOneSize && nearest) return { start, right, below, side: nearest };
      }
  throw new Error(`No code: ${found.length} corners.`);
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

type Corners = {
  readonly start: Point;
  readonly right: Point;
  readonly below: Point;
  /** Modules of the whole code, across and down. */
  readonly side: number;
};

function sampled(
  picture: GreyPicture,
  { start, right, below, side }: Corners,
): readonly (readonly boolean[])[] {
  const apart = side - CORNER;
  const across = { x: (right.x - start.x) / apart, y: (right.y - start.y) / apart };
  const down = { x: (below.x - start.x) / apart, y: (below.y - start.y) / apart };
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_column, column) =>
      isDark(
        picture,
        start.x + across.x * (column - 3) + down.x * (row - 3),
        start.y + across.y * (column - 3) + down.y * (row - 3),
      ),
    ),
  );
}

const FORMAT_MASK = 0b101010000010010;

/** The number of the mask and the level of correction, from the format beside the first corner square. */
function formatOf(modules: readonly (readonly boolean[])[]) {
  const places: readonly (readonly [number, number])[] = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column): readonly [number, number] => [8, column]),
    ...[7, 5, 4, 3, 2, 1, 0].map((row): readonly [number, number] => [row, 8]),
  ];
  const bits = places.reduce((value, [row, column]) => value * 2 + (modules[row]?.[column] ? 1 : 0), 0);
  const format = bits ^ FORMAT_MASK;
  return { mask: (format >> 10) & 7, level: (format >> 13) & 3 };
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

/** Two columns at a time from the right, up and down in turn; whatever is the same in every code is left out. */
function bitsOf(modules: readonly (readonly boolean[])[], mask: number): readonly number[] {
  const bits: number[] = [];
  const side = modules.length;
  let upwards = true;
  // The column of the timing is no half of a pair.
  const pairs = Array.from({ length: (side - 1) / 2 }, (_, pair) => side - 1 - pair * 2);
  for (const right of pairs.map((column) => (column <= 6 ? column - 1 : column))) {
    const rows = Array.from({ length: side }, (_, row) => (upwards ? side - 1 - row : row));
    for (const row of rows) {
      for (const column of [right, right - 1]) {
        if (isFixed(row, column, side)) continue;
        const isFlipped = MASKS[mask]?.(row, column) ?? false;
        bits.push((modules[row]?.[column] ?? false) === isFlipped ? 0 : 1);
      }
    }
    upwards = !upwards;
  }
  return bits;
}

/** The corner squares with their margins, the timing, and from version 2 on the small square by the fourth corner. */
function isFixed(row: number, column: number, side: number): boolean {
  const far = side - 9;
  const isCorner = (row < 9 && column < 9) || (row < 9 && column > far) || (row > far && column < 9);
  const isSmallSquare =
    side > 21 && Math.abs(row - (side - CORNER)) <= 2 && Math.abs(column - (side - CORNER)) <= 2;
  return isCorner || isSmallSquare || row === 6 || column === 6;
}

/** Bytes of data in each of the two blocks that version 3 has at the levels H and Q; everything smaller is one block. */
const TWO_BLOCKS: Readonly<Record<number, number>> = { 2: 13, 3: 17 };

/** Two blocks lie byte by byte in turn. */
function inOrder(bits: readonly number[], side: number, level: number): readonly number[] {
  const each = side === 29 ? TWO_BLOCKS[level] : undefined;
  if (each === undefined) return bits;
  const byte = (at: number): readonly number[] => bits.slice(at * 8, at * 8 + 8);
  return [0, 1].flatMap((block) => Array.from({ length: each }, (_, at) => byte(at * 2 + block)).flat());
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
