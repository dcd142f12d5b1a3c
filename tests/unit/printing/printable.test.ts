import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printable, unprintable } from '../../../src/renderer/documents/printable.ts';
import { INTER_CHARACTERS } from '../../../src/renderer/styles/interCharacters.ts';
import { fontCharacters } from '../../support/fontCharacters.ts';

const PACKAGES = join(import.meta.dirname, '..', '..', '..', 'node_modules');
const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

describe('the characters that are printed', () => {
  it('are those both weights of Inter have a glyph for, as its files say', () => {
    const [regular, semibold] = ['Regular', 'SemiBold'].map((weight) =>
      fontCharacters(join(PACKAGES, 'inter-ui', 'web', `Inter-${weight}.woff2`)),
    );
    const inBoth = [...(regular ?? [])].filter((code) => semibold?.has(code) && !isPrivate(code) && code > 0);
    const listed = INTER_CHARACTERS.flatMap((range) => {
      const [from = '', to = from] = range.split('-');
      const start = Number.parseInt(from, 16);
      return Array.from({ length: Number.parseInt(to, 16) - start + 1 }, (_, index) => start + index);
    });
    expect(listed).toEqual(inBoth.toSorted((left, right) => left - right));
  });

  it('are every letter of the scripts names are written in', () => {
    for (const text of [
      'Łukaszewicz-Đặng Παπαδοπούλου Шевченко Їванна',
      'العربي ليلى كهن מרים',
      'शर्मा प्रिया श्रीमती สุขใจ มาลี',
      '王小明 龍國 髙橋 渡邉 山﨑 𠮷田 さくら カナ 김민지',
      '→ ✓ ≈ ≥ ≤ − × ÷ ± ° · ’ “ ” – — …',
    ])
      expect(unprintable(text), text).toEqual([]);
  });

  it('are joined, parted and turned by signs that need no glyph', () => {
    const signs = 'क्\u200dष क्\u200cष \u200eabc\u200f \u2067נ\u2069';
    expect(unprintable(signs)).toEqual([]);
    expect(printable(signs)).toBe(signs);
  });
});

describe('a character no font has', () => {
  it('is printed as its number, wherever it stands, and named once', () => {
    const data = { notes: ['Calm 😀', { text: '😀 and 𓀀' }], count: 3, none: null };
    expect(unprintable(data)).toEqual(['😀', '𓀀']);
    expect(printable(data)).toEqual({
      notes: ['Calm [U+1F600]', { text: '[U+1F600] and [U+13000]' }],
      count: 3,
      none: null,
    });
  });
});
