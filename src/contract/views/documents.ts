import { RATE_UNITS } from '../../core/library/orderUnits.ts';
import { countedOrder } from '../events/countedEvents.ts';
import { order } from '../events/laterSessionEvents.ts';
import { documentKind, paper } from '../events/sessionEvents.ts';
import { bolusPolicy, productSchema, weightRule } from '../library.ts';
import { chairNumber, moment, quantityIn, quantityInOneOf, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { codeShape } from './codeShape.ts';
import { patientBanner, person } from './people.ts';
import { sessionView } from './session.ts';
import { shownDrug, shownPerKg } from './shownAmounts.ts';

/** What every printed page says about itself. */
export const printLine = z.strictObject({
  clinic: shortText,
  training: z.boolean(),
  printedAt: moment,
  printedBy: person,
  copy: z.number().int().positive(),
  zone: shortText,
  /** Verification code of the record's canonical content, in groups. */
  code: shortText,
  recordVersion: z.number().int(),
  /** Head of the log when the page was made: its outside anchor. */
  logHead: z.strictObject({ seq: z.number().int(), hash: shortText }),
  libraryNotice: shortText,
  /** How many facts of the session the page was made from. */
  position: z.number().int(),
});
export type PrintLine = Infer<typeof printLine>;

/** D7: the order, without weight, rate or volume. */
export const orderSheetData = z.strictObject({
  kind: z.literal('orderSheet'),
  print: printLine,
  patient: patientBanner,
  orderNumber: shortText,
  chair: chairNumber,
  orderedAt: moment,
  prescriber: person.extend({ fullName: shortText, licence: shortText.nullable() }),
  drugName: shortText,
  protocol: z.strictObject({
    title: shortText,
    name: shortText,
    route: shortText,
    weightMaxAgeHours: z.number().int(),
  }),
  library: z.strictObject({ name: shortText, version: shortText }),
  order,
  product: productSchema,
  diluent: shortText,
  nurseRange: z.strictObject({
    lowest: quantityInOneOf(RATE_UNITS),
    highest: quantityInOneOf(RATE_UNITS),
  }),
  /** As the library has it; null: none. */
  bolus: bolusPolicy.nullable(),
  /** What doses count on, and how it is worked out for this sex; null: the actual weight. Never a weight. */
  dosingWeight: z
    .strictObject({
      rule: weightRule,
      formulas: z.array(z.strictObject({ weight: z.enum(['ideal', 'dosing']), formula: shortText })),
    })
    .nullable(),
});
export type OrderSheetData = Infer<typeof orderSheetData>;

/** D7 of counted doses: the order, without weight, total or volume. */
export const countedSheetData = orderSheetData
  .omit({ kind: true, order: true, diluent: true, nurseRange: true, bolus: true, dosingWeight: true })
  .extend({
    kind: z.literal('countedSheet'),
    order: countedOrder,
    perDose: quantityIn('mg'),
    of: z.enum(['spray', 'injection']),
    device: shortText,
  });
export type CountedSheetData = Infer<typeof countedSheetData>;

/** D1: the session summary. */
export const sessionSummaryData = z.strictObject({
  kind: z.literal('sessionSummary'),
  print: printLine,
  /** Record number, version and code, for a scanner; nothing of the patient. */
  square: codeShape,
  status: z.enum(['UNSIGNED DRAFT', 'SIGNED', 'CANCELLED']),
  session: sessionView,
  delivered: z.strictObject({
    dose: shownDrug,
    dosePerKg: shownPerKg,
    volume: quantityIn('mL'),
    /** Share of the ordered dose. */
    percent: quantityIn('%'),
    /** The integral, stretch by stretch. */
    stretches: z.array(
      z.strictObject({
        from: moment,
        milliseconds: z.number().int(),
        /** The pump stood still because its stage had run in. */
        stageOver: z.literal(true).exactOptional(),
        rate: quantityIn('mL/h'),
        volume: quantityIn('mL'),
      }),
    ),
  }),
  times: z.strictObject({
    start: moment.nullable(),
    end: moment.nullable(),
    /** From start to end, or so far: by the counter, not by the two clock times. Null before the start. */
    totalMilliseconds: z.number().nullable(),
    infusingMilliseconds: z.number(),
    pausedMilliseconds: z.number(),
    observedMilliseconds: z.number().nullable(),
    discharged: moment.nullable(),
  }),
});
export type SessionSummaryData = Infer<typeof sessionSummaryData>;

export const documentData = z.discriminatedUnion('kind', [
  orderSheetData,
  countedSheetData,
  sessionSummaryData,
]);
export type DocumentData = Infer<typeof documentData>;

export const documentRequest = z.strictObject({ kind: documentKind, session: shortText });
/** `position` as the rendered page has it: a page made before the newest fact is not printed. */
export const printRequest = documentRequest.extend({ paper, position: z.number().int() });
