import type { InnerSetting } from '../dosing/innerStep.ts';
import type { HardRates, PumpRange, PumpRate, PumpRun } from '../dosing/pumpRounding.ts';
import type { PumpSetting } from '../dosing/pumpSetting.ts';
import type { Quantity, Unit } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import { failed } from './agreement.ts';
import {
  agrees,
  agreesWithinHalfStep,
  difference,
  isAtMost,
  isWholeSteps,
  type Measured,
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
    nearest: isOnItsStep(rate, pump.step, (value) => isBeyond(value, hard)),
    range: ![rate.set, rate.exact].some((value) => isBeyond(measured(value), pump)),
    hardLimits: !isBeyond(set, hard),
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
export function isNearest<U extends 'mL/h' | 'mL' | 'kg'>(
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

/**
 * True when a setting is the nearest step; or when it keeps every hard limit and the next step towards the exact value,
 * which is no further away than the nearest, does not. `isBeyond` says of a value whether it crosses one.
 */
export function isOnItsStep<U extends 'mL/h' | 'mL'>(
  { exact, set, inner }: InnerSetting<U>,
  step: Quantity<U>,
  isBeyond: (value: Measured) => boolean,
): boolean {
  if (!inner) return isNearest({ exact, set }, step);
  const half = scaled(measured(step), rational(1n, 2n));
  const isBelow = isAtMost(measured(set), exact);
  const next = isBelow ? total(measured(set), measured(step)) : difference(measured(set), measured(step));
  const isOnTheWay = isBelow
    ? isAtMost(difference(next, half), exact)
    : agrees(total(next, half), exact) || !isAtMost(total(next, half), exact);
  return isWholeSteps(measured(set), step) && isOnTheWay && isBeyond(next) && !isBeyond(measured(set));
}

/** True when a value crosses one of two ends, both of which are allowed; a missing one bounds nothing. */
export function isBeyond<U extends Unit>(value: Measured, { minimum, maximum }: EndsIn<U>): boolean {
  return (
    (maximum !== undefined && !isAtMost(value, maximum)) ||
    (minimum !== undefined && isAtMost(value, minimum) && !agrees(value, minimum))
  );
}

type EndsIn<U extends Unit> = {
  readonly minimum?: Quantity<U> | undefined;
  readonly maximum?: Quantity<U> | undefined;
};
