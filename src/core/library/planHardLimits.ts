import { tighter } from '../dosing/innerStep.ts';
import type { PlanHardLimits } from '../dosing/planInput.ts';
import { derive, type Quantity, readQuantity } from '../quantity/quantity.ts';
import type { DoseOverTimeProtocol, LimitBand } from './library.ts';

/**
 * The hard limits a rounding on the pump must not cross, for this weight (kg): drug (mg) by the tighter of dose per kg ×
 * weight and total, dose rate (mg/kg/h) and duration (min). Limits over sessions are judged on what is achieved, and
 * refused.
 *
 * Source: head of UX 7; H10.
 */
export function planHardLimits(
  { dose, total, rate, duration }: DoseOverTimeProtocol,
  weight: Quantity<'kg'>,
): PlanHardLimits {
  const perKg = endsOf(dose, 'mg/kg');
  const inMg = (value: Quantity<'mg/kg'> | undefined) => value && derive('mg', [value, weight]);
  const ofDose = { minimum: inMg(perKg.minimum), maximum: inMg(perKg.maximum) };
  return {
    dose: tighter(ofDose, endsOf(total, 'mg')),
    doseRate: endsOf(rate, 'mg/kg/h'),
    duration: endsOf(duration, 'min'),
  };
}

function endsOf<U extends 'mg/kg' | 'mg' | 'mg/kg/h' | 'min'>(
  { hardMinimum, hardMaximum }: LimitBand<NoInfer<U>>,
  unit: U,
): { readonly minimum: Quantity<U> | undefined; readonly maximum: Quantity<U> | undefined } {
  return {
    minimum: hardMinimum === undefined ? undefined : readQuantity(hardMinimum, unit),
    maximum: hardMaximum === undefined ? undefined : readQuantity(hardMaximum, unit),
  };
}
