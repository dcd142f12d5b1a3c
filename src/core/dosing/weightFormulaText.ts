import { formatNumber, formatQuantity } from '../quantity/format.ts';
import { quantity } from '../quantity/quantity.ts';
import { divide, type Rational, rational } from '../quantity/rational.ts';
import {
  COUNTED_EXCESS,
  FIVE_FEET,
  INCH,
  type Sex,
  WEIGHT_AT_FIVE_FEET,
  WEIGHT_PER_INCH,
} from './bodyWeight.ts';
import { JAMES, JANMAHASATIAN, JANMAHASATIAN_WEIGHT } from './leanWeight.ts';

/**
 * The weight formulas as a person works them out by hand, with the constants the calculations use and whatever stands for
 * the patient's values: figures in a plan, names on the order sheet. The sources stand beside the constants.
 */

/** What stands for the measured weight, the height and the ideal weight. */
export type FormulaParts = { readonly actual: string; readonly height: string; readonly ideal: string };

/** `45.5 kg + 2.3 kg × (172 cm ÷ 2.54 − 60)` */
export function idealFormula(sex: Sex, { height }: Pick<FormulaParts, 'height'>): string {
  const inches = divide(FIVE_FEET.value, INCH.value);
  const over = `(${height} ÷ ${number(INCH.value)} − ${number(inches)})`;
  return `${formatQuantity(WEIGHT_AT_FIVE_FEET[sex])} + ${formatQuantity(WEIGHT_PER_INCH)} × ${over}`;
}

/** `63.248 kg + 0.4 × (72 kg − 63.248 kg)` */
export function adjustedFormula({ actual, ideal }: Pick<FormulaParts, 'actual' | 'ideal'>): string {
  const share = divide(COUNTED_EXCESS.value, rational(100n));
  return `${ideal} + ${number(share)} × (${actual} − ${ideal})`;
}

/** `1.07 × 72 kg − 148 × (72 kg ÷ 172 cm)²` */
export function jamesFormula(sex: Sex, { actual, height }: Pick<FormulaParts, 'actual' | 'height'>): string {
  const { weight, square } = JAMES[sex];
  return `${number(weight)} × ${actual} − ${number(square)} × (${actual} ÷ ${height})²`;
}

/** `9,270 × 72 kg ÷ (8,780 + 244 × 10,000 × 72 kg ÷ (172 cm)²)` */
export function janmahasatianFormula(
  sex: Sex,
  { actual, height }: Pick<FormulaParts, 'actual' | 'height'>,
): string {
  const { base, perIndex } = JANMAHASATIAN[sex];
  const index = `10,000 × ${actual} ÷ (${height})²`;
  return `${number(JANMAHASATIAN_WEIGHT)} × ${actual} ÷ (${number(base)} + ${number(perIndex)} × ${index})`;
}

/** A plain number, written as a percentage is: with its thousands mark and two places at most. */
function number(value: Rational): string {
  return formatNumber(quantity(value, '%'));
}
