import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  magnitude,
  multiply,
  type Rational,
  rational,
  subtract,
  terminates,
  ZERO,
} from '../../../src/core/quantity/rational.ts';

const shown = ({ numerator, denominator }: Rational): string => `${numerator}/${denominator}`;

describe('an exact number', () => {
  it.each([
    [6n, 4n, '3/2'],
    [-6n, 4n, '-3/2'],
    [6n, -4n, '-3/2'],
    [-6n, -4n, '3/2'],
    [7n, 1n, '7/1'],
    [0n, 9n, '0/1'],
    [0n, -9n, '0/1'],
    [1_000_000n, 3_000n, '1000/3'],
  ])('%s over %s stands in lowest terms, its sign above the line', (numerator, denominator, expected) => {
    expect(shown(rational(numerator, denominator))).toBe(expected);
  });

  it('without a denominator is whole', () => {
    expect(shown(rational(40n))).toBe('40/1');
    expect(shown(ZERO)).toBe('0/1');
  });

  it('has no denominator of 0', () => {
    const refused = 'A rational number has no denominator of 0.';
    expect(() => rational(1n, 0n)).toThrow(refused);
    expect(() => rational(0n, 0n)).toThrow(refused);
    expect(() => divide(rational(5n), ZERO)).toThrow(refused);
  });

  it('is worked with as on paper', () => {
    const [half, third] = [rational(1n, 2n), rational(1n, 3n)];
    expect(shown(add(half, third))).toBe('5/6');
    expect(shown(subtract(third, half))).toBe('-1/6');
    expect(shown(multiply(half, third))).toBe('1/6');
    expect(shown(divide(half, third))).toBe('3/2');
    expect(shown(divide(rational(-1n, 2n), third))).toBe('-3/2');
    expect(shown(divide(half, rational(-1n, 3n)))).toBe('-3/2');
  });

  it('of a third, taken three times, is one: nothing is lost', () => {
    const third = rational(1n, 3n);
    expect(equals(add(add(third, third), third), rational(1n))).toBe(true);
  });

  it('is put in order', () => {
    expect(compare(rational(1n, 3n), rational(1n, 2n))).toBe(-1);
    expect(compare(rational(1n, 2n), rational(1n, 3n))).toBe(1);
    expect(compare(rational(2n, 4n), rational(1n, 2n))).toBe(0);
    expect(compare(rational(-1n, 2n), rational(-1n, 3n))).toBe(-1);
    expect(equals(rational(2n, 4n), rational(1n, 2n))).toBe(true);
    expect(equals(rational(1n, 2n), rational(1n, 3n))).toBe(false);
  });

  it('has a size whatever its sign', () => {
    expect(shown(magnitude(rational(-4n, 29n)))).toBe('4/29');
    expect(shown(magnitude(rational(4n, 29n)))).toBe('4/29');
    expect(shown(magnitude(ZERO))).toBe('0/1');
  });

  it.each([
    [rational(5n), true],
    [rational(1n, 8n), true],
    [rational(1n, 25n), true],
    [rational(-3n, 40n), true],
    [rational(1n, 3n), false],
    [rational(1n, 6n), false],
    [rational(1n, 15n), false],
    [rational(7n, 30n), false],
  ])('%o has decimals that end: %s', (value, ends) => {
    expect(terminates(value)).toBe(ends);
  });

  it('gives back what was added, taken away, multiplied and divided', () => {
    const numbers = fc
      .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
      .map(([numerator, denominator]) => rational(numerator, denominator));
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        expect(subtract(add(left, right), right)).toEqual(left);
        expect(compare(add(left, right), left)).toBe(compare(right, ZERO));
        if (right.numerator === 0n) return;
        expect(divide(multiply(left, right), right)).toEqual(left);
      }),
    );
  });
});
