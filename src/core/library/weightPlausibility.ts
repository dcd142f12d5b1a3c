import { changePercent } from '../dosing/pumpSetting.ts';
import { bodyMassIndex } from '../dosing/weightEcho.ts';
import {
  compareQuantities,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  wholeQuantity,
} from '../quantity/quantity.ts';
import { compare, magnitude, rational } from '../quantity/rational.ts';
import { type Slip, slips } from './slips.ts';

/** A weight, and what the same person can see of this patient. A child's height is left out: the band is an adult's. */
export type WeightQuestion = {
  readonly typed: Quantity<'kg'>;
  readonly last?: Quantity<'kg'>;
  readonly height?: Quantity<'cm'>;
};

/** Why a weight should be taken again. */
export type WeightFinding =
  | { readonly kind: 'slip'; readonly slip: Slip }
  | {
      readonly kind: 'changed';
      readonly side: 'below' | 'above';
      readonly last: QuantityText<'kg'>;
      /** By how much, without a sign. */
      readonly change: QuantityText<'%'>;
    }
  | {
      readonly kind: 'bodyMassIndex';
      readonly side: 'below' | 'above';
      readonly actual: QuantityText<'kg/m2'>;
      readonly limit: QuantityText<'kg/m2'>;
    };

export type WeightPlausibility = {
  readonly typed: QuantityText<'kg'>;
  /** Null without a height. */
  readonly bodyMassIndex: Quantity<'kg/m2'> | null;
  /** Worst first; with any of them the weight stands only after a second weighing (UX 7, scenario 13). */
  readonly findings: readonly WeightFinding[];
};

/** A change above this is weighed again; exactly 10 % is not. Source: H02; UX 7, scenario 14. */
const LARGEST_CHANGE = rational(10n);
/** An adult's index below or above is a wrong weight or height first; both ends are allowed. Source: H02. */
const LOWEST_INDEX = wholeQuantity(14n, 'kg/m2');
const HIGHEST_INDEX = wholeQuantity(50n, 'kg/m2');

/**
 * Whether a weight can be true: against this patient's last weight (pounds for kilograms, shifted point, swapped or
 * doubled digits, more than 10 % away) and by body mass index (below 14 or above 50). With neither a last weight nor a
 * height nothing is found, and nothing was compared. Never changes the weight and never offers another.
 *
 * Weights and height are parsed as above 0. Source: H02, UX 3.7; ISMP on weights in metric units, as measured.
 */
export function weightPlausibility({ typed, last, height }: WeightQuestion): WeightPlausibility {
  const index = height === undefined ? null : bodyMassIndex(typed, height);
  return {
    typed: quantityText(typed),
    bodyMassIndex: index,
    findings: [
      ...(last === undefined ? [] : slips({ typed, last }).map((slip) => ({ kind: 'slip', slip }) as const)),
      ...(last === undefined ? [] : changeFindings(typed, last)),
      ...(index === null ? [] : indexFindings(index)),
    ],
  };
}

/** (typed − last) ÷ last × 100, exact. */
function changeFindings(typed: Quantity<'kg'>, last: Quantity<'kg'>): readonly WeightFinding[] {
  const change = magnitude(changePercent(last.value, typed.value));
  if (compare(change, LARGEST_CHANGE) <= 0) return [];
  const side = compareQuantities(typed, last) < 0 ? 'below' : 'above';
  return [{ kind: 'changed', side, last: quantityText(last), change: quantityText(quantity(change, '%')) }];
}

function indexFindings(index: Quantity<'kg/m2'>): readonly WeightFinding[] {
  const actual = quantityText(index);
  if (compareQuantities(index, LOWEST_INDEX) < 0)
    return [{ kind: 'bodyMassIndex', side: 'below', actual, limit: quantityText(LOWEST_INDEX) }];
  if (compareQuantities(index, HIGHEST_INDEX) > 0)
    return [{ kind: 'bodyMassIndex', side: 'above', actual, limit: quantityText(HIGHEST_INDEX) }];
  return [];
}
