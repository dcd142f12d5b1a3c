import { limitBreach } from '../events/sessionEvents.ts';
import { moment, quantityIn, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { person } from './people.ts';

const count = z.number().int().nonnegative();

/** A soft limit as it stands in the published library, and what became of it in signed orders. */
const passedLimit = limitBreach.pick({ value: true, side: true, limit: true }).extend({
  /** Orders signed under this limit. */
  signed: count,
  /** Those of them that passed it with a reason. */
  passed: count,
  rate: quantityIn('%'),
  /** Newest first; of many, the newest only. */
  reasons: z.array(z.strictObject({ signedAt: moment, by: person, reason: shortText })),
});
export type PassedLimit = Infer<typeof passedLimit>;

/** Orders whose entries are still blind are not in it. */
export const limitsReport = z.strictObject({
  library: shortText,
  protocols: z.array(
    z.strictObject({
      id: shortText,
      title: shortText,
      /** Orders signed under the protocol in all. */
      signed: count,
      /** Limits that were passed, the most often passed first. */
      limits: z.array(passedLimit),
    }),
  ),
});
export type LimitsReport = Infer<typeof limitsReport>;
