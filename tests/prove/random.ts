import { type Quantity, quantity } from '../../src/core/quantity/quantity.ts';
import { rational } from '../../src/core/quantity/rational.ts';
import type { Unit } from '../../src/core/quantity/units.ts';

/** Draws the same cases again from the same seed. */
export type Random = {
  /** A whole number from 0 up to and without `below`. */
  whole(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
  chance(oneIn: number): boolean;
};

/** Mulberry32: small, fast, and good enough to spread cases; nothing secret comes of it. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const whole = (below: number): number => next() % below;
  return {
    whole,
    pick: (values) => {
      const value = values[whole(values.length)];
      if (value === undefined) throw new Error('Nothing to pick from.');
      return value;
    },
    chance: (oneIn) => whole(oneIn) === 0,
  };
}

const MOST_DIGITS = 6;
const MOST_DECIMALS = 6;
/** Where rounding, grammar and limits turn: halves, the least and the largest, and values that do not end. */
const EDGES: readonly (readonly [bigint, bigint])[] = [
  [1n, 1n],
  [1n, 10n],
  [1n, 100n],
  [5n, 100n],
  [25n, 100n],
  [1n, 3n],
  [2n, 7n],
  [999n, 1n],
  [9_999n, 10n],
  [1n, 1_000_000n],
  [999_999n, 1n],
  [5n, 10n],
  [75n, 100n],
];

/** A quantity above 0 over the whole span that can be typed, every twentieth one an edge. */
export function drawn<U extends Unit>(random: Random, unit: U): Quantity<U> {
  if (random.chance(20)) {
    const [numerator, denominator] = random.pick(EDGES);
    return quantity(rational(numerator, denominator), unit);
  }
  const digits = 10 ** (1 + random.whole(MOST_DIGITS));
  const decimals = random.whole(MOST_DECIMALS + 1);
  return quantity(rational(BigInt(1 + random.whole(digits - 1)), 10n ** BigInt(decimals)), unit);
}

/** A quantity between two whole numbers, in steps of a tenth, a hundredth or a thousandth. */
export function between<U extends Unit>(random: Random, low: number, high: number, unit: U): Quantity<U> {
  const scale = random.pick([1, 10, 100, 1_000]);
  const value = low * scale + random.whole((high - low) * scale + 1);
  return quantity(rational(BigInt(Math.max(1, value)), BigInt(scale)), unit);
}
