import { DURATION_PARTS, ORDER_UNITS } from '../../core/library/orderUnits.ts';
import { SHOWN_AMOUNTS } from '../../core/quantity/shownAmount.ts';
import { anyQuantity } from '../primitives.ts';
import { z } from '../zod.ts';

/** What a protocol asks to be typed: the unit of the dose, that of the drug, and the boxes of the time. */
export const orderShape = z.strictObject({
  dose: z.enum(ORDER_UNITS),
  amount: z.enum(SHOWN_AMOUNTS),
  duration: z.array(z.enum(DURATION_PARTS)).min(1),
  /** The height is typed too. */
  height: z.literal(true).exactOptional(),
  /** A loading dose is ordered. */
  loading: z.literal(true).exactOptional(),
  /** Steps of the rate, from 2 on. */
  steps: z.number().int().min(2).exactOptional(),
});

const limit = anyQuantity.exactOptional();

/** Limits on one value as they stand beside its field: in the unit that is typed. */
export const shownLimits = z.strictObject({
  usual: limit,
  softMinimum: limit,
  softMaximum: limit,
  hardMinimum: limit,
  hardMaximum: limit,
});
