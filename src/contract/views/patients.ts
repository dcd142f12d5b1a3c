import { detailProblem, knownPatient } from '../failures.ts';
import { calendarDate, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';

const typed = z.string().max(200);

/** Who a patient is, as typed. The core reads it; empty means not given. */
export const typedDetails = z.strictObject({
  familyName: typed,
  givenName: typed,
  preferredName: typed,
  title: typed,
  born: typed,
  sex: typed,
  recordNumber: typed,
  height: typed,
});
export type TypedDetailsView = Infer<typeof typedDetails>;

/** One row of a file that is to be imported: what it says and what is wrong with it. */
export const importRow = z.strictObject({
  /** Of the file, from 1 on. */
  line: z.number().int(),
  familyName: shortText,
  givenName: shortText,
  /** A date, or the text that is none. */
  born: z.union([calendarDate, shortText]),
  sex: shortText,
  recordNumber: shortText,
  allergyText: shortText,
  problems: z.array(
    z.union([
      detailProblem,
      z.strictObject({ field: z.literal('allergies'), why: z.literal('unclear') }),
      z.strictObject({ field: z.literal('row'), why: z.literal('cells') }),
    ]),
  ),
  /** Who has the record number already: in the record, or in a row above (`line 3`). */
  taken: knownPatient.nullable(),
  /** Who may be the same person. */
  matches: z.array(knownPatient),
});
export type ImportRowView = Infer<typeof importRow>;

export const importPreview = z.strictObject({
  /** Those with something wrong first, then those who may be here already. */
  rows: z.array(importRow),
  total: z.number().int(),
  withProblems: z.number().int(),
  withMatches: z.number().int(),
});
export type ImportPreview = Infer<typeof importPreview>;
