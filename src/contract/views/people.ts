import { assessment } from '../events/assessment.ts';
import { chair, role } from '../events/otherEvents.ts';
import { allergies, consent, patientDetails, sex } from '../events/patientEvents.ts';
import { calendarDate, moment, personId, quantityIn, shortText, streamId } from '../primitives.ts';
import { type Infer, z } from '../zod.ts';

/** A member of staff as shown beside what they did. */
export const person = z.strictObject({
  id: personId,
  name: shortText,
  initials: shortText,
  suffix: shortText,
});
export type PersonView = Infer<typeof person>;

/** A member of staff as the sign-in list and the signature need them. */
export const staffMember = person.extend({
  fullName: shortText,
  roles: z.array(role),
  licence: shortText.nullable(),
  /** Last day of the licence; null where there is none or it does not end. */
  licenceExpires: calendarDate.nullable(),
  licenceExpired: z.boolean(),
  /** Somebody else chose the passphrase: nothing works before its owner has replaced it. */
  isProvisional: z.boolean(),
  /** True when a six-digit PIN is enough: signed in by passphrase within 12 h. */
  pinIsEnough: z.boolean(),
});
export type StaffView = Infer<typeof staffMember>;

/** Who did something, and when. */
export const done = z.strictObject({
  by: person,
  witness: person.nullable(),
  happenedAt: moment,
  recordedAt: moment,
  /** On the session's own axis, for arithmetic. */
  at: z.number(),
  late: z.boolean(),
});
export type DoneView = Infer<typeof done>;

export const weightView = z.strictObject({
  weight: quantityIn('kg'),
  /** The echo that exposes a pound typed as a kilogram. */
  pounds: quantityIn('lb'),
  weighedAt: moment,
  scale: shortText,
  method: z.enum(['measured', 'stated']),
});
export type WeightView = Infer<typeof weightView>;

/**
 * The banner of a patient. While a blind entry is open for the patient the date of birth, the age and the weight
 * are absent: not sent, not hidden by style.
 */
export const patientBanner = z.strictObject({
  id: streamId,
  familyName: shortText,
  givenName: shortText,
  /** What the patient wants to be called; left out where it is the given name. */
  preferredName: shortText.exactOptional(),
  title: shortText.nullable(),
  sex,
  recordNumber: shortText,
  /** Null: not recorded. */
  allergies: allergies.nullable(),
  birth: z.strictObject({ born: calendarDate, ageYears: z.number().int() }).nullable(),
  weight: weightView.nullable(),
  /** True when the weight is withheld by the blind rule rather than unknown. */
  weightClosed: z.boolean(),
  /** Others of today who could be taken for this one; left out where there are none. Names no date of birth. */
  nameAlerts: z
    .array(
      z.strictObject({
        alike: z.enum(['familyName', 'born']),
        familyName: shortText,
        chair: z.number().int(),
      }),
    )
    .exactOptional(),
});
export type PatientBannerView = Infer<typeof patientBanner>;

const activeSession = z.strictObject({ id: streamId, chair: z.number().int(), state: shortText }).nullable();

/** One row of the patient list. Every row shows the exact date of birth. */
export const patientRow = z.strictObject({
  id: streamId,
  familyName: shortText,
  givenName: shortText,
  preferredName: shortText.nullable(),
  born: calendarDate,
  ageYears: z.number().int(),
  recordNumber: shortText,
  inactive: z.boolean(),
  /** Null: not recorded. */
  allergies: z.enum(['known', 'none', 'unobtainable']).nullable(),
  lastSessionAt: moment.nullable(),
  activeSession,
});
export type PatientRow = Infer<typeof patientRow>;

/** Where a page of patients ended, in the order of names. */
export const patientCursor = z.strictObject({ sortName: z.string().max(500), id: streamId });

/** A session of a patient, in one line. */
export const patientSession = z.strictObject({
  id: streamId,
  number: shortText,
  state: shortText,
  chair: z.number().int(),
  protocol: shortText,
  plannedAt: moment,
  startedAt: moment.nullable(),
  /** Null while it is not known or closed by the blind rule. */
  given: quantityIn('mg').nullable(),
  givenPerKg: quantityIn('mg/kg').nullable(),
  peakPressure: z.string().nullable(),
  worstEffect: z.string().nullable(),
});
export type PatientSession = Infer<typeof patientSession>;

/** Where a page of sessions ended, newest first. */
export const patientSessionCursor = z.strictObject({ plannedAt: moment, id: streamId });

const signed = done.omit({ at: true });

/** A patient's record page. */
export const patientRecord = z.strictObject({
  banner: patientBanner,
  height: quantityIn('cm').nullable(),
  /** Newest first. */
  weighings: z.array(
    weightView.extend({
      by: person,
      clothed: z.boolean(),
      weighedTwice: z.boolean(),
      ageHours: z.number().int(),
    }),
  ),
  /** Where the patient's stream stands: what is signed is what was seen. */
  position: z.number().int(),
  details: patientDetails,
  inactive: z.strictObject({ reason: shortText, done: signed }).nullable(),
  /** Signed ones, newest first. */
  assessments: z.array(z.strictObject({ data: assessment, signed })),
  /** Work on the next one, that nobody has signed. */
  draft: z.strictObject({ data: assessment, saved: signed }).nullable(),
  /** The questions of the published library. */
  questions: z.array(z.strictObject({ id: shortText, text: shortText })),
  /** Indications of the library's protocols, to choose from. */
  indications: z.array(shortText),
  /** `lapsed`: its last day is over. */
  consent: z.strictObject({ data: consent, recorded: signed, lapsed: z.boolean() }).nullable(),
  prints: z.array(
    z.strictObject({
      session: streamId,
      number: shortText,
      document: shortText,
      paper: shortText,
      copy: z.number().int(),
      code: shortText,
      done: signed,
    }),
  ),
  /** The session that holds this patient now: there is at most one. */
  activeSession,
});
export type PatientRecordView = Infer<typeof patientRecord>;

export const chairName = chair;
