import { INTER_CHARACTERS } from '../styles/interCharacters.ts';
import { SCRIPT_FILES } from '../styles/scriptFonts.ts';

/**
 * What no bundled font has a glyph for would be printed as an empty box, or in whatever the computer has. It is printed
 * as its number instead, `[U+1F600]`, and said before. Source: HAZARDS H45.
 */

type Range = readonly [from: number, to: number];

/** Signs without a glyph of their own: they join, part and turn the letters beside them. */
const INVISIBLE = /[\n\t\u200c-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/u;

const RANGES: readonly Range[] = mergedRanges([
  ...INTER_CHARACTERS.map(rangeOf),
  ...SCRIPT_FILES.flatMap(({ characters }) => characters.replaceAll('U+', '').split(',').map(rangeOf)),
]);

/** A document whose every text can be printed: what cannot is its number. */
export function printable<Data>(data: Data): Data {
  return mapTexts(data, printableText) as Data;
}

/** The characters of a document that are printed as their number, each once. */
export function unprintable(data: unknown): readonly string[] {
  const found = new Set<string>();
  mapTexts(data, (text) => {
    for (const character of text) if (!isPrintable(character)) found.add(character);
    return text;
  });
  return [...found];
}

/** `[U+1F600]` */
export function numberOf(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `[U+${digits}]`;
}

function printableText(text: string): string {
  return [...text].map((character) => (isPrintable(character) ? character : numberOf(character))).join('');
}

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (INVISIBLE.test(character)) return true;
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = RANGES[middle] ?? [0, 0];
    if (code < from) high = middle - 1;
    else if (code > to) low = middle + 1;
    else return true;
  }
  return false;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, change)]));
}

/** `200C-200D` */
function rangeOf(text: string): Range {
  const [from = '', to = from] = text.trim().split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function mergedRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.toSorted(([left], [right]) => left - right)) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
