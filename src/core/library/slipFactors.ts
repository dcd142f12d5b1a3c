import type { Unit } from '../quantity/quantity.ts';
import { compare, divide, magnitude, type Rational, rational, subtract } from '../quantity/rational.ts';
import { measureOf } from '../quantity/units.ts';

/** A typed value many times too large or too small. */
export type FactorSlip = Factor | PoundSlip;
export type Factor = keyof typeof FACTORS;
export type PoundSlip = (typeof POUNDS)[number]['kind'];

/** typed ÷ meant: the shifted point, minutes for hours, milligrams for micrograms. Source: UX 0.4 and 3.7. */
export const FACTORS = {
  tenTimes: rational(10n),
  tenth: rational(1n, 10n),
  thousandTimes: rational(1_000n),
  thousandth: rational(1n, 1_000n),
  sixtyTimes: rational(60n),
  sixtieth: rational(1n, 60n),
} as const;

/** Around 2.2046, the pounds in a kilogram, and its inverse; both ends belong to it. Source: H02 and UX 3.7. */
const POUNDS = [
  { kind: 'poundsForKilograms', lowest: rational(21n, 10n), highest: rational(23n, 10n) },
  { kind: 'kilogramsForPounds', lowest: rational(43n, 100n), highest: rational(48n, 100n) },
] as const;

/** Within this share of a reference a value is that reference again. Source: the ±10 % of H02 and UX 3.7. */
const NEAR = rational(1n, 10n);

/** The factors a value of that unit can be off by: 60 only where the unit holds a time, 10 and 1,000 anywhere. */
export function factorsFor(unit: Unit): readonly Factor[] {
  const tenfold = ['tenTimes', 'tenth', 'thousandTimes', 'thousandth'] as const;
  return measureOf(unit).dimension.time === undefined ? tenfold : [...tenfold, 'sixtyTimes', 'sixtieth'];
}

/** True within 10 % of the factor, both ends included: 9 to 11 times for ten times. */
export function isNearFactor(ratio: Rational, factor: Rational): boolean {
  return compare(magnitude(subtract(divide(ratio, factor), rational(1n))), NEAR) <= 0;
}

/** Whether two body weights stand to one another as pounds to kilograms: 2.1 to 2.3, or 0.43 to 0.48. */
export function poundSlip(ratio: Rational): PoundSlip | undefined {
  return POUNDS.find(({ lowest, highest }) => compare(ratio, lowest) >= 0 && compare(ratio, highest) <= 0)
    ?.kind;
}
