import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, readCode } from '../../../src/main/printing/recordCode.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hashes = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

describe('the code on a page', () => {
  it('is 17 characters and a check, in groups, without letters that are misread', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        expect(codeOf(hash)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{2}$/);
      }),
    );
  });

  it('comes from the first 85 bits of the hash and from nothing else', () => {
    expect(codeOf('f'.repeat(64)).slice(0, 20)).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-');
    expect(codeOf('0'.repeat(64))).toBe('0000-0000-0000-0000-00');
    expect(codeOf(`${'a'.repeat(22)}${'0'.repeat(42)}`)).toBe(codeOf(`${'a'.repeat(22)}${'f'.repeat(42)}`));
  });

  it('shows every single wrong character by its check', () => {
    fc.assert(
      fc.property(hashes, fc.nat(16), fc.integer({ min: 1, max: 31 }), (hash, place, by) => {
        const values = [...codeOf(hash).replaceAll('-', '')].map((character) => ALPHABET.indexOf(character));
        const check = (digits: readonly number[]): number =>
          digits.slice(0, 17).reduce((sum, value, index) => (sum + (2 * index + 1) * value) % 32, 0);
        const wrong = values.map((value, index) => (index === place ? (value + by) % 32 : value));
        expect(check(values)).toBe(values[17]);
        expect(check(wrong)).not.toBe(wrong[17]);
      }),
    );
  });
});

describe('a code that is typed from paper', () => {
  const code = codeOf('7f3a9c'.repeat(11).slice(0, 64));

  it('is read whatever its dashes, spaces and letters, and O, I and L as the digits they look like', () => {
    const loose = ` ${code.toLowerCase().replaceAll('-', ' ')} `.replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readCode(loose)).toEqual({ ok: true, value: code });
    expect(readCode(code.replaceAll('-', ''))).toEqual({ ok: true, value: code });
  });

  it('is refused when one character is misread, wherever it stands', () => {
    for (const place of [...code].keys()) {
      if (code[place] === '-') continue;
      const wrong = code[place] === 'Z' ? 'Y' : 'Z';
      const misread = code.slice(0, place) + wrong + code.slice(place + 1);
      expect(readCode(misread), misread).toEqual({ ok: false, failure: 'check' });
    }
  });

  it('is refused when it is too short or too long, or has what no code has', () => {
    expect(readCode('')).toEqual({ ok: false, failure: 'length' });
    expect(readCode(code.slice(1))).toEqual({ ok: false, failure: 'length' });
    expect(readCode(`${code}0`)).toEqual({ ok: false, failure: 'length' });
    expect(readCode(code.replace(/.$/, 'U'))).toEqual({ ok: false, failure: 'character' });
    expect(readCode(code.replace(/.$/, '*'))).toEqual({ ok: false, failure: 'character' });
  });
});
