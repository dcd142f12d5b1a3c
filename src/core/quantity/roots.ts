import { compareProducts, type WholePower } from './comparePowers.ts';
import { add, multiply, type Rational, rational, subtract } from './rational.ts';

/** A number above 0 raised to any rational exponent. */
export type Power = { readonly base: Rational; readonly exponent: Rational };

/**
 * A root or a power to 12 significant digits, with the next number of 12 digits on either side. `value` is an exact
 * number from here on; the two others let the second engine prove that the true value lies nearest to it.
 */
export type TwelveDigits = {
  readonly value: Rational;
  readonly below: Rational;
  readonly above: Rational;
};

/** The 12 digits of a number are a whole number from 10^11 up to, but not including, 10^12. */
const FEWEST = 10n ** 11n;
const MOST = 10n ** 12n;
const LEADING_PLACE = 11n;

/** base^exponent to 12 significant digits, an exact half going down. Throws when the base is not above 0. */
export function powerTo12Digits(base: Rational, exponent: Rational): TwelveDigits {
  return productTo12Digits([{ base, exponent }]);
}

/**
 * The root of `value` to 12 significant digits, an exact half going down. `degree` is 2 for a square root. Throws when
 * the value is not above 0 or the degree is 0.
 */
export function rootTo12Digits(value: Rational, degree: bigint): TwelveDigits {
  return powerTo12Digits(value, rational(1n, degree));
}

/**
 * The product of powers to 12 significant digits, an exact half going down. It is rounded once, at the end: no power
 * in it is rounded by itself.
 *
 * Worked in whole numbers: with q the common denominator of the exponents, a candidate c is too small when
 * c^q is less than the product of base^(exponent × q). Source: precision of roots and powers, DESIGN 1.2; the rounding
 * rule of `round.ts`. Throws when a base is not above 0: callers refuse such input before.
 */
export function productTo12Digits(powers: readonly Power[]): TwelveDigits {
  if (powers.some(({ base }) => base.numerator <= 0n))
    throw new Error('A root or a power is only taken of a number above 0.');
  const compareTo = comparison(powers);
  const unit = powerOfTen(leadingExponent(compareTo) - LEADING_PLACE);
  const digits = nearestDigits((candidate) => compareTo(multiply(candidate, unit)));
  const value = multiply(rational(digits), unit);
  return {
    value,
    below: subtract(value, digits === FEWEST ? multiply(unit, rational(1n, 10n)) : unit),
    above: add(value, digits === MOST ? multiply(unit, rational(10n)) : unit),
  };
}

type Comparison = (candidate: Rational) => -1 | 0 | 1;

/** How a candidate compares with the product of `powers`, decided exactly. */
function comparison(powers: readonly Power[]): Comparison {
  const degree = powers.reduce(
    (product, { exponent }) => leastCommonMultiple(product, exponent.denominator),
    1n,
  );
  const whole = powers.map(({ base, exponent }) => {
    const times = (exponent.numerator * degree) / exponent.denominator;
    return times < 0n
      ? { over: base.denominator, under: base.numerator, exponent: -times }
      : { over: base.numerator, under: base.denominator, exponent: times };
  });
  const over = whole.map(({ over: base, exponent }): WholePower => ({ base, exponent }));
  const under = whole.map(({ under: base, exponent }): WholePower => ({ base, exponent }));
  return ({ numerator, denominator }) =>
    compareProducts(
      [...under, { base: numerator, exponent: degree }],
      [...over, { base: denominator, exponent: degree }],
    );
}

/** The exponent of the largest power of ten that is not above the value. */
function leadingExponent(compareTo: Comparison): bigint {
  let exponent = 0n;
  while (compareTo(powerOfTen(exponent + 1n)) <= 0) exponent += 1n;
  while (compareTo(powerOfTen(exponent)) > 0) exponent -= 1n;
  return exponent;
}

/** The smallest whole number that is at most half a unit below the value: the nearest, and the lower at a half. */
function nearestDigits(compareTo: Comparison): bigint {
  let [low, high] = [FEWEST, MOST];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (compareTo(rational(2n * middle + 1n, 2n)) >= 0) high = middle;
    else low = middle + 1n;
  }
  return low;
}

function powerOfTen(exponent: bigint): Rational {
  return exponent < 0n ? rational(1n, 10n ** -exponent) : rational(10n ** exponent);
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  return left * rational(right, left).numerator;
}
