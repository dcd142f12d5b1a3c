import { moment, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { person } from './people.ts';

const eventCount = z.number().int().nonnegative();

/** What a check of the whole record found. */
export const fullCheck = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole'), events: eventCount }),
  z.strictObject({ kind: z.literal('broken'), badSeq: eventCount, why: shortText }),
]);
export type FullCheck = Infer<typeof fullCheck>;

/** The record itself, for whoever looks after it. */
export const keepingView = z.strictObject({
  events: eventCount,
  /** Good backups, the one that reaches furthest first. */
  backups: z.array(z.strictObject({ madeAt: moment, events: eventCount })),
  lastDrill: z.strictObject({ at: moment, madeAt: moment, fault: shortText.nullable() }).nullable(),
  /** Names of the exports in the folder of documents, the newest first. */
  exports: z.array(shortText),
});
export type KeepingView = Infer<typeof keepingView>;

/** One line of the report of sign-ins. */
export const loginRow = z.strictObject({
  id: z.string(),
  at: moment,
  person,
  what: z.enum(['signedIn', 'refused', 'locked']),
  /** Null for a lock. */
  proof: z.enum(['passphrase', 'pin']).nullable(),
});

/** An export opened beside the record. */
export const restored = z.strictObject({
  path: z.string(),
  events: eventCount,
  isOfThisRecord: z.boolean(),
  missing: eventCount,
});
export type Restored = Infer<typeof restored>;
