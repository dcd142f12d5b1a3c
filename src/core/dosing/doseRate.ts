import { convert, derive, type Quantity } from '../quantity/quantity.ts';

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
  return derive('mg/kg/h', [rate, concentration], [weight]);
}

/** Dose rate (mcg/kg/min) = dose rate (mg/kg/h) × 1,000 mcg/mg ÷ 60 min/h. Exact. */
export function doseRateInMicrograms(rate: Quantity<'mg/kg/h'>): Quantity<'mcg/kg/min'> {
  return convert(rate, 'mcg/kg/min');
}
