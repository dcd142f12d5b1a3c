import { compareQuantities, type Quantity, readQuantity } from '../quantity/quantity.ts';

/** Below this a draw-up is warned of. Source: preparation sheet of Wellington NICU ("risk of 10-fold error"), DOMAIN 2. */
const SMALL_DRAW_UP = readQuantity('0.1 mL', 'mL');

/** Whether so little is drawn up, in mL, that a tenfold slip is easily made: less than 0.1 mL. */
export function isSmallDrawUp(drawUp: Quantity<'mL'>): boolean {
  return compareQuantities(drawUp, SMALL_DRAW_UP) < 0;
}
