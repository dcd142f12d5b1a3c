import type { Role } from '../core/session/roles.ts';
import { CARE, channel, nothing, pageOf } from './channel.ts';
import { assessment } from './events/assessment.ts';
import { allergies } from './events/patientEvents.ts';
import { LETTERS } from './letters.ts';
import {
  calendarDate,
  longText,
  quantityIn,
  requestId,
  secret,
  shortText,
  streamId,
  typedNumber,
} from './primitives.ts';
import { importPreview, typedDetails } from './views/patients.ts';
import {
  patientCursor,
  patientRecord,
  patientRow,
  patientSession,
  patientSessionCursor,
} from './views/people.ts';
import { boardView } from './views/session.ts';
import { z } from './zod.ts';

/** Who adds patients. Source: UX T1. */
const ADMIT: readonly Role[] = ['nurse', 'prescriber', 'assistant'];

/** Patients, their weights and what is known of them. */
export const patientChannels = {
  'board:load': channel('anyone', nothing, boardView),
  'patients:search': channel(
    'signedIn',
    z.strictObject({
      text: z.string().max(80),
      /** Begins at the names with this letter; left out: at the first name. */
      from: z.enum(LETTERS).optional(),
      after: patientCursor.nullable(),
    }),
    z.strictObject({
      rows: z.array(patientRow),
      /** Null: more than these, and not counted. */
      total: z.number().int().nullable(),
      next: patientCursor.nullable(),
    }),
  ),
  /** T1. `anyway`: the possible matches were looked at, and it is somebody else. */
  'patients:register': channel(
    ADMIT,
    z.strictObject({
      requestId,
      details: typedDetails,
      allergies: allergies.nullable(),
      anyway: z.boolean(),
    }),
    patientRecord,
  ),
  /** A file of patients comes in pieces, because a message has a largest size. Nothing of it is recorded. */
  'patients:stageImport': channel(
    ADMIT,
    z.strictObject({
      upload: requestId,
      part: z.number().int().min(0).max(1_000),
      text: z.string().max(40_000),
    }),
    nothing,
  ),
  'patients:previewImport': channel(ADMIT, z.strictObject({ upload: requestId }), importPreview),
  /** The whole file, or nothing of it. */
  'patients:import': channel(
    ADMIT,
    z.strictObject({ requestId, upload: z.uuid(), matches: z.enum(['take', 'leaveOut']) }),
    z.strictObject({ taken: z.number().int(), leftOut: z.number().int() }),
  ),
  'patient:load': channel('signedIn', z.strictObject({ patient: streamId }), patientRecord),
  'patient:sessions': channel(
    'signedIn',
    z.strictObject({ patient: streamId, after: patientSessionCursor.nullable() }),
    pageOf(patientSession, patientSessionCursor),
  ),
  /** A weight in pounds, and why it would be asked for a second time if it is measured, before anything is recorded. */
  'patient:considerWeight': channel(
    CARE,
    z.strictObject({ patient: streamId, weight: typedNumber }),
    z.strictObject({ pounds: quantityIn('lb'), weighAgain: shortText.nullable() }),
  ),
  'patient:recordWeight': channel(
    CARE,
    z.strictObject({
      requestId,
      patient: streamId,
      weight: typedNumber,
      /** The second weighing, which must show the same; null where one is enough. */
      again: typedNumber.nullable(),
      method: z.enum(['measured', 'stated']),
      scale: shortText,
      clothed: z.boolean(),
    }),
    patientRecord,
  ),

  'patient:changeDetails': channel(
    ADMIT,
    z.strictObject({ requestId, patient: streamId, details: typedDetails, reason: shortText }),
    patientRecord,
  ),
  'patient:setActivity': channel(
    ADMIT,
    z.strictObject({ requestId, patient: streamId, active: z.boolean(), reason: shortText }),
    patientRecord,
  ),
  'patient:recordAllergies': channel(
    CARE,
    z.strictObject({ requestId, patient: streamId, allergies: allergies.nullable() }),
    patientRecord,
  ),
  /** Kept as far as it has come, and no part of the record until it is signed. */
  'patient:draftAssessment': channel(
    ['nurse', 'prescriber'],
    z.strictObject({ requestId, patient: streamId, assessment }),
    patientRecord,
  ),
  'patient:signAssessment': channel(
    ['prescriber'],
    z.strictObject({
      requestId,
      patient: streamId,
      /** Where the patient's record stood when the assessment was on screen. */
      position: z.number().int(),
      assessment,
      passphrase: secret,
    }),
    patientRecord,
  ),
  'patient:recordConsent': channel(
    ['nurse', 'prescriber'],
    z.strictObject({
      requestId,
      patient: streamId,
      form: shortText,
      signedOn: calendarDate,
      validUntil: calendarDate.nullable(),
      witnessedBy: shortText,
      concerns: longText,
    }),
    patientRecord,
  ),
} as const;
