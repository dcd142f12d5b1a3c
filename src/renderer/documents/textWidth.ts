/**
 * How wide a text is and how many lines it takes, without a page to measure it on: a print root is not laid out
 * until it is printed. Advances of the bundled face (Inter 4.1, regular) in hundredths of its size, space to `~`.
 */
const ADVANCES =
  `28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 63 41 61 62 65 59 62 57 62 62 29 30 66 66 66 51
   97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46
   32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66`
    .split(/\s+/)
    .map(Number);
const FIRST_CODE = 32;
const NO_BREAK_SPACE_CODE = 160;
/** Anything not in the table: no letter of the Latin script is much wider. */
const UNKNOWN = 70;
/** From the Korean and Chinese letters on one takes a whole square. */
const SQUARE = 100;
const isSquare = (code: number): boolean => (code >= 0x1100 && code < 0x1200) || code >= 0x2e80;
/** How much wider the semibold is, at most. */
const SEMIBOLD = 1.04;
const MILLIMETRES_PER_POINT = 25.4 / 72;

export type TextWeight = 'regular' | 'semibold';

/** Width of a text in shares of its type size. */
export function textWidth(text: string, weight: TextWeight): number {
  const width = [...text].reduce((sum, character) => sum + advance(character), 0) / 100;
  return weight === 'semibold' ? width * SEMIBOLD : width;
}

/** A column of text: how wide, in mm; how large and how heavy its type. */
export type TextColumn = {
  readonly millimetres: number;
  readonly points: number;
  readonly weight: TextWeight;
};

/** Lines a text takes in a column, words kept whole and no-break spaces kept together. At least one. */
export function wrappedLines(text: string, { millimetres, points, weight }: TextColumn): number {
  const room = millimetres / (points * MILLIMETRES_PER_POINT);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = textWidth(word, weight);
    const follows = used === 0 ? width : used + textWidth(' ', weight) + width;
    if (follows <= room) {
      used = follows;
    } else {
      lines += used === 0 ? 0 : 1;
      used = width;
    }
    for (; used > room; used -= room) lines += 1;
  }
  return lines;
}

function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return (
    ADVANCES[(code === NO_BREAK_SPACE_CODE ? FIRST_CODE : code) - FIRST_CODE] ??
    (isSquare(code) ? SQUARE : UNKNOWN)
  );
}
