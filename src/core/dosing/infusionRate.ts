import { type Quantity, quantity, wholeQuantity } from '../quantity/quantity.ts';
import { divide, multiply } from '../quantity/rational.ts';

export const MINUTES_PER_HOUR = wholeQuantity(60n, 'min');

/** Volume that holds a dose: volume (mL) = dose (mg) ÷ concentration (mg per mL). Exact. */
export function volumeToGive(dose: Quantity<'mg'>, concentration: Quantity<'mg/mL'>): Quantity<'mL'> {
  return quantity(divide(dose.value, concentration.value), 'mL');
}

/**
 * Pump rate that gives `volume` evenly over `duration`: rate (mL/h) = volume (mL) ÷ duration (min) × 60 min/h.
 *
 * Exact and not rounded; the pump's step is applied once, in `pumpSetting`. Never clamps.
 */
export function infusionRate(volume: Quantity<'mL'>, duration: Quantity<'min'>): Quantity<'mL/h'> {
  return quantity(multiply(divide(volume.value, duration.value), MINUTES_PER_HOUR.value), 'mL/h');
}

/** How long a volume lasts at a rate: duration (min) = volume (mL) ÷ rate (mL/h) × 60 min/h. Exact. */
export function runningTime(volume: Quantity<'mL'>, rate: Quantity<'mL/h'>): Quantity<'min'> {
  return quantity(multiply(divide(volume.value, rate.value), MINUTES_PER_HOUR.value), 'min');
}
