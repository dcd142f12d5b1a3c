import { derive, type Quantity } from '../quantity/quantity.ts';

/** Volume that holds a dose: volume (mL) = dose (mg) ÷ concentration (mg per mL). Exact. */
export function volumeToGive(dose: Quantity<'mg'>, concentration: Quantity<'mg/mL'>): Quantity<'mL'> {
  return derive('mL', [dose], [concentration]);
}

/**
 * Pump rate that gives `volume` evenly over `duration`: rate (mL/h) = volume (mL) ÷ duration (min) × 60 min/h.
 *
 * Exact and not rounded; the pump's step is applied once, in `innerSetting`. Never clamps.
 */
export function infusionRate(volume: Quantity<'mL'>, duration: Quantity<'min'>): Quantity<'mL/h'> {
  return derive('mL/h', [volume], [duration]);
}

/** How long a volume lasts at a rate: duration (min) = volume (mL) ÷ rate (mL/h) × 60 min/h. Exact. */
export function runningTime(volume: Quantity<'mL'>, rate: Quantity<'mL/h'>): Quantity<'min'> {
  return derive('min', [volume], [rate]);
}
