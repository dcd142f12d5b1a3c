import { calendarDate, chairNumber, moment, shortText, streamId } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { person } from './people.ts';

const printed = { printedAt: moment, printedBy: person, copy: z.number().int().positive() };

/** What a page is, whose code was found. */
export const matchedPage = z.discriminatedUnion('kind', [
  /** A closed record as it stands. `closedAt`: of the signature that closed it. */
  z.strictObject({ kind: z.literal('signed'), version: z.number().int(), closedAt: moment }),
  z.strictObject({ kind: z.literal('cancelled'), cancelledAt: moment }),
  /** The record as it stands now, before it is signed. */
  z.strictObject({ kind: z.literal('unsigned') }),
  /** A page that was printed of this record, which has more facts now. */
  z.strictObject({ kind: z.literal('olderDraft'), ...printed }),
  z.strictObject({ kind: z.literal('orderSheet'), ...printed }),
]);
export type MatchedPage = Infer<typeof matchedPage>;

/** Whether a page in somebody's hand is of this record, and what to compare on it. */
export const verifiedPrintout = z.strictObject({
  session: streamId,
  number: shortText,
  chair: chairNumber,
  plannedAt: moment,
  patient: z.strictObject({
    familyName: shortText,
    givenName: shortText,
    born: calendarDate,
    recordNumber: shortText,
  }),
  /** Null: the code is of no page of this record. */
  page: matchedPage.nullable(),
});
export type VerifiedPrintout = Infer<typeof verifiedPrintout>;

/** As typed from the paper or scanned from its code. */
export const printoutRequest = z.strictObject({ number: z.string().max(80), code: z.string().max(80) });
