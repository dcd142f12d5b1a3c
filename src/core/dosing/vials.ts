import { derive, minus, type Quantity, quantity } from '../quantity/quantity.ts';
import { divide, multiply, rational } from '../quantity/rational.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { amountOf } from './doseUnits.ts';

/** The vials a volume of drug is drawn from. */
export type Vials<Amount extends AmountUnit> = {
  readonly count: bigint;
  /** All that is in them by their label. */
  readonly opened: Quantity<Amount>;
  /** What stays in the last one. */
  readonly left: Quantity<Amount>;
};

/**
 * Vials = volume drawn ÷ vial volume, rounded up; opened = vials × vial volume × strength;
 * left = opened − volume drawn × strength.
 *
 * By the volume on the label: a manufacturer's overfill is not counted on. Inputs are above 0.
 *
 * Source: reconciliation of the session summary, UX 4 D1 row 8 (opened = drawn + left in vial).
 */
export function vialsFor<Amount extends AmountUnit>(
  drawn: Quantity<'mL'>,
  vialVolume: Quantity<'mL'>,
  strength: Quantity<`${Amount}/mL`>,
): Vials<Amount> {
  const amount = amountOf(strength.unit) as AmountUnit as Amount;
  const fills = divide(drawn.value, vialVolume.value);
  const count = (fills.numerator + fills.denominator - 1n) / fills.denominator;
  const openedVolume = quantity(multiply(vialVolume.value, rational(count)), 'mL');
  const opened = derive(amount, [openedVolume, strength]);
  return { count, opened, left: minus<Amount>(opened, derive(amount, [drawn, strength])) };
}
