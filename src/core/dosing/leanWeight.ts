import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import {
  jamesDisagreements,
  janmahasatianDisagreements,
  type LeanWeightDisagreement,
} from '../crosscheck/bodySizeBackward.ts';
import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../quantity/quantity.ts';
import { add, divide, multiply, type Rational, rational, subtract } from '../quantity/rational.ts';
import { err, type Result } from '../result.ts';
import type { BodyMeasures, Sex } from './bodyWeight.ts';
import { firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';
import { bodyMassIndex } from './weightEcho.ts';

export type LeanWeightRefusal =
  | NotAboveZero
  | {
      readonly kind: 'bodyMassIndexAboveFormula';
      readonly bodyMassIndex: QuantityText<'kg/m2'>;
      readonly maximum: QuantityText<'kg/m2'>;
    }
  | {
      readonly kind: 'leanAboveActual';
      readonly lean: QuantityText<'kg'>;
      readonly actual: QuantityText<'kg'>;
    }
  | EnginesDisagree<LeanWeightDisagreement>;

/** The coefficients of James, for weight (kg) and height (cm): of the weight, and of (weight ÷ height) squared. */
export type JamesFit = {
  readonly weight: Rational;
  readonly square: Rational;
  /** Largest body mass index the formula holds for. */
  readonly maximum: Quantity<'kg/m2'>;
};

/**
 * James WPT, Research on Obesity, HMSO 1976; both fits as printed by Absalom AR and others, Br J Anaesth 2009;103:26.
 *
 * The fits are parabolas: above a body mass index of 10^4 × 1.1 ÷ (2 × 128) = 42.97 (men) or 10^4 × 1.07 ÷ (2 × 148)
 * = 36.15 (women) a heavier patient comes out with less lean weight. The maxima are these turning points, rounded
 * down. The same plateau: Nyman U, Radiology 2016;278:956 (about 43 and 37).
 */
export const JAMES: Readonly<Record<Sex, JamesFit>> = {
  female: {
    weight: rational(107n, 100n),
    square: rational(148n),
    maximum: readQuantity('36.1 kg/m2', 'kg/m2'),
  },
  male: { weight: rational(11n, 10n), square: rational(128n), maximum: readQuantity('42.9 kg/m2', 'kg/m2') },
};

/**
 * Lean body weight (kg) by James: 1.1 × W − 128 × (W ÷ H)² for men, 1.07 × W − 148 × (W ÷ H)² for women, with the
 * actual weight W in kg and the height H in cm. Exact.
 *
 * Source: `JAMES`. Refuses a weight or height that is not above 0, a body mass index above 42.9 (men) or 36.1
 * (women), and a result above the actual weight, which no part of a body can be.
 */
export function leanWeightJames(patient: BodyMeasures): Result<Quantity<'kg'>, LeanWeightRefusal> {
  const { sex, height, actual } = patient;
  const notAboveZero = firstNotAboveZero({ weight: actual, height });
  if (notAboveZero) return err(notAboveZero);
  const fit = JAMES[sex];
  const index = bodyMassIndex(actual, height);
  if (compareQuantities(index, fit.maximum) > 0) {
    return err({
      kind: 'bodyMassIndexAboveFormula',
      bodyMassIndex: quantityText(index),
      maximum: quantityText(fit.maximum),
    });
  }
  const slope = divide(actual.value, height.value);
  const lean = quantity(
    subtract(multiply(fit.weight, actual.value), multiply(fit.square, multiply(slope, slope))),
    'kg',
  );
  return withinActual(lean, patient) ?? confirmed(lean, jamesDisagreements(patient, lean));
}

/**
 * Janmahasatian S and others, Clin Pharmacokinet 2005;44:1051: 9270 W over 6680 + 216 × body mass index (men) or
 * 8780 + 244 × body mass index (women).
 */
export const JANMAHASATIAN_WEIGHT = rational(9_270n);
export const JANMAHASATIAN: Readonly<Record<Sex, { readonly base: Rational; readonly perIndex: Rational }>> =
  {
    female: { base: rational(8_780n), perIndex: rational(244n) },
    male: { base: rational(6_680n), perIndex: rational(216n) },
  };

/**
 * Lean body weight (kg) by Janmahasatian: 9270 × W ÷ (6680 + 216 × BMI) for men, 9270 × W ÷ (8780 + 244 × BMI) for
 * women, with the actual weight W in kg and the body mass index in kg/m2. Exact.
 *
 * Source: `JANMAHASATIAN`. It rises with the weight everywhere, so no body mass index is too large for it. Refuses a
 * weight or height that is not above 0, and a result above the actual weight (men below a body mass index of 11.99).
 */
export function leanWeightJanmahasatian(patient: BodyMeasures): Result<Quantity<'kg'>, LeanWeightRefusal> {
  const { sex, height, actual } = patient;
  const notAboveZero = firstNotAboveZero({ weight: actual, height });
  if (notAboveZero) return err(notAboveZero);
  const { base, perIndex } = JANMAHASATIAN[sex];
  const divisor = add(base, multiply(perIndex, bodyMassIndex(actual, height).value));
  const lean = quantity(divide(multiply(JANMAHASATIAN_WEIGHT, actual.value), divisor), 'kg');
  return withinActual(lean, patient) ?? confirmed(lean, janmahasatianDisagreements(patient, lean));
}

/** The refusal of a lean weight above the actual one, or undefined. */
function withinActual(
  lean: Quantity<'kg'>,
  { actual }: BodyMeasures,
): Result<never, LeanWeightRefusal> | undefined {
  if (compareQuantities(lean, actual) <= 0) return undefined;
  return err({ kind: 'leanAboveActual', lean: quantityText(lean), actual: quantityText(actual) });
}
