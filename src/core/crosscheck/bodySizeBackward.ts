import type { BodySurface, BodySurfaceFormula, BodySurfaceInput } from '../dosing/bodySurface.ts';
import type { AdjustedWeight, BodyMeasures, Sex } from '../dosing/bodyWeight.ts';
import type { DosingWeight } from '../dosing/dosingWeight.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { failed } from './agreement.ts';
import { decimal, difference, type Exact, exact, multiple, order, ratio, sum } from './fractions.ts';
import { orderOfPowers } from './powerOrder.ts';

/** The second engine for body sizes: each answer is worked back to the height or the actual weight it came from. */

/** (surface ÷ divisor)^degree = weight^weight × height^height, all exponents whole. */
type Equation = {
  readonly divisor: Exact;
  readonly degree: bigint;
  readonly weight: bigint;
  readonly height: bigint;
};

/** Mosteller 1987 (60 = √3600), DuBois 1916 (0.425 = 17/40, 0.725 = 29/40), Haycock 1978 (0.5378, 0.3964 in 5,000ths). */
const EQUATIONS: Readonly<Record<BodySurfaceFormula, Equation>> = {
  Mosteller: { divisor: ratio(decimal('1'), decimal('60')), degree: 2n, weight: 1n, height: 1n },
  DuBois: { divisor: decimal('0.007184'), degree: 40n, weight: 17n, height: 29n },
  Haycock: { divisor: decimal('0.024265'), degree: 5_000n, weight: 2_689n, height: 1_982n },
};

const NOTHING = decimal('0');
const TEN = decimal('10');
const HALF = decimal('0.5');
const TEN_TO_11 = decimal('100000000000');
const TEN_TO_12 = decimal('1000000000000');

export type BodySurfaceDisagreement = 'twelveDigits' | 'neighbours' | 'bracket';

/**
 * The surface must be a number of 12 digits between its two neighbours, and the true root must lie above the point
 * half way down and not above the point half way up. Proved by whole powers: no root is taken here.
 */
export function bodySurfaceDisagreements(
  input: BodySurfaceInput,
  answer: BodySurface,
): readonly BodySurfaceDisagreement[] {
  const value = numberOf(answer.surface);
  if (order(value, NOTHING) <= 0) return ['twelveDigits'];
  const [below, above] = [numberOf(answer.below), numberOf(answer.above)];
  const place = lastPlace(value);
  const digits = ratio(value, place);
  const placeBelow = isSame(digits, TEN_TO_11) ? ratio(place, TEN) : place;
  const isTooSmall = (candidate: Exact): boolean => orderToTruth(candidate, input) < 0;
  return failed({
    twelveDigits: digits.d === (1n as unknown),
    neighbours: isSame(difference(above, value), place) && isSame(difference(value, below), placeBelow),
    bracket: isTooSmall(multiple(sum(below, value), HALF)) && !isTooSmall(multiple(sum(value, above), HALF)),
  });
}

/** How a surface compares with the true one. */
function orderToTruth(surface: Exact, { formula, weight, height }: BodySurfaceInput): number {
  const equation = EQUATIONS[formula];
  return orderOfPowers(
    [[ratio(surface, equation.divisor), equation.degree]],
    [
      [numberOf(weight), equation.weight],
      [numberOf(height), equation.height],
    ],
  );
}

/** The power of ten that is worth one in the twelfth digit. */
function lastPlace(value: Exact): Exact {
  let place = decimal('1');
  while (order(value, multiple(place, TEN_TO_11)) < 0) place = ratio(place, TEN);
  while (order(value, multiple(place, TEN_TO_12)) >= 0) place = multiple(place, TEN);
  return place;
}

const IDEAL_AT_SIXTY_INCHES: Readonly<Record<Sex, Exact>> = {
  female: decimal('45.5'),
  male: decimal('50'),
};

export type IdealWeightDisagreement = 'height';

