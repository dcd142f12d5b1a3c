import { moment, requestId, shortText } from '../primitives.ts';
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
  /** Where the second engine did not confirm a number, the newest first. */
  disagreements: z.array(z.strictObject({ at: moment, calculation: shortText, on: z.array(shortText) })),
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

/** An export by its name in the folder of documents, or by the id it was handed over or chosen with. */
export const chosenExport = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('documents'), name: shortText }),
  z.strictObject({ from: z.literal('elsewhere'), file: requestId }),
]);
export type ChosenExport = Infer<typeof chosenExport>;

/** What somebody chose from elsewhere, null for nothing; or that the window itself is to ask. */
export const askedForExport = z.discriminatedUnion('asked', [
  z.strictObject({ asked: z.literal('window') }),
  z.strictObject({
    asked: z.literal('shell'),
    chosen: z.strictObject({ file: requestId, name: z.string() }).nullable(),
  }),
]);
export type AskedForExport = Infer<typeof askedForExport>;

/** An export opened beside the record. */
export const restored = z.strictObject({
  path: z.string(),
  events: eventCount,
  isOfThisRecord: z.boolean(),
  missing: eventCount,
});
export type Restored = Infer<typeof restored>;
