import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import {
  type DoseOverDurationDisagreement,
  doseOverDurationDisagreements,
} from '../crosscheck/ratesBackward.ts';
import { derive, type Quantity } from '../quantity/quantity.ts';
import type { DurationUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import { bridgeFor, type Infusate, type InfusateRefusal } from './continuousRate.ts';
import {
  type AmountIn,
  amountOf,
  bodyFactors,
  type DoseOrderUnit,
  firstNotAboveZero,
  type NotAboveZero,
} from './doseUnits.ts';

/** A dose given evenly over a set time. */
export type DoseOverDurationOrder<U extends DoseOrderUnit> = Infusate & {
  readonly dose: Quantity<U>;
  readonly duration: Quantity<DurationUnit>;
};

/** The sum of a dose over a duration, exact. */
export type DoseOverDuration<U extends DoseOrderUnit> = {
  readonly dose: Quantity<AmountIn<U>>;
  readonly volume: Quantity<'mL'>;
  readonly rate: Quantity<'mL/h'>;
  /** The order's own unit per hour: mg/kg over 40 min gives mg/kg/h. */
  readonly doseRate: Quantity<`${U}/h`>;
};

export type DoseOverDurationRefusal =
  | InfusateRefusal
  | NotAboveZero
  | EnginesDisagree<DoseOverDurationDisagreement>;

/**
 * A dose given evenly over a duration:
 * dose = order × weight or surface; volume (mL) = dose ÷ concentration; rate (mL/h) = volume ÷ duration;
 * dose rate = order ÷ duration. A fluid ordered in mL is its own volume.
 *
 * Exact and not rounded; the pump's step is applied in `pumpRate`. Refuses what `continuousRate` refuses, and a
 * duration that is not above 0.
 *
 * Source: working of the plan screen, UX 3.6; ASA Monitor 85(1):40.
 */
export function doseOverDuration<U extends DoseOrderUnit>(
  order: DoseOverDurationOrder<U>,
): Result<DoseOverDuration<U>, DoseOverDurationRefusal> {
  const { dose, duration, concentration, weight, surface } = order;
  const notAboveZero = firstNotAboveZero({ dose, duration, concentration, weight, surface });
  if (notAboveZero) return err(notAboveZero);
  const body = bodyFactors(dose.unit, order);
  if (!body.ok) return body;
  const bridge = bridgeFor(dose.unit, order);
  if (!bridge.ok) return bridge;
  const volume = derive('mL', [dose, ...bridge.value.ordered], bridge.value.offered);
  const sum: DoseOverDuration<U> = {
    dose: derive(amountOf(dose.unit), [dose, ...body.value]),
    volume,
    rate: derive('mL/h', [volume], [duration]),
    doseRate: derive(`${dose.unit}/h` as `${U}/h`, [dose], [duration]),
  };
  return confirmed(sum, doseOverDurationDisagreements(order, sum));
}
