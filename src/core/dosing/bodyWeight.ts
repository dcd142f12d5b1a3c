import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import {
  type AdjustedWeightDisagreement,
  adjustedWeightDisagreements,
  type IdealWeightDisagreement,
  idealWeightDisagreements,
} from '../crosscheck/bodySizeBackward.ts';
import {
  compareQuantities,
  derive,
  minus,
  plus,
  type Quantity,
  type QuantityText,
  quantityText,
  readQuantity,
} from '../quantity/quantity.ts';
import { err, type Result } from '../result.ts';
import { firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';

/** The sex a published weight formula was fitted for. */
export type Sex = 'female' | 'male';

/** Devine, Drug Intell Clin Pharm 1974;8:650: 50 kg (men) and 45.5 kg (women) at five feet. */
export const WEIGHT_AT_FIVE_FEET: Readonly<Record<Sex, Quantity<'kg'>>> = {
  female: readQuantity('45.5 kg', 'kg'),
  male: readQuantity('50 kg', 'kg'),
};
/** Devine, as above: 2.3 kg for each inch over five feet. */
export const WEIGHT_PER_INCH = readQuantity('2.3 kg', 'kg');
/** One inch, exact by the international agreement of 1959. */
export const INCH = readQuantity('2.54 cm', 'cm');
/** Sixty inches. The formula is not defined below. */
export const FIVE_FEET = readQuantity('152.4 cm', 'cm');
/**
 * The part of the excess weight that counts: 40 %. US label of tobramycin (lean body weight plus 40 % of the excess);
 * Traynor AM and others, Antimicrob Agents Chemother 1995;39:545, found 43 % and names 40 % as the usual rule.
 */
export const COUNTED_EXCESS = readQuantity('40 %', '%');

export type IdealWeightRefusal =
  | {
      readonly kind: 'heightBelowFormula';
      readonly height: QuantityText<'cm'>;
      readonly minimum: QuantityText<'cm'>;
    }
  | EnginesDisagree<IdealWeightDisagreement>;

/**
 * Ideal body weight (kg) = 50 (men) or 45.5 (women) + 2.3 × (height (cm) ÷ 2.54 − 60).
 *
 * Source: Devine BJ, Gentamicin therapy, Drug Intell Clin Pharm 1974;8:650. Exact. Refuses a height below five feet
 * (152.4 cm): the formula counts inches over five feet and says nothing of fewer.
 */
export function idealWeight(sex: Sex, height: Quantity<'cm'>): Result<Quantity<'kg'>, IdealWeightRefusal> {
  if (compareQuantities(height, FIVE_FEET) < 0) {
    return err({
      kind: 'heightBelowFormula',
      height: quantityText(height),
      minimum: quantityText(FIVE_FEET),
    });
  }
  const overFiveFeet = derive('kg', [WEIGHT_PER_INCH, minus(height, FIVE_FEET)], [INCH]);
  const ideal = plus(WEIGHT_AT_FIVE_FEET[sex], overFiveFeet);
  return confirmed(ideal, idealWeightDisagreements(sex, height, ideal));
}

/** A patient as the weight formulas see one. */
export type BodyMeasures = {
  readonly sex: Sex;
  readonly height: Quantity<'cm'>;
  readonly actual: Quantity<'kg'>;
};

/** An adjusted weight, and what it came from. */
export type AdjustedWeight = {
  readonly weight: Quantity<'kg'>;
  readonly ideal: Quantity<'kg'>;
  /** `actual` when the patient weighs less than the ideal weight, and the actual weight stands unadjusted. */
  readonly used: 'adjusted' | 'actual';
};

export type AdjustedWeightRefusal =
  | NotAboveZero
  | IdealWeightRefusal
  | EnginesDisagree<AdjustedWeightDisagreement>;

/**
 * Adjusted body weight (kg) = ideal weight + 0.4 × (actual weight − ideal weight). A patient below the ideal weight
 * has no excess: the answer is the actual weight, and says so.
 *
 * Source: `COUNTED_EXCESS`; the ideal weight is Devine's. Exact. Refuses what `idealWeight` refuses and an actual
 * weight that is not above 0.
 */
export function adjustedWeight(patient: BodyMeasures): Result<AdjustedWeight, AdjustedWeightRefusal> {
  const { sex, height, actual } = patient;
  const notAboveZero = firstNotAboveZero({ weight: actual });
  if (notAboveZero) return err(notAboveZero);
  const ideal = idealWeight(sex, height);
  if (!ideal.ok) return ideal;
  const adjusted = adjustedTo(ideal.value, actual);
  return confirmed(adjusted, adjustedWeightDisagreements(actual, adjusted));
}

function adjustedTo(ideal: Quantity<'kg'>, actual: Quantity<'kg'>): AdjustedWeight {
  if (compareQuantities(actual, ideal) < 0) return { weight: actual, ideal, used: 'actual' };
  const counted = derive('kg', [minus(actual, ideal), COUNTED_EXCESS]);
  return { weight: plus(ideal, counted), ideal, used: 'adjusted' };
}
