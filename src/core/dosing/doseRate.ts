import { type Quantity, quantity, wholeQuantity } from '../quantity/quantity.ts';
import { divide, multiply } from '../quantity/rational.ts';
import { MINUTES_PER_HOUR } from './infusionRate.ts';

const MICROGRAMS_PER_MILLIGRAM = wholeQuantity(1000n, 'mcg');

/**
 * The dose rate a pump rate means for this patient:
 * dose rate (mg/kg/h) = rate (mL/h) × concentration (mg per mL) ÷ weight (kg). Exact.
 *
 * Source: the reverse of the infusion rate; ASA Monitor 85(1):40 recommends it as the check of a weight-based rate.
 */
export function doseRate(
  rate: Quantity<'mL/h'>,
  concentration: Quantity<'mg/mL'>,
  weight: Quantity<'kg'>,
): Quantity<'mg/kg/h'> {
  return quantity(divide(multiply(rate.value, concentration.value), weight.value), 'mg/kg/h');
}

/** Dose rate (mcg/kg/min) = dose rate (mg/kg/h) × 1,000 mcg/mg ÷ 60 min/h. Exact. */
export function doseRateInMicrograms(rate: Quantity<'mg/kg/h'>): Quantity<'mcg/kg/min'> {
  return quantity(
    divide(multiply(rate.value, MICROGRAMS_PER_MILLIGRAM.value), MINUTES_PER_HOUR.value),
    'mcg/kg/min',
  );
}
