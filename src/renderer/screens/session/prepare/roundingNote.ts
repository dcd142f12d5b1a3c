import { formatNumberText, formatQuantityText } from '../../../../core/quantity/format.ts';
import { minus, type QuantityText, readQuantity, type Unit } from '../../../../core/quantity/quantity.ts';
import { equals, multiply, rational } from '../../../../core/quantity/rational.ts';

const TWO = rational(2n);

type Rounding<U extends Unit> = {
  readonly exact: QuantityText<U>;
  readonly set: QuantityText<U>;
  readonly step: QuantityText<U>;
};

/**
 * `36.25 → 36.2 mL (half rounds down)`, `54.375 → 54.4 mL/h (pump step 0.1)`; nothing where nothing was rounded.
 * Rounding is shown, not hidden. Source: UX 2.4 and 3.0.
 */
export function roundingNote<U extends Unit>(unit: U, { exact, set, step }: Rounding<U>): readonly string[] {
  if (exact === set) return [];
  const below = minus(readQuantity(exact, unit), readQuantity(set, unit));
  const isHalf = equals(multiply(below.value, TWO), readQuantity(step, unit).value);
  const why = isHalf ? 'half rounds down' : `pump step ${formatNumberText(step)}`;
  return [`${formatNumberText(exact)} → ${formatQuantityText(set)} (${why})`];
}
