import { minus, plus, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import { compare, magnitude } from '../quantity/rational.ts';

/** Where every milligram of the vials opened for a session went. */
export type MassBalance = {
  readonly opened: Quantity<'mg'>;
  readonly given: Quantity<'mg'>;
  readonly wasted: Quantity<'mg'>;
  readonly returned: Quantity<'mg'>;
  /** opened − given − wasted − returned; below 0 when more left than came. */
  readonly unaccounted: Quantity<'mg'>;
  readonly balances: boolean;
};

const NOTHING = wholeQuantity(0n, 'mg');

/**
 * opened = given + wasted + returned, in mg. It balances when the remainder is within the library's tolerance,
 * inclusive. Exact; nothing is rounded away. Source: DESIGN 8.
 */
export function massBalance(amounts: {
  readonly opened: Quantity<'mg'>;
  readonly given: Quantity<'mg'>;
  readonly wasted: readonly Quantity<'mg'>[];
  readonly returned?: Quantity<'mg'>;
  readonly tolerance: Quantity<'mg'>;
}): MassBalance {
  const { opened, given, returned = NOTHING, tolerance } = amounts;
  const wasted = amounts.wasted.reduce(plus, NOTHING);
  const unaccounted = minus(minus(minus(opened, given), wasted), returned);
  const balances = compare(magnitude(unaccounted.value), tolerance.value) <= 0;
  return { opened, given, wasted, returned, unaccounted, balances };
}
