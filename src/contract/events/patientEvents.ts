import { ALLERGY_KINDS } from '../../core/patient/allergies.ts';
import { calendarDate, longText, quantityIn, shortText } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { assessment } from './assessment.ts';

/** Facts of the streams `patient:…`, version 1; later versions stand beside them. */

export const sex = z.enum(['female', 'male']);

const allergyItemV1 = z.strictObject({
  substance: shortText,
  reaction: shortText.nullable(),
  year: z.number().int().nullable(),
});

export const allergyItem = allergyItemV1.extend({
  /** What the substance is: a drug, a class of drugs, or anything else. */
  kind: z.enum(ALLERGY_KINDS),
});

const allergyStatus = z.enum(['known', 'none', 'unobtainable']);

/** "Not recorded" is the absence of this fact. Source: UX 3.0, patient banner. */
export const allergies = z.strictObject({ status: allergyStatus, items: z.array(allergyItem).max(40) });

const detailsV1 = z.strictObject({
  familyName: shortText,
  givenName: shortText,
  title: shortText.nullable(),
  born: calendarDate,
  sex,
  recordNumber: shortText,
  height: quantityIn('cm').nullable(),
});

export const patientDetails = detailsV1.extend({
  /** What the patient wants to be called, when it is not the given name. */
  preferredName: shortText.nullable(),
});

const weighingRecorded = z.strictObject({
  weight: quantityIn('kg'),
  /** A stated weight is kept and never dosed from. */
  method: z.enum(['measured', 'stated']),
  scale: shortText,
  clothed: z.boolean(),
});

const consentV1 = z.strictObject({
  form: shortText,
  signedOn: calendarDate,
  /** Null: does not lapse (training). */
  validUntil: calendarDate.nullable(),
});

export const consent = consentV1.extend({
  /** Who saw the signature. Null: nobody is named, as in version 1. */
  witnessedBy: shortText.nullable(),
  /** What the patient expects and worries about. */
  concerns: longText,
});

export const patientEventData = {
  PatientRegistered: detailsV1,
  /** The whole of the details as they are from now on; those before stay readable in the log. */
  PatientDetailsChanged: z.strictObject({ details: patientDetails, reason: shortText }),
  PatientMadeInactive: z.strictObject({ reason: shortText }),
  PatientMadeActive: z.strictObject({ reason: shortText }),
  AllergiesRecorded: z.strictObject({ status: allergyStatus, items: z.array(allergyItemV1) }),
  /** Work on an assessment that nobody has signed: kept, and no part of the record. */
  AssessmentDrafted: assessment,
  AssessmentSigned: z.strictObject({ indication: shortText, note: longText }),
  ConsentRecorded: consentV1,
  WeightRecorded: weighingRecorded,
} as const;

/** Schemas of later versions, by type and version. Version 1 stays readable beside them for ever. */
export const laterPatientEventData = {
  PatientRegistered: { 2: patientDetails },
  AllergiesRecorded: { 2: allergies },
  AssessmentSigned: { 2: assessment },
  ConsentRecorded: { 2: consent },
  WeightRecorded: {
    2: weighingRecorded.extend({
      /** Typed from two weighings that showed the same. */
      weighedTwice: z.boolean(),
    }),
  },
} as const;

export type Allergies = Infer<typeof allergies>;
export type PatientDetails = Infer<typeof patientDetails>;
export type ConsentDetails = Infer<typeof consent>;
export type WeightDetails = Infer<(typeof laterPatientEventData)['WeightRecorded'][2]>;