/** The inches above sixty that an ideal weight stands for, at 2.3 kg each, must be the height again. */
export function idealWeightDisagreements(
  sex: Sex,
  height: Quantity<'cm'>,
  ideal: Quantity<'kg'>,
): readonly IdealWeightDisagreement[] {
  const inches = ratio(difference(numberOf(ideal), IDEAL_AT_SIXTY_INCHES[sex]), decimal('2.3'));
  const centimetres = multiple(sum(inches, decimal('60')), decimal('2.54'));
  return failed({ height: isSame(centimetres, numberOf(height)) });
}

export type AdjustedWeightDisagreement = 'actualWeight' | 'used';

/** Ideal + (adjusted − ideal) × 5 ÷ 2 must be the actual weight, and only a patient with no deficit is adjusted. */
export function adjustedWeightDisagreements(
  actual: Quantity<'kg'>,
  answer: AdjustedWeight,
): readonly AdjustedWeightDisagreement[] {
  const [weight, ideal, patient] = [numberOf(answer.weight), numberOf(answer.ideal), numberOf(actual)];
  const isAdjusted = answer.used === 'adjusted';
  const back = isAdjusted ? sum(ideal, multiple(difference(weight, ideal), decimal('2.5'))) : weight;
  return failed({
    actualWeight: isSame(back, patient),
    used: isAdjusted === order(patient, ideal) >= 0,
  });
}

export type LeanWeightDisagreement = 'actualWeight' | 'branch';

const JAMES: Readonly<Record<Sex, readonly [weight: Exact, square: Exact]>> = {
  female: [decimal('1.07'), decimal('148')],
  male: [decimal('1.1'), decimal('128')],
};

/**
 * A lean weight L by James has two actual weights W, the roots of b W² ÷ H² − a W + L = 0. The patient must be the
 * smaller one: (a − 2 b W ÷ H²)² = a² − 4 b L ÷ H², with a − 2 b W ÷ H² not below 0.
 */
export function jamesDisagreements(
  { sex, height, actual }: BodyMeasures,
  lean: Quantity<'kg'>,
): readonly LeanWeightDisagreement[] {
  const [a, b] = JAMES[sex];
  const perSquare = ratio(b, multiple(numberOf(height), numberOf(height)));
  const root = difference(a, multiple(decimal('2'), perSquare, numberOf(actual)));
  const discriminant = difference(multiple(a, a), multiple(decimal('4'), perSquare, numberOf(lean)));
  return failed({
    actualWeight: isSame(multiple(root, root), discriminant),
    branch: order(root, NOTHING) >= 0,
  });
}

const JANMAHASATIAN: Readonly<Record<Sex, readonly [base: Exact, perIndex: Exact]>> = {
  female: [decimal('8780'), decimal('244')],
  male: [decimal('6680'), decimal('216')],
};

/** Solved for the actual weight: W × (9270 − slope × 10,000 × L ÷ H²) must be base × L. */
export function janmahasatianDisagreements(
  { sex, height, actual }: BodyMeasures,
  lean: Quantity<'kg'>,
): readonly LeanWeightDisagreement[] {
  const [base, perIndex] = JANMAHASATIAN[sex];
  const square = multiple(numberOf(height), numberOf(height));
  const leanIndex = ratio(multiple(decimal('10000'), numberOf(lean)), square);
  const factor = difference(decimal('9270'), multiple(perIndex, leanIndex));
  return failed({
    actualWeight: isSame(multiple(numberOf(actual), factor), multiple(base, numberOf(lean))),
    branch: order(factor, NOTHING) > 0,
  });
}

export type DosingWeightDisagreement = 'cap';

/** The weight is the cap exactly when the weight before it is above the cap, and that weight itself otherwise. */
export function dosingWeightDisagreements(answer: DosingWeight): readonly DosingWeightDisagreement[] {
  const [weight, before] = [numberOf(answer.weight), numberOf(answer.beforeCap)];
  const cap = answer.cap && numberOf(answer.cap);
  const isOver = cap !== undefined && order(before, cap) > 0;
  return failed({ cap: answer.isCapped === isOver && isSame(weight, isOver ? cap : before) });
}

function numberOf(value: Quantity): Exact {
  return exact(value.value);
}

function isSame(left: Exact, right: Exact): boolean {
  return order(left, right) === 0;
}
