import type { Sex } from '../dosing/bodyWeight.ts';
import type { NotAboveZero } from '../dosing/doseUnits.ts';
import { type DosingWeightOrder, type DosingWeightRefusal, dosingWeight } from '../dosing/dosingWeight.ts';
import type { WeightOnBasis } from '../dosing/planInput.ts';
import { type Quantity, type QuantityText, readQuantity } from '../quantity/quantity.ts';
import { roundToStep } from '../quantity/round.ts';
import { err, ok, type Result } from '../result.ts';
import type { PumpedProtocol, WeightRule } from './library.ts';

/** What a weight formula asks of a patient besides the weight. */
export type PatientBody = { readonly sex: Sex; readonly height: QuantityText<'cm'> | null };

/** Why a patient has no weight to dose on by the rule of a protocol. Another weight is never put in its place. */
export type PlanWeightRefusal =
  | { readonly kind: 'heightMissing' }
  | Exclude<DosingWeightRefusal, NotAboveZero>;

/** What a plan takes its weight from: the input of a sum begins with it. */
export type PlanWeight = { readonly weight: Quantity<'kg'>; readonly basis?: WeightOnBasis };

/** A formula's weight is worked out to what a scale shows, so that two people come to the same one by hand. */
export const WEIGHT_STEP = readQuantity('0.1 kg', 'kg');

/**
 * The weight (kg) the doses per kilogram of a protocol count on, from the measured one (kg), sex and height (cm). By the
 * actual weight without a cap it is that weight as it stands. A formula's weight is rounded once, to 0.1 kg, an exact half
 * down; a cap stands as the library has it.
 *
 * Refuses a height that is not recorded where the formula takes one, and whatever the formula refuses.
 *
 * Source: UX 3.6 ("dosing weight"; rounding policy); features 6 and 7 of DOMAIN 6.
 */
export function planWeight(
  rule: WeightRule | undefined,
  actual: Quantity<'kg'>,
  { sex, height }: PatientBody,
): Result<PlanWeight, PlanWeightRefusal> {
  if (rule === undefined) return ok({ weight: actual });
  const cap = rule.cap === undefined ? undefined : readQuantity(rule.cap, 'kg');
  const order = orderOf(rule.basis, actual, sex, height, cap);
  if (order === undefined) return err({ kind: 'heightMissing' });
  const dosing = dosingWeight(order);
  if (dosing.ok) {
    const { isCapped, weight } = dosing.value;
    const rounded = isCapped ? weight : roundToStep(weight, WEIGHT_STEP);
    return ok({ weight: rounded, basis: { order, dosing: dosing.value } });
  }
  const { failure } = dosing;
  if (failure.kind !== 'notAboveZero') return err(failure);
  throw new Error(`A ${failure.name} of ${failure.value} passed the scale and the check of the library.`);
}

function orderOf(
  basis: WeightRule['basis'],
  actual: Quantity<'kg'>,
  sex: Sex,
  height: PatientBody['height'],
  cap: Quantity<'kg'> | undefined,
): DosingWeightOrder | undefined {
  if (basis === 'actual') return { basis, actual, cap };
  return height === null ? undefined : { basis, actual, sex, height: readQuantity(height, 'cm'), cap };
}

/** The rule of a protocol; undefined where doses count on the actual weight, or on none. */
export function weightRuleOf(protocol: PumpedProtocol): WeightRule | undefined {
  return protocol.mode === 'flatRate' ? undefined : protocol.dosingWeight;
}

/** True where two people need the height to come to the weight doses count on. */
export function needsHeight(protocol: PumpedProtocol): boolean {
  const rule = weightRuleOf(protocol);
  return rule !== undefined && rule.basis !== 'actual';
}
