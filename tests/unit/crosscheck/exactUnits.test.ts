import { describe, expect, it } from 'vitest';
import { agrees, isAtMost, measured, product, quotient } from '../../../src/core/crosscheck/exactUnits.ts';
import { addUpTo } from '../../../src/core/crosscheck/parts.ts';
import { usualGraduation } from '../../../src/core/crosscheck/syringe.ts';
import { quantityText } from '../../../src/core/quantity/quantity.ts';
import { read } from '../../support/exactText.ts';

describe('a unit of the second engine', () => {
  it('that has no place in a dose is not measured, and nothing agrees with it', () => {
    expect(() => measured(read('172 cm'))).toThrow('The second engine has no unit cm.');
    expect(() => measured(read('5 %'))).toThrow('The second engine has no unit %.');
    expect(() => measured(read('24 kg/m2'))).not.toThrow();
    expect(agrees(measured(read('5 mg')), read('5 %'))).toBe(false);
    expect(isAtMost(measured(read('5 mg')), read('172 cm'))).toBe(false);
  });

  it('that cancels leaves a number, which is no quantity', () => {
    const number = quotient(measured(read('36 mg')), measured(read('72 mg')));
    expect(agrees(number, read('0.5 mg'))).toBe(false);
    expect(isAtMost(number, read('1 mg'))).toBe(false);
    expect(agrees(product(number, measured(read('2 mL'))), read('1 mL'))).toBe(true);
  });
});

describe('parts of a whole', () => {
  it('are at least one: nothing adds up to nothing', () => {
    expect(addUpTo([], read('0 mL'))).toBe(false);
    expect(addUpTo([], read('36 mL'))).toBe(false);
    expect(addUpTo([read('0 mL')], read('0 mL'))).toBe(true);
  });
});

describe('the marks of a syringe', () => {
  it.each([
    ['0.03 mL', '0.01 mL'],
    ['0.999999 mL', '0.01 mL'],
    ['1 mL', '0.1 mL'],
    ['1.000001 mL', '0.1 mL'],
    ['50 mL', '0.1 mL'],
  ])('for %s are %s apart', (drawUp, graduation) => {
    expect(quantityText(usualGraduation(read(drawUp)))).toBe(graduation);
  });
});
