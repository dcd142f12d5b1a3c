import { accessSide, attempts, checkAnswer, gauge, pregnancy } from '../events/sessionEvents.ts';
import { checklistItem, entryLimits } from '../library.ts';
import { shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { done, person } from './people.ts';

/** A clock time somebody says: `03:30`, of today or yesterday. */
export const saidTime = z.strictObject({
  day: z.enum(['today', 'yesterday']),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
});

/** An answer as it is typed: like the stored one, with its times as said. */
export const typedCheckAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes') }),
  z.strictObject({ kind: z.literal('no'), reason: shortText }),
  z.strictObject({ kind: z.literal('time'), said: saidTime }),
  z.strictObject({ kind: z.literal('pregnancy'), pregnant: pregnancy }),
  z.strictObject({
    kind: z.literal('withheld'),
    medicines: z.array(z.strictObject({ name: shortText, lastTaken: saidMoment().nullable() })).max(20),
  }),
  z.strictObject({ kind: z.literal('escort'), name: shortText, relation: shortText, phone: shortText }),
  z.strictObject({
    kind: z.literal('access'),
    site: shortText,
    side: accessSide,
    gauge,
    said: saidTime,
    attempts,
    flushed: z.boolean(),
  }),
]);
export type TypedCheckAnswer = Infer<typeof typedCheckAnswer>;

/** A medicine may have been taken days ago: a calendar day and a clock time. */
function saidMoment() {
  return z.strictObject({ day: z.iso.date(), time: saidTime.shape.time });
}

const decision = z.strictObject({ prescriber: person, reason: shortText, done });

/** An item of the checklist as it stands; `answer` null is "not asked". */
export const checkView = z.strictObject({
  item: checklistItem,
  answer: checkAnswer.nullable(),
  done: done.nullable(),
  decision: decision.nullable(),
});
export type CheckView = Infer<typeof checkView>;

/** Everything before the start that is asked, and what a prescriber decided. */
export const checklistView = z.strictObject({
  items: z.array(checkView),
  /** By the signed assessment; `asTold`: when it was last taken, as it was said then. */
  toWithhold: z.array(z.strictObject({ name: shortText, asTold: shortText })),
  entryLimits: entryLimits.nullable(),
  /** The baseline lies beyond the entry limits. */
  isBaselineOutside: z.boolean(),
  baselineDecision: decision.nullable(),
});
export type ChecklistView = Infer<typeof checklistView>;
