import { limitBreach } from '../events/sessionEvents.ts';
import { longText, moment, quantityIn, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { person } from './people.ts';

/** A value of a library in words. Lists of names can be long. */
const words = z.string().max(20_000);

const libraryFact = z.strictObject({
  key: shortText,
  words: shortText,
  text: words,
  /** The band or group it stands in, and its name there. */
  group: z.strictObject({ key: shortText, words: shortText, name: shortText }).nullable(),
});
export type LibraryFactView = Infer<typeof libraryFact>;

const libraryPart = z.strictObject({
  key: z.string().max(1_000),
  kind: shortText,
  id: shortText,
  title: shortText,
  facts: z.array(libraryFact),
});
export type LibraryPartView = Infer<typeof libraryPart>;

const anyEnd = z.enum(['usual', 'softMinimum', 'softMaximum', 'hardMinimum', 'hardMaximum']);

/** A limit worked out for three body weights. Not rounded to the pump's step. */
const workedLimit = z.strictObject({
  band: z.enum(['dose', 'rate', 'loading', 'bolus']),
  end: anyEnd,
  value: z.union([quantityIn('mg/kg'), quantityIn('mg/kg/h')]),
  patients: z.array(
    z.strictObject({
      weight: quantityIn('kg'),
      dose: quantityIn('mg').nullable(),
      rate: quantityIn('mL/h').nullable(),
      passes: limitBreach.nullable(),
    }),
  ),
});
export type WorkedLimitView = Infer<typeof workedLimit>;

const workedProtocol = z.strictObject({ id: shortText, title: shortText, limits: z.array(workedLimit) });
export type WorkedProtocol = Infer<typeof workedProtocol>;

const publication = z.strictObject({
  version: shortText,
  hash: z.string().length(64),
  publishedAt: moment,
  pharmacist: person,
  director: person,
  reason: longText,
});
export type Publication = Infer<typeof publication>;

/** The published library in words, and every one before it. */
export const libraryView = z.strictObject({
  /** Null: none was ever published. */
  published: z
    .strictObject({
      name: shortText,
      notice: shortText,
      version: shortText,
      hash: z.string().length(64),
      parts: z.array(libraryPart),
      worked: z.array(workedProtocol),
    })
    .nullable(),
  /** The newest first: that one is in force. */
  history: z.array(publication),
});
export type LibraryView = Infer<typeof libraryView>;

const fieldChange = z.strictObject({
  key: shortText,
  words: shortText,
  /** Null: not set. */
  before: words.nullable(),
  after: words.nullable(),
});

const partChange = z.strictObject({
  key: z.string().max(1_000),
  kind: shortText,
  id: shortText,
  title: shortText,
  state: z.enum(['added', 'removed', 'changed']),
  changes: z.array(fieldChange),
});
export type PartChangeView = Infer<typeof partChange>;

/** A library file before it is published: what it would change. */
export const libraryReview = z.strictObject({
  name: shortText,
  notice: shortText,
  version: shortText,
  hash: z.string().length(64),
  /** Version of the published one it is compared with; null when there is none. */
  against: shortText.nullable(),
  difference: z.array(partChange),
  /** Protocols whose worked values change, with the limits that do. */
  worked: z.array(workedProtocol),
  /** What the owner should judge before signing. Errors are refused instead. */
  warnings: z.array(longText),
});
export type LibraryReview = Infer<typeof libraryReview>;
