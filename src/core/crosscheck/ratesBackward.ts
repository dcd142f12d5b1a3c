import type { Infusate } from '../dosing/continuousRate.ts';
import type { DoseOverDuration, DoseOverDurationOrder } from '../dosing/doseOverDuration.ts';
import type { Body, DosedUnit, DoseOrderUnit, DoseRateUnit } from '../dosing/doseUnits.ts';
import type { Quantity, Unit } from '../quantity/quantity.ts';
import { failed } from './agreement.ts';
import { agrees, type Measured, measured, product, quotient } from './exactUnits.ts';

/**
 * The second engine for doses and rates: each answer is worked back to the order on mathjs units. A body size the
 * unit asks for and that is missing is a disagreement, never an exception.
 */

export type OrderedDoseDisagreement = 'order';

/** Dose ÷ weight or surface must be the order again. */
export function orderedDoseDisagreements(
  order: Quantity<DoseOrderUnit>,
  body: Body,
  dose: Quantity<DosedUnit>,
): readonly OrderedDoseDisagreement[] {
  return failed({ order: isOrder(measured(dose), order, body) });
}

export type ContinuousRateDisagreement = 'doseRate';

/** What the pump gives in an hour, ÷ weight or surface, must be the dose rate again. */
export function continuousRateDisagreements(
  rate: Quantity<'mL/h'>,
  doseRate: Quantity<DoseRateUnit>,
  infusate: Infusate,
): readonly ContinuousRateDisagreement[] {
  return failed({ doseRate: isGiven(measured(rate), doseRate, infusate) });
}

export type DoseOverDurationDisagreement = 'order' | 'dose' | 'volume' | 'doseRate';

/**
 * Rate × duration × concentration must be the dose, and over weight or surface the order; the volume must hold the
 * dose; dose rate × duration must be the order.
 */
export function doseOverDurationDisagreements<U extends DoseOrderUnit>(
  order: DoseOverDurationOrder<U>,
  sum: DoseOverDuration<U>,
): readonly DoseOverDurationDisagreement[] {
  const run = product(measured(sum.rate), measured(order.duration));
  return failed({
    order: isGiven(run, order.dose, order),
    dose: isOrder(measured(sum.dose), order.dose, order),
    volume: agrees(run, sum.volume) && isGiven(measured(sum.volume), order.dose, order),
    doseRate: agrees(product(measured(sum.doseRate), measured(order.duration)), order.dose),
  });
}

/** True when a volume, or a volume per time, carries exactly what was ordered. */
function isGiven(carrier: Measured, order: Quantity, infusate: Infusate): boolean {
  const { concentration } = infusate;
  if (concentration === undefined) return isOrder(carrier, order, infusate);
  const carried = product(carrier, measured(concentration));
  if (isPer('kg', concentration.unit) && isPer('kg', order.unit)) return agrees(carried, order);
  if (isPer('m2', concentration.unit) && isPer('m2', order.unit)) return agrees(carried, order);
  const size = sizeFor(concentration.unit, infusate);
  return size !== undefined && isOrder(size === 'none' ? carried : product(carried, size), order, infusate);
}

/** True when a plain amount is exactly what was ordered for this body. */
export function isOrder(amount: Measured, order: Quantity, body: Body): boolean {
  const size = sizeFor(order.unit, body);
  return size !== undefined && agrees(size === 'none' ? amount : quotient(amount, size), order);
}

function sizeFor(unit: Unit, body: Body): Measured | 'none' | undefined {
  if (isPer('kg', unit)) return body.weight && measured(body.weight);
  if (isPer('m2', unit)) return body.surface && measured(body.surface);
  return 'none';
}

function isPer(part: 'kg' | 'm2', unit: Unit): boolean {
  return unit.includes(`/${part}`);
}
