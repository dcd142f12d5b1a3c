import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Every character a WOFF2 file has a glyph for, read from its `cmap` (formats 4 and 12). Sources: W3C WOFF 2.0, section
 * 4; OpenType, cmap. Written for the tests alone.
 */
export function fontCharacters(file: string): ReadonlySet<number> {
  const cmap = cmapOf(readFileSync(file));
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + index * 8));
  const found = new Set<number>();
  for (const at of tables) {
    const format = cmap.readUInt16BE(at);
    if (format === 4) readSegments(cmap.subarray(at), found);
    if (format === 12) readGroups(cmap.subarray(at), found);
  }
  return found;
}

const HEADER = 48;
/** The tables a WOFF2 file names by a number. `cmap` is the first, `glyf` and `loca` are stored in another form. */
const CMAP = 0;
const OTHER_FORM = [10, 11];
const NAMED_BY_LETTERS = 63;

function cmapOf(file: Buffer): Buffer {
  const count = file.readUInt16BE(12);
  const compressed = file.readUInt32BE(20);
  let at = HEADER;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if ((byte & 128) === 0) return value;
    }
  };
  let offset = 0;
  let place = { start: 0, length: 0 };
  for (let table = 0; table < count; table += 1) {
    const flags = file.readUInt8(at++);
    const kind = flags & 63;
    if (kind === NAMED_BY_LETTERS) at += 4;
    const length = number();
    const isTransformed = OTHER_FORM.includes(kind) ? flags >> 6 === 0 : flags >> 6 !== 0;
    const stored = isTransformed ? number() : length;
    if (kind === CMAP) place = { start: offset, length: stored };
    offset += stored;
  }
  const data = brotliDecompressSync(file.subarray(at, at + compressed));
  return data.subarray(place.start, place.start + place.length);
}

function readSegments(table: Buffer, found: Set<number>): void {
  const doubled = table.readUInt16BE(6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = table.readUInt16BE(14 + segment);
    const startAt = 16 + doubled + segment;
    const start = table.readUInt16BE(startAt);
    const delta = table.readInt16BE(startAt + doubled);
    const rangeAt = startAt + doubled * 2;
    const range = table.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(rangeAt + range + (code - start) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}

function readGroups(table: Buffer, found: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1) found.add(code);
  }
}
