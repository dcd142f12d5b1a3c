import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatCount,
  formatNumber,
  formatNumberText,
  formatParts,
  formatQuantityText,
  readAnyQuantity,
  writtenUnit,
} from '../../../src/core/quantity/format.ts';
import {
  isQuantityText,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';

const plain = (text: QuantityText): string => formatQuantityText(text).replaceAll('\u00a0', ' ');

describe('a count', () => {
  it.each([
    [0, '0'],
    [12, '12'],
    [999, '999'],
    [1284, '1,284'],
    [1284567n, '1,284,567'],
  ])('of %s is written %s', (count, written) => {
    expect(formatCount(count)).toBe(written);
  });
});

describe('the one formatter', () => {
  it.each([
    ['36 mg', '36 mg'],
    ['0.004567 mL', '0.005 mL'],
    ['0.5 mg/kg', '0.5 mg/kg'],
    ['2112 mg', '2,112 mg'],
    ['1234567.5 mg', '1,234,567.5 mg'],
    ['1 mg/mL', '1 mg per mL'],
    ['0.29375 mg/kg', '0.29375 mg/kg'],
    ['362/725 mg/kg', '0.4993 mg/kg'],
    ['19.575 mL', '19.575 mL'],
    ['7200000000/45359237 lb', '159 lb'],
    ['0 mg', '0 mg'],
    ['999 mg', '999 mg'],
    ['1000 mg', '1,000 mg'],
    ['-2112.5 mg', '−2,112.5 mg'],
    ['0.000001 mg', '0.000001 mg'],
    ['1/300 mg', '0.003333 mg'],
    ['0.00001 mg', '0.00001 mg'],
    ['0.123456 mg', '0.1235 mg'],
    ['1.0625 mL', '1.062 mL'],
    ['24.36 kg/m2', '24.4 kg/m2'],
    ['1/3 %', '0.33 %'],
    ['36.66 °C', '36.7 °C'],
    ['72.5 lb', '72 lb'],
    ['60 mg/kg/mL', '60 mg/kg per mL'],
    ['20 gtt/mL', '20 gtt per mL'],
    ['20 mL/h', '20 mL/h'],
  ] as const)('writes %s as %s', (stored, written) => {
    expect(plain(stored)).toBe(written);
  });

  it('puts a no-break space before the unit and inside "mg per mL"', () => {
    expect(formatQuantityText('1 mg/mL')).toBe('1\u00a0mg\u00a0per\u00a0mL');
  });

  it('gives a number without its unit for a column that names it', () => {
    expect(formatNumberText('2112.5 mg')).toBe('2,112.5');
    expect(formatNumber(readQuantity('-0.5 mL', 'mL'))).toBe('−0.5');
  });

  it('shortens to the decimals that are asked for, an exact half down', () => {
    expect(formatNumberText('36.25 mL/h', 1)).toBe('36.2');
    expect(formatNumberText('36.26 mL/h', 1)).toBe('36.3');
    expect(formatNumberText('36.5 mL/h', 0)).toBe('36');
    expect(plain('40 min')).toBe('40 min');
    expect(formatParts(readQuantity('36.25 mL/h', 'mL/h'), 1).exact).toBe(false);
    expect(formatParts(readQuantity('36.25 mL/h', 'mL/h'), 2).exact).toBe(true);
  });

  it('gives the parts that are set in different sizes', () => {
    expect(formatParts(readQuantity('-1234.5 mg/mL', 'mg/mL'))).toEqual({
      sign: '−',
      whole: '1,234',
      fraction: '5',
      unit: 'mg\u00a0per\u00a0mL',
      exact: true,
    });
    expect(formatParts(readQuantity('36 mg', 'mg'))).toMatchObject({ sign: '', whole: '36', fraction: '' });
  });

  it('writes a strength in words and a rate with a slash', () => {
    expect(writtenUnit('mg/kg/mL')).toBe('mg/kg\u00a0per\u00a0mL');
    expect(writtenUnit('mL/h')).toBe('mL/h');
    expect(writtenUnit('mL')).toBe('mL');
  });

  it('knows no unit but its own', () => {
    expect(readAnyQuantity('54 mL/h')).toEqual(readQuantity('54 mL/h', 'mL/h'));
    expect(readAnyQuantity('12 per min')).toEqual(readQuantity('12 per min', 'per min'));
    expect(() => readAnyQuantity('54 ml/h' as never)).toThrow('"54 ml/h" carries no known unit.');
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
    expect(formatChange(rational(3n, 5n))).toBe('+0.6\u00a0%');
    expect(formatChange(rational(-1n, 3n), 1)).toBe('−0.3\u00a0%');
  });

  it('gives a change too small to be shown no sign', () => {
    expect(formatChange(rational(1n, 1_000n))).toBe('0\u00a0%');
    expect(formatChange(rational(1n, 1_000n), 3)).toBe('+0.001\u00a0%');
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
