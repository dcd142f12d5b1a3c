import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type BodySurfaceDisagreement, bodySurfaceDisagreements } from '../crosscheck/bodySizeBackward.ts';
import { type Quantity, quantity } from '../quantity/quantity.ts';
import { type Rational, rational } from '../quantity/rational.ts';
import { type Power, productTo12Digits } from '../quantity/roots.ts';
import { err, type Result } from '../result.ts';
import { firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';

export const BODY_SURFACE_FORMULAS = ['Mosteller', 'DuBois', 'Haycock'] as const;
export type BodySurfaceFormula = (typeof BODY_SURFACE_FORMULAS)[number];

/** What a body surface is worked out from. */
export type BodySurfaceInput = {
  readonly formula: BodySurfaceFormula;
  readonly weight: Quantity<'kg'>;
  readonly height: Quantity<'cm'>;
};

/** A body surface of 12 significant digits, exact from here on, and its neighbours of 12 digits. */
export type BodySurface = {
  readonly formula: BodySurfaceFormula;
  readonly surface: Quantity<'m2'>;
  readonly below: Quantity<'m2'>;
  readonly above: Quantity<'m2'>;
};

export type BodySurfaceRefusal = NotAboveZero | EnginesDisagree<BodySurfaceDisagreement>;

/**
 * Each formula as a coefficient and the powers of weight (kg) and height (cm); the result is in m2. They are fits to
 * measured people and have no dimension that would cancel.
 *
 * Mosteller: √(height × weight ÷ 3600). Mosteller RD, N Engl J Med 1987;317:1098.
 * DuBois: 0.007184 × weight^0.425 × height^0.725. DuBois D, DuBois EF, Arch Intern Med 1916;17:863.
 * Haycock: 0.024265 × weight^0.5378 × height^0.3964. Haycock GB and others, J Pediatr 1978;93:62.
 */
type Formula = { readonly coefficient: Power; readonly weight: Rational; readonly height: Rational };

const ONE = rational(1n);
const HALF = rational(1n, 2n);

const FORMULAS: Readonly<Record<BodySurfaceFormula, Formula>> = {
  Mosteller: { coefficient: { base: rational(1n, 3_600n), exponent: HALF }, weight: HALF, height: HALF },
  DuBois: {
    coefficient: { base: rational(7_184n, 1_000_000n), exponent: ONE },
    weight: rational(425n, 1_000n),
    height: rational(725n, 1_000n),
  },
  Haycock: {
    coefficient: { base: rational(24_265n, 1_000_000n), exponent: ONE },
    weight: rational(5_378n, 10_000n),
    height: rational(3_964n, 10_000n),
  },
};

/**
 * Body surface (m2) of a weight (kg) and a height (cm) by one of three published formulas, to 12 significant digits.
 *
 * The whole product is rounded once; no power in it is rounded by itself. Source: DESIGN 1.2.
 *
 * Refuses a weight or a height that is not above 0, and nothing else: none of the three publications names a range.
 * What a formula is known to get wrong is for the library and the clinic to judge. DuBois was derived from a handful
 * of people and comes out as much as 20 % too small in obesity (Livingston EH, Lee S, Am J Physiol Endocrinol Metab
 * 2001;281:E586); Haycock was validated in infants, children and adults.
 */
export function bodySurface(input: BodySurfaceInput): Result<BodySurface, BodySurfaceRefusal> {
  const { formula, weight, height } = input;
  const notAboveZero = firstNotAboveZero({ weight, height });
  if (notAboveZero) return err(notAboveZero);
  const fit = FORMULAS[formula];
  const { value, below, above } = productTo12Digits([
    fit.coefficient,
    { base: weight.value, exponent: fit.weight },
    { base: height.value, exponent: fit.height },
  ]);
  const surface: BodySurface = {
    formula,
    surface: quantity(value, 'm2'),
    below: quantity(below, 'm2'),
    above: quantity(above, 'm2'),
  };
  return confirmed(surface, bodySurfaceDisagreements(input, surface));
}
