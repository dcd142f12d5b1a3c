import { type Ends, tighter } from '../dosing/innerStep.ts';
import type { PlanHardLimits } from '../dosing/planInput.ts';
import { derive, type Quantity, readQuantity } from '../quantity/quantity.ts';
import type { LimitBand, PumpedProtocol } from './library.ts';
import type { LoadingRule } from './stageRules.ts';

/**
 * The hard limits a rounding on the pump must not cross, for this weight (kg): drug (mg) by the total, and where a dose
 * is ordered by the tighter of that and dose per kg × weight; dose rate (mg/kg/h), a flat one ÷ weight; duration (min). Limits over sessions are judged on what is achieved, and
 * refused.
 *
 * Source: head of UX 7; H10.
 */
export function planHardLimits(protocol: PumpedProtocol, weight: Quantity<'kg'>): PlanHardLimits {
  return {
    dose: tighter(doseEnds(protocol, weight), endsOf(protocol.total, 'mg')),
    doseRate: doseRateEnds(protocol, weight),
    duration: endsOf(protocol.duration, 'min'),
  };
}

/**
 * The same for one of several stages: what limits them together (total, and the time of an infusion in steps) is judged
 * on what they come to, and refused rather than rounded inside.
 */
export function stageHardLimits(
  protocol: PumpedProtocol,
  weight: Quantity<'kg'>,
  hasSteps: boolean,
): PlanHardLimits {
  return {
    dose: doseEnds(protocol, weight),
    doseRate: doseRateEnds(protocol, weight),
    duration: hasSteps ? {} : endsOf(protocol.duration, 'min'),
  };
}

/** The same for a loading dose: drug (mg) = dose per kg × weight; no rate but what its time allows. */
export function loadingHardLimits({ dose, duration }: LoadingRule, weight: Quantity<'kg'>): PlanHardLimits {
  return { dose: inMg(dose, weight), doseRate: {}, duration: endsOf(duration, 'min') };
}

function doseEnds(protocol: PumpedProtocol, weight: Quantity<'kg'>): Ends<'mg'> {
  if (protocol.mode !== 'doseOverTime') return {};
  return inMg(protocol.dose, weight);
}

function inMg(band: LimitBand<'mg/kg'>, weight: Quantity<'kg'>): Ends<'mg'> {
  const { minimum, maximum } = endsOf(band, 'mg/kg');
  const drug = (value: Quantity<'mg/kg'> | undefined) => value && derive('mg', [value, weight]);
  return { minimum: drug(minimum), maximum: drug(maximum) };
}

function doseRateEnds(protocol: PumpedProtocol, weight: Quantity<'kg'>): Ends<'mg/kg/h'> {
  if (protocol.mode !== 'flatRate') return endsOf(protocol.rate, 'mg/kg/h');
  const { minimum, maximum } = endsOf(protocol.flatRate, 'mg/h');
  const perKg = (value: Quantity<'mg/h'> | undefined) => value && derive('mg/kg/h', [value], [weight]);
  return { minimum: perKg(minimum), maximum: perKg(maximum) };
}

function endsOf<U extends 'mg/kg' | 'mg' | 'mg/kg/h' | 'mg/h' | 'min'>(
  { hardMinimum, hardMaximum }: LimitBand<NoInfer<U>>,
  unit: U,
): { readonly minimum: Quantity<U> | undefined; readonly maximum: Quantity<U> | undefined } {
  return {
    minimum: hardMinimum === undefined ? undefined : readQuantity(hardMinimum, unit),
    maximum: hardMaximum === undefined ? undefined : readQuantity(hardMaximum, unit),
  };
}
