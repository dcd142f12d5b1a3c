import { labelSize } from '../events/sessionEvents.ts';
import { deviceKind } from '../library.ts';
import {
  calendarDate,
  chairNumber,
  moment,
  quantityIn,
  requestId,
  shortText,
  streamId,
} from '../primitives.ts';
import { LONGEST_REPRINT_REASON } from '../typedBounds.ts';
import { type Infer, z } from '../zod.ts';
import { codeShape } from './codeShape.ts';
import { shownDrug, shownStrength } from './shownAmounts.ts';

/** D2: what a label of a preparation says, from committed facts alone. No rate: rates change. */
export const labelData = z.strictObject({
  label: shortText,
  code: codeShape,
  /** The size that fits the container of the preparation. */
  fitting: labelSize,
  /** Which printing the next one is: from 2 on the label says REPRINT. */
  printing: z.number().int().positive(),
  drugName: shortText,
  amount: shownDrug,
  volume: quantityIn('mL'),
  concentration: shownStrength,
  /** Empty where the drug is given undiluted. */
  diluent: shortText,
  /** Of counted doses: what is given from one device. Null for an infusion. */
  doses: z
    .strictObject({ of: deviceKind, count: z.number().int().positive(), each: quantityIn('mg') })
    .nullable(),
  /** How many of it are printed at once: one, or one for each filled syringe of counted doses. */
  copies: z.number().int().positive(),
  /** `IV infusion` */
  route: shortText,
  patient: z.strictObject({
    familyName: shortText,
    givenName: shortText,
    born: calendarDate,
    recordNumber: shortText,
  }),
  chair: chairNumber,
  preparedAt: moment,
  preparedBy: shortText,
  checkedBy: shortText,
  useBy: moment,
  training: z.boolean(),
  libraryNotice: shortText,
  zone: shortText,
  /** How many facts of the session the label was made from. */
  position: z.number().int(),
});
export type LabelData = Infer<typeof labelData>;

export const labelRequest = z.strictObject({ session: streamId, label: shortText });
/** `position` as the rendered label has it; the reason is needed from the second printing on. */
export const labelPrintRequest = labelRequest.extend({
  requestId,
  size: labelSize,
  reason: z.string().max(LONGEST_REPRINT_REASON).nullable(),
  position: z.number().int(),
});
