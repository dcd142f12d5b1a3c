import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type DosingWeightDisagreement, dosingWeightDisagreements } from '../crosscheck/bodySizeBackward.ts';
import { compareQuantities, type Quantity, type QuantityText, quantityText } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import {
  type AdjustedWeightRefusal,
  adjustedWeight,
  type BodyMeasures,
  type IdealWeightRefusal,
  idealWeight,
} from './bodyWeight.ts';
import { firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';
import { type LeanWeightRefusal, leanWeightJames, leanWeightJanmahasatian } from './leanWeight.ts';

export const WEIGHT_BASES = ['actual', 'ideal', 'adjusted', 'leanJames', 'leanJanmahasatian'] as const;
/** Which weight a dose per kilogram is worked out on. */
export type WeightBasis = (typeof WEIGHT_BASES)[number];

/** What a library says of the weight to dose on. The cap is its decision; undefined is no cap. */
export type DosingWeightOrder = {
  readonly cap: Quantity<'kg'> | undefined;
} & (
  | { readonly basis: 'actual'; readonly actual: Quantity<'kg'> }
  | ({ readonly basis: Exclude<WeightBasis, 'actual'> } & BodyMeasures)
);

/** The weight to dose on, with everything that has to be shown beside it. */
export type DosingWeight = {
  readonly weight: Quantity<'kg'>;
  /** The weight that was asked for. */
  readonly basis: WeightBasis;
  /** The weight it was taken from: `actual` too where an adjusted weight was asked for and there is no excess. */
  readonly used: WeightBasis;
  /** The ideal weight an adjusted one was worked out from, or the ideal weight itself. */
  readonly ideal?: Quantity<'kg'>;
  /** That weight before the cap. */
  readonly beforeCap: Quantity<'kg'>;
  readonly cap: Quantity<'kg'> | undefined;
  /** True when the cap lowered the weight. */
  readonly isCapped: boolean;
};

export type DosingWeightRefusal =
  | NotAboveZero
  | IdealWeightRefusal
  | AdjustedWeightRefusal
  | LeanWeightRefusal
  | {
      readonly kind: 'idealAboveActual';
      readonly ideal: QuantityText<'kg'>;
      readonly actual: QuantityText<'kg'>;
    }
  | EnginesDisagree<DosingWeightDisagreement>;

/**
 * The weight a dose per kilogram is worked out on: the actual weight or one of the formulas, and never more than the
 * cap, which is passed in, kept and marked.
 *
 * Refuses what the formula refuses, a weight or cap that is not above 0, and an ideal weight above the actual one: it
 * would dose the patient for kilograms that are not there, and no source says which of the two was meant.
 *
 * Source: features 6 and 7 of DOMAIN 6; "formula named and shown if not actual", UX 3.6.
 */
export function dosingWeight(order: DosingWeightOrder): Result<DosingWeight, DosingWeightRefusal> {
  const { basis, cap, actual } = order;
  const notAboveZero = firstNotAboveZero({ weight: actual, cap });
  if (notAboveZero) return err(notAboveZero);
  const taken = takenWeight(order);
  if (!taken.ok) return taken;
  const { weight: beforeCap, used, ideal } = taken.value;
  const isCapped = cap !== undefined && compareQuantities(beforeCap, cap) > 0;
  const dosing: DosingWeight = {
    weight: isCapped ? cap : beforeCap,
    basis,
    used,
    ...(ideal && { ideal }),
    beforeCap,
    cap,
    isCapped,
  };
  return confirmed(dosing, dosingWeightDisagreements(dosing));
}

type TakenWeight = Pick<DosingWeight, 'weight' | 'used' | 'ideal'>;

function takenWeight(order: DosingWeightOrder): Result<TakenWeight, DosingWeightRefusal> {
  switch (order.basis) {
    case 'actual':
      return ok({ weight: order.actual, used: 'actual' });
    case 'ideal':
      return idealNotAboveActual(order);
    case 'adjusted':
      return adjustedWeight(order);
    case 'leanJames':
      return named(leanWeightJames(order), 'leanJames');
    case 'leanJanmahasatian':
      return named(leanWeightJanmahasatian(order), 'leanJanmahasatian');
  }
}

function idealNotAboveActual({
  sex,
  height,
  actual,
}: BodyMeasures): Result<TakenWeight, DosingWeightRefusal> {
  const ideal = idealWeight(sex, height);
  if (ideal.ok && compareQuantities(ideal.value, actual) > 0) {
    return err({
      kind: 'idealAboveActual',
      ideal: quantityText(ideal.value),
      actual: quantityText(actual),
    });
  }
  return ideal.ok ? ok({ weight: ideal.value, used: 'ideal', ideal: ideal.value }) : ideal;
}

function named<Refusal>(
  weight: Result<Quantity<'kg'>, Refusal>,
  used: WeightBasis,
): Result<TakenWeight, Refusal> {
  return weight.ok ? ok({ weight: weight.value, used }) : weight;
}
