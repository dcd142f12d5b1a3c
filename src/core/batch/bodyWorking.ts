import type { BodySurfaceFormula } from '../dosing/bodySurface.ts';
import type { AdjustedWeight, BodyMeasures, Sex } from '../dosing/bodyWeight.ts';
import { type Quantity, quantityText } from '../quantity/quantity.ts';
import type { LEAN_FORMULAS } from './formulas.ts';

/**
 * The published body-size formulas with the numbers of a row put in, as `core/dosing` works them: weight in kg, height
 * in cm, body mass index in kg/m2. Words only; the sources stand beside the calculations.
 */

export function surfaceWorking(
  formula: BodySurfaceFormula,
  weight: Quantity<'kg'>,
  height: Quantity<'cm'>,
  surface: Quantity<'m2'>,
): string {
  const [kilograms, centimetres] = [numberOf(weight), numberOf(height)];
  const sums: Readonly<Record<BodySurfaceFormula, string>> = {
    Mosteller: `√(${centimetres} × ${kilograms} ÷ 3600)`,
    DuBois: `0.007184 × ${kilograms}^0.425 × ${centimetres}^0.725`,
    Haycock: `0.024265 × ${kilograms}^0.5378 × ${centimetres}^0.3964`,
  };
  return `${sums[formula]} = ${quantityText(surface)} to 12 digits`;
}

export function idealWorking(sex: Sex, height: Quantity<'cm'>, ideal: Quantity<'kg'>): string {
  const atFiveFeet = sex === 'male' ? '50' : '45.5';
  return `${atFiveFeet} + 2.3 × (${numberOf(height)} ÷ 2.54 − 60) = ${quantityText(ideal)}`;
}

export function adjustedWorking({ sex, height, actual }: BodyMeasures, adjusted: AdjustedWeight): string {
  const ideal = idealWorking(sex, height, adjusted.ideal);
  if (adjusted.used === 'actual')
    return `${ideal}; ${quantityText(actual)} is not above it and stands = ${quantityText(adjusted.weight)}`;
  const number = bracketed(numberOf(adjusted.ideal));
  return `${ideal}; ${number} + 0.4 × (${numberOf(actual)} − ${number}) = ${quantityText(adjusted.weight)}`;
}

export function leanWorking(
  formula: (typeof LEAN_FORMULAS)[number],
  { sex, height, actual }: BodyMeasures,
  lean: Quantity<'kg'>,
): string {
  const [weight, centimetres] = [numberOf(actual), numberOf(height)];
  const ratio = `(${weight} ÷ ${centimetres})^2`;
  const index = `10000 × ${weight} ÷ ${centimetres}^2`;
  const sums = {
    James: { male: `1.1 × ${weight} − 128 × ${ratio}`, female: `1.07 × ${weight} − 148 × ${ratio}` },
    Janmahasatian: {
      male: `9270 × ${weight} ÷ (6680 + 216 × ${index})`,
      female: `9270 × ${weight} ÷ (8780 + 244 × ${index})`,
    },
  };
  return `${sums[formula][sex]} = ${quantityText(lean)}`;
}

function numberOf(value: Quantity): string {
  return quantityText(value).replace(` ${value.unit}`, '');
}

/** A fraction inside a sum keeps together. */
function bracketed(number: string): string {
  return number.includes('/') ? `(${number})` : number;
}
