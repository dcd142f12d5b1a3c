import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantity, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import {
  compare,
  divide,
  magnitude,
  multiply,
  rational,
  subtract,
} from '../../../src/core/quantity/rational.ts';
import { isOnGrid, roundToStep, stepDown, stepUp } from '../../../src/core/quantity/round.ts';

const step = readQuantity('0.1 mL/h', 'mL/h');

describe('rounding to a step', () => {
  it.each([
    ['54.375 mL/h', '54.4 mL/h'],
    ['36.25 mL/h', '36.2 mL/h'],
    ['36.35 mL/h', '36.3 mL/h'],
    ['0.25 mL/h', '0.2 mL/h'],
    ['54 mL/h', '54 mL/h'],
    ['0.04 mL/h', '0 mL/h'],
  ] as const)('%s becomes %s, an exact half going down', (exact, rounded) => {
    expect(quantityText(roundToStep(readQuantity(exact, 'mL/h'), step))).toBe(rounded);
  });

  it.each([
    ['-36.25 mL/h', '-36.3 mL/h'],
    ['-36.24 mL/h', '-36.2 mL/h'],
    ['-0.04 mL/h', '0 mL/h'],
    ['0.05 mL/h', '0 mL/h'],
    ['-0.05 mL/h', '-0.1 mL/h'],
  ] as const)('below 0 goes the same way: %s becomes %s', (exact, rounded) => {
    expect(quantityText(roundToStep(readQuantity(exact, 'mL/h'), step))).toBe(rounded);
  });

  it.each([
    ['54.31 mL/h', '54.3 mL/h', '54.4 mL/h'],
    ['54.39 mL/h', '54.3 mL/h', '54.4 mL/h'],
    ['54.35 mL/h', '54.3 mL/h', '54.4 mL/h'],
    ['54.3 mL/h', '54.3 mL/h', '54.3 mL/h'],
  ] as const)('%s lies between the steps %s and %s', (exact, down, up) => {
    const value = readQuantity(exact, 'mL/h');
    expect([stepDown(value, step), stepUp(value, step)].map(quantityText)).toEqual([down, up]);
  });

  it('knows what a pump can be set to', () => {
    expect(isOnGrid(readQuantity('54.3 mL/h', 'mL/h'), step)).toBe(true);
    expect(isOnGrid(readQuantity('54.35 mL/h', 'mL/h'), step)).toBe(false);
    expect(isOnGrid(readQuantity('1/3 mL/h', 'mL/h'), step)).toBe(false);
    expect(isOnGrid(readQuantity('0 mL/h', 'mL/h'), step)).toBe(true);
  });

  it('lands on the grid and never further than half a step away', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 5n }), (n, d) => {
        const exact = quantity(rational(n, d), 'mL/h');
        const rounded = roundToStep(exact, step);
        expect(isOnGrid(rounded, step)).toBe(true);
        const distance = magnitude(subtract(rounded.value, exact.value));
        const half = divide(step.value, rational(2n));
        expect(compare(distance, half)).toBeLessThanOrEqual(0);
        // At an exact half the lower neighbour is taken.
        if (compare(distance, half) === 0) expect(compare(rounded.value, exact.value)).toBeLessThan(0);
        expect(multiply(divide(rounded.value, step.value), step.value)).toEqual(rounded.value);
      }),
    );
  });
});
