import type { RateUnit } from '../library/orderUnits.ts';
import { derive, type Quantity } from '../quantity/quantity.ts';

/**
 * What a rate comes to per kilogram over the whole infusion:
 * dose per kg (mg/kg) = rate per kg × duration, or rate (mg/h) × duration ÷ weight (kg). Exact.
 *
 * Source: definition of a rate; acceptance scenarios 5 and 6 of UX 7.
 */
export function dosePerKgOf(
  ordered: Quantity<RateUnit>,
  duration: Quantity<'min'>,
  weight: Quantity<'kg'>,
): Quantity<'mg/kg'> {
  return derive('mg/kg', [ordered, duration], isPerKg(ordered.unit) ? [] : [weight]);
}

/** What goes in by the hour (mg/h) = rate per kg × weight (kg), or the rate itself. Exact. */
export function hourlyDose(ordered: Quantity<RateUnit>, weight: Quantity<'kg'>): Quantity<'mg/h'> {
  return derive('mg/h', isPerKg(ordered.unit) ? [ordered, weight] : [ordered]);
}

/**
 * What a pump rate means in the unit of the protocol:
 * rate (mL/h) × concentration (mg per mL), ÷ weight (kg) where the unit is per kilogram. Exact.
 *
 * Source: the reverse of the infusion rate; ASA Monitor 85(1):40 recommends it as the check of a weight-based rate.
 */
export function meaningOf<U extends RateUnit>(
  rate: Quantity<'mL/h'>,
  concentration: Quantity<'mg/mL'>,
  weight: Quantity<'kg'>,
  unit: U,
): Quantity<U> {
  return derive(unit, [rate, concentration], isPerKg(unit) ? [weight] : []);
}

export function isPerKg(unit: RateUnit): boolean {
  return unit !== 'mg/h';
}
