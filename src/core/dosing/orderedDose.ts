import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type OrderedDoseDisagreement, orderedDoseDisagreements } from '../crosscheck/ratesBackward.ts';
import { derive, type Quantity } from '../quantity/quantity.ts';
import { err, type Result } from '../result.ts';
import {
  type AmountIn,
  amountOf,
  type Body,
  type BodyMissing,
  bodyFactors,
  type DosedUnit,
  type DoseOrderUnit,
  firstNotAboveZero,
  type NotAboveZero,
} from './doseUnits.ts';

/**
 * Dose of an order per kilogram: dose = dose per kg × weight (kg), in the amount unit of the order:
 * mg/kg gives mg, units/kg gives units, mL/kg gives mL.
 *
 * Source: definition of a per-kilogram dose. Exact; refuses nothing, the unit in its type does.
 */
export function doseForWeight<Amount extends DosedUnit>(
  order: Quantity<`${Amount}/kg`>,
  weight: Quantity<'kg'>,
): Quantity<Amount> {
  return derive(amountOf(order.unit) as DosedUnit as Amount, [order, weight]);
}

/**
 * Dose of an order per square metre: dose = dose per m2 × body surface (m2), in the amount unit of the order.
 *
 * Source: definition of a dose by body surface. Exact; refuses nothing, the unit in its type does.
 */
export function doseForSurface<Amount extends DosedUnit>(
  order: Quantity<`${Amount}/m2`>,
  surface: Quantity<'m2'>,
): Quantity<Amount> {
  return derive(amountOf(order.unit) as DosedUnit as Amount, [order, surface]);
}

/** Why an order has no dose. */
export type OrderedDoseRefusal = BodyMissing | NotAboveZero | EnginesDisagree<OrderedDoseDisagreement>;

/**
 * The whole dose of any order: per kilogram × weight, per square metre × surface, a fixed one as it stands. The
 * answer is in the amount unit of the order, exact.
 *
 * Refuses an order per kg without a weight, per m2 without a surface, and a value that is not above 0. A weight
 * given with a fixed order is not used.
 *
 * Source: definition of a dose per kilogram and per square metre; order units of DOMAIN 6 row 4.
 */
export function orderedDose<U extends DoseOrderUnit>(
  order: Quantity<U>,
  body: Body = {},
): Result<Quantity<AmountIn<U>>, OrderedDoseRefusal> {
  const notAboveZero = firstNotAboveZero({ dose: order, weight: body.weight, surface: body.surface });
  if (notAboveZero) return err(notAboveZero);
  const factors = bodyFactors(order.unit, body);
  if (!factors.ok) return factors;
  const dose = derive(amountOf(order.unit), [order, ...factors.value]);
  return confirmed(dose, orderedDoseDisagreements(order, body, dose));
}
