import type { HardRates, PumpRange, PumpRate, PumpRun } from '../dosing/pumpRounding.ts';
import type { PumpSetting } from '../dosing/pumpSetting.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import { failed } from './agreement.ts';
import {
  agrees,
  agreesWithinHalfStep,
  isAtMost,
  isWholeSteps,
  measured,
  product,
  scaled,
  total,
} from './exactUnits.ts';

/** The second engine for what a pump is set to: from the setting back to the exact value and to the volume. */

export type PumpRateDisagreement = 'onStep' | 'nearest' | 'range' | 'hardLimits' | 'change';

/**
 * The setting must be a whole number of steps, the nearest one or its neighbour inside a hard limit, within the
 * pump's range and within the hard limits; its change in per cent must lead from the exact rate to it.
 */
export function pumpRateDisagreements(
  rate: PumpRate,
  pump: PumpRange,
  hard: HardRates,
): readonly PumpRateDisagreement[] {
  const set = measured(rate.set);
  return failed({
    onStep: isWholeSteps(set, pump.step),
    nearest: rate.inner ? isNextStep(rate, pump.step, hard) : isNearest(rate, pump.step),
    range:
      isBetween(rate.set, pump.minimum, pump.maximum) && isBetween(rate.exact, pump.minimum, pump.maximum),
    hardLimits: isBetween(rate.set, hard.minimum, hard.maximum),
    change: changeLeads(rate),
  });
}

export type PumpRunDisagreement = 'duration' | 'achievedDuration';

/** Rate × duration must be the volume again, for the exact rate and for the one that is set. */
export function pumpRunDisagreements(run: PumpRun): readonly PumpRunDisagreement[] {
  return failed({
    duration: agrees(product(measured(run.rate.exact), measured(run.duration)), run.volume),
    achievedDuration: agrees(product(measured(run.rate.set), measured(run.achievedDuration)), run.volume),
  });
}

/** True when a setting is the whole number of steps nearest to its exact value, at an exact half the lower one. */
export function isNearest<U extends 'mL/h' | 'mL'>(
  { exact, set }: { readonly exact: Quantity<U>; readonly set: Quantity<U> },
  step: Quantity<U>,
): boolean {
  const half = scaled(measured(step), rational(1n, 2n));
  return (
    isWholeSteps(measured(set), step) &&
    agreesWithinHalfStep(measured(set), exact, step) &&
    !agrees(total(measured(exact), half), set)
  );
}

/** True when exact + exact × change ÷ 100 is the setting. */
export function changeLeads(setting: PumpSetting<'mL/h' | 'mL'>): boolean {
  const { numerator, denominator } = setting.changePercent;
  const change = scaled(measured(setting.exact), rational(numerator, denominator * 100n));
  return agrees(total(measured(setting.exact), change), setting.set);
}

/** True when the setting is one step inside the nearest one, because that one lies outside a hard limit. */
function isNextStep(rate: PumpRate, step: Quantity<'mL/h'>, hard: HardRates): boolean {
  const { exact, set } = rate;
  if (isNearest(rate, step)) return false;
  if (isAtMost(measured(set), exact)) {
    const outer = total(measured(set), measured(step));
    return hard.maximum !== undefined && !isAtMost(outer, hard.maximum) && !isAtMost(outer, exact);
  }
  if (hard.minimum === undefined) return false;
  const aboveMinimum = total(measured(hard.minimum), measured(step));
  const aboveExact = total(measured(exact), measured(step));
  return !isAtMost(aboveMinimum, set) && !isAtMost(aboveExact, set);
}

/** True when a value lies between two others, both allowed; a missing one bounds nothing. */
function isBetween(value: Quantity, minimum: Quantity | undefined, maximum: Quantity | undefined): boolean {
  return (
    (minimum === undefined || isAtMost(measured(minimum), value)) &&
    (maximum === undefined || isAtMost(measured(value), maximum))
  );
}
