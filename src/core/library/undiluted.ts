import type { Quantity, QuantityText } from '../quantity/quantity.ts';
import type { Product } from './library.ts';

/** The library does not let a product be given as it is in the vial. No reason passes it. */
export type UndilutedRefusal = {
  readonly kind: 'undilutedForbidden';
  readonly strength: QuantityText<'mg/mL'>;
};

/**
 * Why an order from this vial is refused for want of diluent. `diluent` in mL; null where doses are given as they are in
 * the vial. Source: label of ketamine 100 mg per mL, DOMAIN 4.3.
 */
export function undilutedRefusal(
  { undilutedForbidden, strength }: Pick<Product, 'undilutedForbidden' | 'strength'>,
  diluent: Quantity<'mL'> | null,
): UndilutedRefusal | undefined {
  const isUndiluted = diluent === null || diluent.value.numerator === 0n;
  return undilutedForbidden && isUndiluted ? { kind: 'undilutedForbidden', strength } : undefined;
}
