import type { QuantityText, Unit } from '../quantity/quantity.ts';
import type { LimitBand, Protocol } from './library.ts';
import { shownLimit } from './shownLimit.ts';

const ENDS = ['usual', 'softMinimum', 'softMaximum', 'hardMinimum', 'hardMaximum'] as const;

/** The limits of one value as they stand beside its field: in the unit that is typed, without their source. */
export type ShownLimits = { readonly [End in (typeof ENDS)[number]]?: QuantityText };

/** A band of a protocol, in the units the protocol is ordered in. */
export function shownLimitsOf(
  protocol: Protocol,
  band: Pick<LimitBand<Unit>, (typeof ENDS)[number]>,
): ShownLimits {
  const ends = ENDS.flatMap((end) => {
    const limit: QuantityText | undefined = band[end];
    return limit === undefined ? [] : [[end, shownLimit(protocol, limit)] as const];
  });
  return Object.fromEntries(ends);
}
