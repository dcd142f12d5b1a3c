import { isSmallDrawUp } from '../../core/dosing/smallDrawUp.ts';
import type { Quantity } from '../../core/quantity/quantity.ts';

/** Said only of a draw-up that is warned of. */
export function smallDrawUp(drawUp: Quantity<'mL'>): { readonly smallDrawUp?: true } {
  return isSmallDrawUp(drawUp) ? { smallDrawUp: true } : {};
}
