import { readAnyQuantity } from './format.ts';
import { convert, type Quantity, type QuantityText, quantityText } from './quantity.ts';
import type { Unit } from './units.ts';

/** What the drug itself is counted in, wherever the numbers of a protocol are shown or typed. */
export const SHOWN_AMOUNTS = ['mg', 'mcg'] as const;
export type ShownAmount = (typeof SHOWN_AMOUNTS)[number];

/**
 * A quantity counted in mg, in the amount unit of its protocol: `0.036 mg` as `36 mcg`, `0.004 mg/mL` as `4 mcg/mL`.
 * Exact. One that is not counted in mg stays as it is. Source: UX 3.0, "unit is never switched inside one screen".
 */
export function inAmount(value: Quantity, amount: ShownAmount): Quantity {
  const unit = value.unit.replace(/^mg(?=\/|$)/, amount) as Unit;
  return unit === value.unit ? value : convert(value, unit);
}

/** A unit, or the same one counted in mcg where it is counted in mg. */
export type InAmount<U extends Unit> =
  | U
  | (U extends `mg${infer Rest}` ? Extract<Unit, `mcg${Rest}`> : never);

/** The same for a stored quantity. */
export function textInAmount<U extends Unit>(
  text: QuantityText<U>,
  amount: ShownAmount,
): QuantityText<InAmount<U>> {
  if (amount === 'mg') return text as QuantityText<InAmount<U>>;
  return quantityText(inAmount(readAnyQuantity(text), amount)) as QuantityText<InAmount<U>>;
}

/** An amount as it is shown, back as a number. */
export function readAmount(text: QuantityText<ShownAmount>): Quantity<ShownAmount> {
  return readAnyQuantity(text) as Quantity<ShownAmount>;
}

/** A concentration as it is shown, back as a number. */
export function readStrength(text: QuantityText<`${ShownAmount}/mL`>): Quantity<`${ShownAmount}/mL`> {
  return readAnyQuantity(text) as Quantity<`${ShownAmount}/mL`>;
}
