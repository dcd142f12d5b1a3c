import { compareQuantities, type Quantity } from '../quantity/quantity.ts';
import { stepDown, stepUp } from '../quantity/round.ts';
import { changePercent, type PumpSetting, pumpSetting } from './pumpSetting.ts';

type LimitedUnit = 'mL/h' | 'mL' | 'mg' | 'mg/kg/h' | 'min';

/** The two ends of a hard limit, both allowed; a missing one limits nothing. */
export type Ends<U extends LimitedUnit> = {
  readonly minimum?: Quantity<U> | undefined;
  readonly maximum?: Quantity<U> | undefined;
};

/** A value on the pump's steps, and whether the nearest one was left for the one inside a hard limit. */
export type InnerSetting<U extends 'mL/h' | 'mL'> = PumpSetting<U> & { readonly inner: boolean };

/**
 * `exact` on the pump's steps: the nearest one, an exact half down. When that step would cross one of `ends`, the first
 * one inside; when that crosses the other end, the nearest after all, for the limit to be named.
 * `ends` are those the plan itself keeps (`keptBy`): what is ordered beyond a limit is not for a rounding to mend.
 *
 * Source: head of UX 7 ("if only rounding crosses a hard limit, the inner pump step is used and shown"), H10.
 */
export function innerSetting<U extends 'mL/h' | 'mL'>(
  exact: Quantity<U>,
  step: Quantity<U>,
  ends: Ends<U>,
): InnerSetting<U> {
  const nearest = pumpSetting(exact, step);
  const set = insideStep(nearest.set, step, ends);
  if (set === nearest.set || !isInside(set, ends)) return { ...nearest, inner: false };
  return { exact, set, changePercent: changePercent(exact.value, set.value), inner: true };
}

/** The last step up to the maximum or the first from the minimum on, for a step beyond it; any other as it is. */
function insideStep<U extends 'mL/h' | 'mL'>(
  nearest: Quantity<U>,
  step: Quantity<U>,
  { minimum, maximum }: Ends<U>,
): Quantity<U> {
  if (maximum && !isInside(nearest, { maximum })) return stepDown(maximum, step);
  if (minimum && !isInside(nearest, { minimum })) return stepUp(minimum, step);
  return nearest;
}

/** The ends a value lies within; one that it is beyond is left out. */
export function keptBy<U extends LimitedUnit>(value: Quantity<U>, { minimum, maximum }: Ends<U>): Ends<U> {
  return {
    minimum: isInside(value, { minimum }) ? minimum : undefined,
    maximum: isInside(value, { maximum }) ? maximum : undefined,
  };
}

/** True within a hard limit, both ends included. */
export function isInside<U extends LimitedUnit>(value: Quantity<U>, { minimum, maximum }: Ends<U>): boolean {
  return (
    (minimum === undefined || compareQuantities(value, minimum) >= 0) &&
    (maximum === undefined || compareQuantities(value, maximum) <= 0)
  );
}

/** The tighter of two hard limits at each end. */
export function tighter<U extends LimitedUnit>(left: Ends<U>, right: Ends<U>): Ends<U> {
  return {
    minimum: chosen(left.minimum, right.minimum, 1),
    maximum: chosen(left.maximum, right.maximum, -1),
  };
}

function chosen<U extends LimitedUnit>(
  left: Quantity<U> | undefined,
  right: Quantity<U> | undefined,
  wanted: 1 | -1,
): Quantity<U> | undefined {
  if (!left || !right) return left ?? right;
  return compareQuantities(left, right) === wanted ? left : right;
}
