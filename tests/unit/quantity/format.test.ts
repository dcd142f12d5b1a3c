import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChange, formatParts, formatQuantityText } from '../../../src/core/quantity/format.ts';
import {
  formatElapsed,
  formatMinutes,
  formatMinutesLeft,
} from '../../../src/core/quantity/formatDuration.ts';
import {
  isQuantityText,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import { numberInWords } from '../../../src/core/quantity/words.ts';

const plain = (text: QuantityText): string => formatQuantityText(text).replaceAll('\u00a0', ' ');

describe('the one formatter', () => {
  it.each([
    ['36 mg', '36 mg'],
    ['0.5 mg/kg', '0.5 mg/kg'],
    ['2112 mg', '2,112 mg'],
    ['1234567.5 mg', '1,234,567.5 mg'],
    ['1 mg/mL', '1 mg per mL'],
    ['0.29375 mg/kg', '0.29375 mg/kg'],
    ['362/725 mg/kg', '0.4993 mg/kg'],
    ['19.575 mL', '19.575 mL'],
    ['7200000000/45359237 lb', '159 lb'],
  ] as const)('writes %s as %s', (stored, written) => {
    expect(plain(stored)).toBe(written);
  });

  it('puts a no-break space before the unit and inside "mg per mL"', () => {
    expect(formatQuantityText('1 mg/mL')).toBe('1\u00a0mg\u00a0per\u00a0mL');
  });

  it('says when a value had to be shortened', () => {
    expect(formatParts(readQuantity('362/725 mg/kg', 'mg/kg')).exact).toBe(false);
    expect(formatParts(readQuantity('0.75 mg/kg/h', 'mg/kg/h')).exact).toBe(true);
  });

  it('never writes a trailing zero, a naked point or a micro sign', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        const text = formatParts(quantity(rational(n, d), 'mg'));
        expect(text.fraction).not.toMatch(/0$/);
        expect(text.whole).toMatch(/^\d{1,3}(,\d{3})*$/);
      }),
    );
  });

  it('signs a change from rounding', () => {
    expect(formatChange(rational(-4n, 29n))).toBe('−0.14\u00a0%');
    expect(formatChange(rational(1n, 20n))).toBe('+0.05\u00a0%');
    expect(formatChange(rational(0n))).toBe('0\u00a0%');
  });
});

describe('a stored quantity', () => {
  it('comes back as it was written, terminating or not', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (n, d) => {
          const value = quantity(rational(n, d), 'mL/h');
          expect(readQuantity(quantityText(value), 'mL/h')).toEqual(value);
        },
      ),
    );
  });

  it('is refused in another unit', () => {
    expect(() => readQuantity('54 mL' as never, 'mL/h')).toThrow();
    expect(isQuantityText('54 mL', 'mL/h')).toBe(false);
    expect(isQuantityText('1/0 mL', 'mL')).toBe(false);
  });
});

describe('durations', () => {
  it('are spelt in whole units', () => {
    const spoken = (text: string): string => text.replaceAll('\u00a0', ' ');
    expect(spoken(formatMinutes(readQuantity('500/9 min', 'min')))).toBe('55 min 33 s');
    expect(spoken(formatMinutes(readQuantity('2715/68 min', 'min')))).toBe('39 min 56 s');
    expect(spoken(formatMinutes(readQuantity('40 min', 'min')))).toBe('40 min');
    expect(spoken(formatElapsed(2_300_000))).toBe('38 min 20 s');
    expect(spoken(formatElapsed(2 * 86_400_000 + 3 * 3_600_000 + 20 * 60_000))).toBe('2 d 03 h 20 min');
    expect(spoken(formatMinutesLeft(28 * 60_000 + 1))).toBe('29 min');
  });
});

describe('a number in words', () => {
  it('says each digit after the point', () => {
    expect(numberInWords('0.5', 'mg/kg')).toBe('zero point five milligrams per kilogram');
    expect(numberInWords('1', 'mg')).toBe('one milligram');
    expect(numberInWords('1234.05', 'mL')).toBe(
      'one thousand two hundred thirty-four point zero five millilitres',
    );
  });
});
