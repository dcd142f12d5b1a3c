import type { Exact } from './fractions.ts';

/** A fraction above 0 raised to a whole power. */
export type RaisedFraction = readonly [base: Exact, exponent: bigint];

/**
 * The order of two products of powers, exact: below 0, 0 or above 0.
 *
 * Each denominator goes to the other side, so that whole numbers are compared. They can have 60,000 digits: first
 * they are multiplied out to 60 digits or more, once with everything dropped rounded down and once up. Only where
 * that cannot tell them apart are they multiplied out in full.
 */
export function orderOfPowers(left: readonly RaisedFraction[], right: readonly RaisedFraction[]): -1 | 0 | 1 {
  const leftWhole = [...left.map(numerators), ...right.map(denominators)];
  const rightWhole = [...right.map(numerators), ...left.map(denominators)];
  const [leftSpan, rightSpan] = [productSpan(leftWhole), productSpan(rightWhole)];
  if (isLess(most(leftSpan), least(rightSpan))) return -1;
  if (isLess(most(rightSpan), least(leftSpan))) return 1;
  const [leftFull, rightFull] = [productInFull(leftWhole), productInFull(rightWhole)];
  if (leftFull < rightFull) return -1;
  return leftFull > rightFull ? 1 : 0;
}

type RaisedWhole = readonly [base: bigint, exponent: bigint];

/** A whole number, times ten to the power `tens`. */
type Scaled = readonly [digits: bigint, tens: bigint];

/** The least and the most a product can be. */
type Span = readonly [least: Scaled, most: Scaled];

const DROPPED_PLACES = 20n;
const DROPPED = 10n ** DROPPED_PLACES;
/** From 80 digits on, 20 are dropped at a time: at least 60 stay. */
const TOO_LONG = 10n ** 80n;

function numerators([base, exponent]: RaisedFraction): RaisedWhole {
  return [base.n as unknown as bigint, exponent];
}

function denominators([base, exponent]: RaisedFraction): RaisedWhole {
  return [base.d as unknown as bigint, exponent];
}

function productInFull(powers: readonly RaisedWhole[]): bigint {
  return powers.reduce((product, [base, exponent]) => product * base ** exponent, 1n);
}

function productSpan(powers: readonly RaisedWhole[]): Span {
  let span: Span = [
    [1n, 0n],
    [1n, 0n],
  ];
  for (const [base, exponent] of powers) span = raisedInto(span, base, exponent);
  return span;
}

/** `span` × base^exponent, the exponent taken bit by bit from the lowest. */
function raisedInto(span: Span, base: bigint, exponent: bigint): Span {
  let [product, square]: [Span, Span] = [
    span,
    [
      [base, 0n],
      [base, 0n],
    ],
  ];
  for (let rest = exponent; rest > 0n; rest /= 2n) {
    if (rest % 2n === 1n) product = timesSpan(product, square);
    square = timesSpan(square, square);
  }
  return product;
}

function timesSpan(left: Span, right: Span): Span {
  return [
    shortened(least(left), least(right), (digits) => digits / DROPPED),
    shortened(most(left), most(right), (digits) => (digits + DROPPED - 1n) / DROPPED),
  ];
}

function shortened(left: Scaled, right: Scaled, drop: (digits: bigint) => bigint): Scaled {
  let [digits, tens] = [left[0] * right[0], left[1] + right[1]];
  while (digits >= TOO_LONG) [digits, tens] = [drop(digits), tens + DROPPED_PLACES];
  return [digits, tens];
}

function least(span: Span): Scaled {
  return span[0];
}

function most(span: Span): Scaled {
  return span[1];
}

function isLess(left: Scaled, right: Scaled): boolean {
  const tens = left[1] < right[1] ? left[1] : right[1];
  return left[0] * 10n ** (left[1] - tens) < right[0] * 10n ** (right[1] - tens);
}
