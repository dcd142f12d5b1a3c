import { describe, expect, it } from 'vitest';
import {
  compareQuantities,
  convert,
  derive,
  isQuantityText,
  minus,
  plus,
  quantity,
  quantityText,
  readQuantity,
  wholeQuantity,
} from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';

describe('a quantity as text', () => {
  it.each([
    [54n, 1n, '54'],
    [0n, 1n, '0'],
    [-54n, 1n, '-54'],
    [1n, 2n, '0.5'],
    [1n, 200n, '0.005'],
    [-1n, 20n, '-0.05'],
    [-25n, 2n, '-12.5'],
    [2_175n, 40n, '54.375'],
    [1_000n, 3n, '1000/3'],
    [-1n, 3n, '-1/3'],
    [1n, 12n, '1/12'],
  ] as const)('%s/%s is written %s, in full where its decimals end', (numerator, denominator, number) => {
    const value = quantity(rational(numerator, denominator), 'mg');
    expect(quantityText(value)).toBe(`${number} mg`);
    expect(readQuantity(`${number} mg`, 'mg')).toEqual(value);
  });

  it('is read to its value, also where it was not written shortest', () => {
    expect(readQuantity('0.50 mg', 'mg').value).toEqual(rational(1n, 2n));
    expect(readQuantity('2000/6 mL/h', 'mL/h').value).toEqual(rational(1_000n, 3n));
  });

  it.each([
    '54',
    '54mL/h',
    '54  mL/h',
    'x54 mL/h',
    '.5 mL/h',
    '5. mL/h',
    '1/ mL/h',
    '1.5/2 mL/h',
    '--5 mL/h',
    '1e3 mL/h',
    '54 mL/h ',
    '54 mL',
    '54 ml/h',
    '',
  ])('%j is none in mL/h', (text) => {
    expect(isQuantityText(text, 'mL/h')).toBe(false);
    expect(() => readQuantity(text as never, 'mL/h')).toThrow(`"${text}" is not a stored quantity in mL/h.`);
  });

  it.each(['54 mL/h', '0 mL/h', '-5 mL/h', '0.25 mL/h', '1000/3 mL/h', '0/3 mL/h'])('%j is one', (text) => {
    expect(isQuantityText(text, 'mL/h')).toBe(true);
  });

  it('over 0 is none', () => {
    expect(isQuantityText('1/0 mL/h', 'mL/h')).toBe(false);
    expect(() => readQuantity('1/0 mL/h', 'mL/h')).toThrow('denominator of 0');
  });
});

describe('quantities of one unit', () => {
  const [syringe, bag] = [readQuantity('12.5 mL', 'mL'), readQuantity('100 mL', 'mL')];

  it('are added and taken away in that unit', () => {
    expect(quantityText(plus(bag, syringe))).toBe('112.5 mL');
    expect(quantityText(minus(bag, syringe))).toBe('87.5 mL');
    expect(quantityText(minus(syringe, bag))).toBe('-87.5 mL');
  });

  it('are put in order', () => {
    expect(compareQuantities(syringe, bag)).toBe(-1);
    expect(compareQuantities(bag, syringe)).toBe(1);
    expect(compareQuantities(bag, wholeQuantity(100n, 'mL'))).toBe(0);
  });
});

describe('a quantity in another unit', () => {
  it('is the same amount', () => {
    expect(quantityText(convert(readQuantity('5 mcg/kg/min', 'mcg/kg/min'), 'mg/kg/h'))).toBe('0.3 mg/kg/h');
    expect(quantityText(convert(readQuantity('1.5 d', 'd'), 'h'))).toBe('36 h');
  });

  it('is never had where the two do not measure the same', () => {
    expect(() => convert(readQuantity('5 units', 'units'), 'mg')).toThrow(
      'units and mg do not measure the same',
    );
    expect(() => convert(readQuantity('5 mg', 'mg'), 'mg/kg')).toThrow(
      'mg and mg/kg do not measure the same',
    );
  });
});

describe('a formula', () => {
  const [dosePerKg, weight] = [readQuantity('0.5 mg/kg', 'mg/kg'), readQuantity('72 kg', 'kg')];
  const duration = readQuantity('40 min', 'min');

  it('multiplies and divides values and units alike', () => {
    expect(quantityText(derive('mg', [dosePerKg, weight]))).toBe('36 mg');
    expect(quantityText(derive('mcg/kg/min', [dosePerKg], [duration]))).toBe('12.5 mcg/kg/min');
    expect(quantityText(derive('mg/h', [dosePerKg, weight], [duration]))).toBe('54 mg/h');
  });

  it('that measures something else than it says throws, whatever its numbers', () => {
    const refused = 'The result is not measured in mg.';
    expect(() => derive('mg', [dosePerKg])).toThrow(refused);
    expect(() => derive('mg', [dosePerKg, weight, weight])).toThrow(refused);
    expect(() => derive('mg', [dosePerKg, weight], [duration])).toThrow(refused);
    expect(() => derive('mg', [], [])).toThrow(refused);
  });
});
