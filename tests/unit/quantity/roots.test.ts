import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProducts } from '../../../src/core/quantity/comparePowers.ts';
import { quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import { add, compare, multiply, type Rational, rational } from '../../../src/core/quantity/rational.ts';
import {
  powerTo12Digits,
  productTo12Digits,
  rootTo12Digits,
  type TwelveDigits,
} from '../../../src/core/quantity/roots.ts';

/** A number from its decimal text. */
function number(text: string): Rational {
  const [whole = '', decimals = ''] = text.split('.');
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

function shown({ below, value, above }: TwelveDigits): readonly string[] {
  return [below, value, above].map((part) => quantityText(quantity(part, 'm2')).replace(' m2', ''));
}

function raised(base: Rational, exponent: bigint): Rational {
  return rational(base.numerator ** exponent, base.denominator ** exponent);
}

describe('a root to 12 digits', () => {
  it.each([
    ['2', 2n, ['1.41421356236', '1.41421356237', '1.41421356238']],
    ['2', 3n, ['1.25992104988', '1.25992104989', '1.2599210499']],
    ['0.5', 2n, ['0.707106781186', '0.707106781187', '0.707106781188']],
    ['1000000', 3n, ['99.9999999999', '100', '100.000000001']],
    ['123456789012', 1n, ['123456789011', '123456789012', '123456789013']],
    ['1234567890123', 1n, ['1234567890110', '1234567890120', '1234567890130']],
    ['0.000000000002', 2n, ['0.00000141421356236', '0.00000141421356237', '0.00000141421356238']],
  ] as const)('of %s, degree %s, lies between its neighbours', (value, degree, expected) => {
    expect(shown(rootTo12Digits(number(value), degree))).toEqual(expected);
  });

  it('of a power of ten has a neighbour ten times as close below it as above it', () => {
    const neighbours = ['0.999999999999', '1', '1.00000000001'];
    expect(shown(rootTo12Digits(rational(1n), 2n))).toEqual(neighbours);
    // 0.9999999999996 rounds up to 1: the digits carry over and the neighbours are those of 1.
    expect(shown(rootTo12Digits(raised(number('0.9999999999996'), 2n), 2n))).toEqual(neighbours);
    // 0.9999999999995 is an exact half and stays below.
    expect(shown(rootTo12Digits(raised(number('0.9999999999995'), 2n), 2n))).toEqual([
      '0.999999999998',
      '0.999999999999',
      '1',
    ]);
  });

  it.each([
    ['1.234567890125', '1.23456789012'],
    ['1.2345678901250000001', '1.23456789013'],
    ['1.234567890115', '1.23456789011'],
    ['1.2345678901149999999', '1.23456789011'],
  ])('%s goes to %s, an exact half down, however high the power', (exact, expected) => {
    for (const degree of [1n, 2n, 40n]) {
      const root = rootTo12Digits(raised(number(exact), degree), degree);
      expect(shown(root)[1]).toBe(expected);
    }
  });

  it('is refused as a mistake for a number that is not above 0', () => {
    expect(() => rootTo12Digits(rational(0n), 2n)).toThrow('above 0');
    expect(() => rootTo12Digits(rational(-4n), 2n)).toThrow('above 0');
    expect(() => rootTo12Digits(rational(4n), 0n)).toThrow('denominator of 0');
  });
});

describe('a power to 12 digits', () => {
  it.each([
    ['2', rational(1n, 2n), '1.41421356237'],
    ['2', rational(-1n, 2n), '0.707106781187'],
    ['0.25', rational(-3n, 2n), '8'],
    ['72', rational(17n, 40n), '6.15695970043'],
    ['172', rational(3964n, 10_000n), '7.69420009491'],
    ['7', rational(0n), '1'],
    ['7', rational(3n), '343'],
  ] as const)('%s to the power %o is %s', (base, exponent, expected) => {
    expect(shown(powerTo12Digits(number(base), exponent))[1]).toBe(expected);
  });

  it('of a fraction takes its numerator and its denominator', () => {
    expect(shown(powerTo12Digits(rational(2n, 3n), rational(1n, 2n)))[1]).toBe('0.816496580928');
    expect(shown(powerTo12Digits(rational(2n, 3n), rational(-1n, 2n)))[1]).toBe('1.22474487139');
  });

  it('rounds a product once, at its end', () => {
    // 1.41421356237 × 2.2360679775, rounded apart, is 3.16227766016; the root of 10 is 3.162277660168.
    const product = productTo12Digits([
      { base: rational(2n), exponent: rational(1n, 2n) },
      { base: rational(5n), exponent: rational(1n, 2n) },
    ]);
    expect(shown(product)[1]).toBe('3.16227766017');
    expect(shown(productTo12Digits([]))[1]).toBe('1');
    const mixed = productTo12Digits([
      { base: rational(8n), exponent: rational(1n, 6n) },
      { base: rational(2n), exponent: rational(1n, 4n) },
      { base: rational(2n), exponent: rational(-3n, 4n) },
    ]);
    expect(shown(mixed)).toEqual(['0.999999999999', '1', '1.00000000001']);
  });

  it('is proved by whole powers: the half-way points lie on either side of the true value', () => {
    const numbers = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
      .map(([n, d]) => rational(n, d));
    const degrees = fc.bigInt({ min: 1n, max: 9n });
    fc.assert(
      fc.property(numbers, degrees, degrees, (base, times, degree) => {
        const { below, value, above } = powerTo12Digits(base, rational(times, degree));
        const truth = raised(base, times);
        const half = rational(1n, 2n);
        expect(compare(raised(multiply(add(below, value), half), degree), truth)).toBe(-1);
        expect(compare(raised(multiply(add(value, above), half), degree), truth)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a number of 12 digits back exactly', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 11n, max: 10n ** 12n - 1n }),
        fc.integer({ min: -20, max: 20 }),
        fc.bigInt({ min: 1n, max: 12n }),
        (digits, place, degree) => {
          const scale = 10n ** BigInt(Math.abs(place));
          const exact = place < 0 ? rational(digits, scale) : rational(digits * scale);
          expect(rootTo12Digits(raised(exact, degree), degree).value).toEqual(exact);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('comparing products of powers', () => {
  const power = (base: bigint, exponent: bigint) => ({ base, exponent });

  it.each([
    ['2^10 and 1024', [power(2n, 10n)], [power(1024n, 1n)], 0],
    ['2^10 and 1025', [power(2n, 10n)], [power(1025n, 1n)], -1],
    ['2^10 and 1023', [power(2n, 10n)], [power(1023n, 1n)], 1],
    ['nothing and nothing, both 1', [], [], 0],
    ['7^0 and 1', [power(7n, 0n)], [], 0],
    ['1 and 2', [], [power(2n, 1n)], -1],
    ['6^3000 and 2^3000 × 3^3000', [power(6n, 3_000n)], [power(2n, 3_000n), power(3n, 3_000n)], 0],
    ['2^3000 × 3^3001 and 6^3000', [power(2n, 3_000n), power(3n, 3_001n)], [power(6n, 3_000n)], 1],
    ['a side that is larger by 2 × 10^-59', [power(10n ** 60n + 1n, 20n)], [power(10n, 1_200n)], 1],
    ['a side that is smaller by 2 × 10^-59', [power(10n, 1_200n)], [power(10n ** 60n + 1n, 20n)], -1],
    ['(10^60)^20 and 10^1200', [power(10n ** 60n, 20n)], [power(10n, 1_200n)], 0],
    ['2^300 and one more', [power(2n, 300n)], [power(2n ** 300n + 1n, 1n)], -1],
    ['one more than 2^300 and 2^300', [power(2n ** 300n + 1n, 1n)], [power(2n, 300n)], 1],
    ['2^100000 and 2', [power(2n, 100_000n)], [power(2n, 1n)], 1],
    ['2 and 2^100000', [power(2n, 1n)], [power(2n, 100_000n)], -1],
  ])('%s', (_name, left, right, expected) => {
    expect(compareProducts(left, right)).toBe(expected);
  });

  it('agrees with the powers multiplied out', () => {
    const products = fc.array(
      fc.record({
        base: fc.bigInt({ min: 1n, max: 10n ** 20n }),
        exponent: fc.bigInt({ min: 0n, max: 60n }),
      }),
      { maxLength: 3 },
    );
    const inFull = (powers: readonly { base: bigint; exponent: bigint }[]) =>
      powers.reduce((product, { base, exponent }) => product * base ** exponent, 1n);
    fc.assert(
      fc.property(products, products, (left, right) => {
        expect(compareProducts(left, right)).toBe(compare(rational(inFull(left)), rational(inFull(right))));
        expect(compareProducts(left, [...left])).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
