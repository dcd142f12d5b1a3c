import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type DripRateDisagreement, dripRateDisagreements } from '../crosscheck/dripBackward.ts';
import {
  derive,
  type Quantity,
  type QuantityText,
  quantityText,
  wholeQuantity,
} from '../quantity/quantity.ts';
import type { Rational } from '../quantity/rational.ts';
import { roundToStep } from '../quantity/round.ts';
import { err, type Result } from '../result.ts';
import { firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';
import { changePercent, type RoundingWeight, roundingWeight } from './pumpSetting.ts';

/** What a gravity drip is worked out from. The drop factor is printed on the giving set. */
export type DripRateInput = {
  readonly rate: Quantity<'mL/h'>;
  readonly dropFactor: Quantity<'gtt/mL'>;
};

/** Drops to count, as worked out and as they can be counted. */
export type DripRate = {
  readonly exact: Quantity<'gtt/min'>;
  /** Whole drops, an exact half down. */
  readonly set: Quantity<'gtt/min'>;
  /** The rate the whole drops give. */
  readonly achieved: Quantity<'mL/h'>;
  /** (set − exact) ÷ exact × 100. */
  readonly changePercent: Rational;
  /** How much the rounding matters. Whether a large change is acceptable is the caller's part. */
  readonly rounding: RoundingWeight;
};

export type DripRateRefusal =
  | NotAboveZero
  | { readonly kind: 'lessThanOneDrop'; readonly exact: QuantityText<'gtt/min'> }
  | EnginesDisagree<DripRateDisagreement>;

const ONE_DROP_PER_MINUTE = wholeQuantity(1n, 'gtt/min');

/**
 * Gravity drip: drops per minute = rate (mL/h) × drop factor (drops per mL) ÷ 60 min/h, then whole drops, an exact
 * half down. The rate achieved (mL/h) = whole drops × 60 ÷ drop factor.
 *
 * Refuses a rate or drop factor that is not above 0, and a rate of half a drop per minute or less, which would leave
 * nothing to count. Never clamps.
 *
 * Source: definition of the drop factor; DOMAIN 2 (1,000 mL in 8 h at 20 drops per mL are 41.7 drops per minute);
 * rounding policy of UX 3.6.
 */
export function dripRate(input: DripRateInput): Result<DripRate, DripRateRefusal> {
  const { rate, dropFactor } = input;
  const notAboveZero = firstNotAboveZero({ rate, dropFactor });
  if (notAboveZero) return err(notAboveZero);
  const exact = derive('gtt/min', [rate, dropFactor]);
  const set = roundToStep(exact, ONE_DROP_PER_MINUTE);
  if (set.value.numerator === 0n) return err({ kind: 'lessThanOneDrop', exact: quantityText(exact) });
  const change = changePercent(exact.value, set.value);
  const drip: DripRate = {
    exact,
    set,
    achieved: derive('mL/h', [set], [dropFactor]),
    changePercent: change,
    rounding: roundingWeight(change),
  };
  return confirmed(drip, dripRateDisagreements(input, drip));
}
