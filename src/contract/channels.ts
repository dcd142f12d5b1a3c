import { RATE_UNITS } from '../core/library/orderUnits.ts';
import { LIBRARY_OWNERS, type Role } from '../core/session/roles.ts';
import { awayChannels } from './awayChannels.ts';
import { channel, KEEPERS } from './channel.ts';
import { dosesChannels } from './dosesChannels.ts';
import { assessment } from './events/assessment.ts';
import { allergies } from './events/patientEvents.ts';
import {
  copyNumber,
  correctionReason,
  effectKind,
  effectRecorded,
  escort,
  expiryMonth,
  noteKind,
  noteText,
  overrideReason,
  pauseReason,
  primedWith,
  pumpState,
  rateReason,
  recoveryCriterion,
  vitals,
} from './events/sessionEvents.ts';
import { EXPORT_PART } from './exportPart.ts';
import type { Failure } from './failures.ts';
import { labelChannels } from './labelChannels.ts';
import { LETTERS } from './letters.ts';
import { LIBRARY_PART } from './libraryPart.ts';
import {
  calendarDate,
  longText,
  moment,
  personId,
  quantityIn,
  quantityInOneOf,
  requestId,
  secondPerson,
  secret,
  shortText,
  streamId,
  typedNumber,
} from './primitives.ts';
import { printoutChannels } from './printoutChannels.ts';
import { staffChannels } from './staffChannels.ts';
import { appView } from './views/app.ts';
import { typedCheckAnswer } from './views/checklist.ts';
import { documentData, documentRequest, printRequest } from './views/documents.ts';
import { askedForExport, chosenExport, fullCheck, keepingView, loginRow, restored } from './views/keeping.ts';
import { libraryReview, libraryView } from './views/library.ts';
import { limitsReport } from './views/limits.ts';
import { importPreview, typedDetails } from './views/patients.ts';
import {
  patientCursor,
  patientRecord,
  patientRow,
  patientSession,
  patientSessionCursor,
} from './views/people.ts';
import { planCalculation, planScreen, typedPlan } from './views/plan.ts';
import { boardView, entryCheck, entryForm, entryOutcome, heldEntries, sessionView } from './views/session.ts';
import { readVial, scannedCode } from './views/vials.ts';
import { type Infer, z } from './zod.ts';

/**
 * Every message a window can send, with what it answers and who may send it. Preload, handler and the window's
 * type all derive from this table; a channel is a use case, never a query. The session's own decisions check the role
 * once more.
 */
const nothing = z.strictObject({});
const CARE: readonly Role[] = ['nurse', 'prescriber', 'pharmacist', 'assistant', 'director'];
const CHECK: readonly Role[] = ['nurse', 'prescriber', 'pharmacist'];
/** Who adds patients. Source: UX T1. */
const ADMIT: readonly Role[] = ['nurse', 'prescriber', 'assistant'];
/** A step of one session: what it answers is the session as it stands after the commit. */
const step = z.strictObject({ requestId, session: streamId });
const wasteTyped = z.strictObject({ vial: typedNumber, syringe: typedNumber, line: typedNumber });
const newPerson = z.strictObject({
  fullName: z.string().trim().min(2).max(80),
  suffix: z.string().max(12),
  licence: shortText.nullable(),
  /** Its last day. */
  licenceExpires: calendarDate.nullable(),
  passphrase: secret,
});

export const channels = {
  'app:load': channel('anyone', nothing, appView),
  'app:openTraining': channel('anyone', nothing, appView),
  'app:openClinic': channel('anyone', nothing, appView),
  /** Back to the two doors. */
  'app:leave': channel('anyone', nothing, appView),
  'app:createClinic': channel(
    'anyone',
    z.strictObject({
      clinic: z.string().trim().min(2).max(80),
      workstation: z.string().trim().min(1).max(80),
      chairs: z.array(z.string().trim().min(1).max(40)).min(1).max(12),
      director: newPerson,
      administrator: newPerson,
    }),
    appView,
  ),
  /** Answered at once by whoever can answer at all. */
  'pulse:beat': channel('anyone', nothing, nothing),
  'identity:signIn': channel(
    'anyone',
    z.strictObject({ user: personId, secret, by: z.enum(['passphrase', 'pin']) }),
    appView,
  ),
  'identity:lock': channel('signedIn', nothing, appView),
  /** Somebody touched the desk: it stays open for as long again. */
  'identity:stay': channel('signedIn', nothing, nothing),
  'identity:changePassphrase': channel(
    'signedIn',
    z.strictObject({ requestId, passphrase: secret, next: secret }),
    nothing,
  ),
  'identity:choosePin': channel(
    'signedIn',
    z.strictObject({ requestId, passphrase: secret, pin: z.string().max(12) }),
    nothing,
  ),
  ...staffChannels,
  ...awayChannels,

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

  /** How often each soft limit of the published library is passed, and why. For those who set the limits. */
  'limits:report': channel(LIBRARY_OWNERS, nothing, limitsReport),

  /** The published library in words. Everybody may read what they work by. */
  'library:load': channel('signedIn', nothing, libraryView),
  /** A library file on its way in, part by part; the first one begins anew. Nothing is recorded yet. */
  'library:take': channel(
    LIBRARY_OWNERS,
    z.strictObject({
      file: requestId,
      part: z.number().int().min(0).max(1_000),
      text: z.string().max(LIBRARY_PART),
    }),
    nothing,
  ),
  /** What the file would change, in words. */
  'library:review': channel(LIBRARY_OWNERS, z.strictObject({ file: requestId }), libraryReview),
  /** Two people, each by passphrase. `hash` is what they have seen. */
  'library:publish': channel(
    LIBRARY_OWNERS,
    z.strictObject({
      requestId,
      file: requestId,
      hash: z.string().length(64),
      reason: longText,
      pharmacist: secondPerson.nullable(),
      director: secondPerson.nullable(),
    }),
    libraryView,
  ),
  /** Writes a published library with its hash into the folder of documents. */
  'library:export': channel(
    LIBRARY_OWNERS,
    z.strictObject({ hash: z.string().length(64) }),
    z.strictObject({ path: z.string() }),
  ),

  'plan:start': channel(['prescriber'], z.strictObject({ patient: streamId }), planScreen),
  'plan:open': channel(
    'signedIn',
    z.strictObject({ requestId, session: streamId, accepted: z.boolean() }),
    planScreen,
  ),
  'plan:calculate': channel(
    ['prescriber'],
    z.strictObject({ patient: streamId, session: streamId.nullable(), typed: typedPlan }),
    planCalculation,
  ),
  'plan:save': channel(
    ['prescriber'],
    z.strictObject({ requestId, patient: streamId, session: streamId.nullable(), typed: typedPlan }),
    planScreen,
  ),
  'plan:authorise': channel(
    ['prescriber'],
    z.strictObject({
      requestId,
      session: streamId,
      /** Where the plan stood when its numbers were on screen: what is signed is what was seen. */
      position: z.number().int(),
      overrideReasons: z.array(overrideReason),
      passphrase: secret,
    }),
    sessionView,
  ),

  /** T21b: the order is opened again to be changed. Whoever is no prescriber is told who can. */
  'plan:reopen': channel(CHECK, step, sessionView),

  'session:load': channel('signedIn', z.strictObject({ session: streamId }), sessionView),
  'session:cancel': channel(['nurse', 'prescriber'], step.extend({ reason: shortText }), sessionView),
  /** The moment a key went down, from the one clock. */
  'session:takeTime': channel('signedIn', nothing, z.strictObject({ at: moment })),

  /** `by` null: the signed-in person; otherwise another, proved by PIN. */
  'entry:open': channel(CARE, z.strictObject({ session: streamId, by: secondPerson.nullable() }), entryForm),
  /** The first person's own values only; refused for a second entry. */
  'entry:check': channel(
    CARE,
    z.strictObject({
      ticket: z.string().max(80),
      weight: typedNumber,
      dose: typedNumber,
      over: typedNumber,
      overDays: typedNumber.exactOptional(),
      overHours: typedNumber.exactOptional(),
      pumpRate: typedNumber,
      volumeToGive: typedNumber,
      doses: typedNumber.exactOptional(),
      gap: typedNumber.exactOptional(),
      total: typedNumber.exactOptional(),
    }),
    entryCheck,
  ),
  /** A key was pressed: the form stays open for another three minutes. */
  'entry:stay': channel(CARE, z.strictObject({ ticket: z.string().max(80) }), nothing),
  'entry:leave': channel(CARE, z.strictObject({ ticket: z.string().max(80) }), nothing),
  'entry:submit': channel(
    CARE,
    z.strictObject({
      requestId,
      ticket: z.string().max(80),
      copy: copyNumber,
      values: z.strictObject({
        dateOfBirth: z.string().max(10),
        product: shortText,
        weight: typedNumber,
        /** cm, where the form asks for it. */
        height: typedNumber.exactOptional(),
        dose: typedNumber,
        over: typedNumber,
        overDays: typedNumber.exactOptional(),
        overHours: typedNumber.exactOptional(),
        amount: typedNumber,
        doses: typedNumber.exactOptional(),
        gap: typedNumber.exactOptional(),
        total: typedNumber.exactOptional(),
        volume: typedNumber,
        pumpRate: typedNumber,
        volumeToGive: typedNumber,
      }),
      corrections: z.number().int().min(0).max(10_000),
    }),
    entryOutcome,
  ),
  'entry:secondAttempt': channel(CHECK, step, sessionView),
  'hold:load': channel(['prescriber'], step, heldEntries),
  'hold:release': channel(
    ['prescriber'],
    step.extend({ reason: shortText, wrong: z.enum(['A', 'B', 'both', 'orderSheet', 'weighing']) }),
    sessionView,
  ),

  'preparation:takeVial': channel(
    CHECK,
    step.extend({
      product: shortText,
      lot: z.string().max(20),
      expiry: expiryMonth,
      vials: z.number().int().min(1).max(20),
      /** The code of the vial as scanned: product, lot and expiry are then held against it. */
      scan: scannedCode.exactOptional(),
    }),
    sessionView,
  ),
  /** What a scan says of the vial in the hand. Nothing is recorded. */
  'preparation:readScan': channel(CHECK, z.strictObject({ session: streamId, scan: scannedCode }), readVial),
  'preparation:draw': channel(CHECK, step.extend({ volume: typedNumber }), sessionView),
  'preparation:addDiluent': channel(CHECK, step.extend({ finalVolume: typedNumber }), sessionView),
  'preparation:witness': channel(
    CHECK,
    step.extend({ witness: secondPerson, volumeDrawn: typedNumber, finalVolume: typedNumber }),
    sessionView,
  ),
  'preparation:checkLabel': channel(CHECK, step.extend({ lastFour: z.string().max(8) }), sessionView),

  ...labelChannels,

  /** T14: another container is connected; `checker` reads the pump. Times are on the wall clock. */
  'container:change': channel(
    ['nurse'],
    step.extend({
      /** The last four of the new label as typed, or the whole of it as scanned. */
      label: z.string().max(40),
      stoppedAt: moment,
      /** Null while the infusion is paused. */
      restartedAt: moment.nullable(),
      volumeLeft: typedNumber,
      leftReason: shortText.nullable(),
      /** The rate the pump shows, typed by the checker; null while paused. */
      readBack: typedNumber.nullable(),
      checker: secondPerson.nullable(),
      /** Why it is recorded so late; needed more than 120 min back. */
      lateReason: shortText.optional(),
    }),
    sessionView,
  ),
  /** What was made up for a change and will not be connected. */
  'container:discardNext': channel(CHECK, step.extend({ reason: shortText }), sessionView),

  'observation:record': channel(
    CARE,
    step.extend({
      vitals: vitals.nullable(),
      effects: z.array(effectRecorded).max(18),
      ended: z.array(effectKind).max(18),
      /** When it was seen; left out for now. */
      at: moment.optional(),
      /** Why it is recorded so late, or the number of the downtime form; needed more than 120 min back. */
      lateReason: shortText.optional(),
    }),
    sessionView,
  ),
  /** Words about the patient; `at` as above. */
  'observation:note': channel(
    CARE,
    step.extend({
      kind: noteKind,
      text: noteText,
      at: moment.optional(),
      lateReason: shortText.optional(),
    }),
    sessionView,
  ),
  /** What stands instead of vital signs or an effect; the first values stay readable. */
  'observation:correct': channel(
    ['nurse', 'prescriber', 'pharmacist', 'assistant'],
    step.extend({
      corrects: z.string().max(64),
      vitals: vitals.nullable(),
      effect: effectRecorded.nullable(),
      /** When it was seen after all; null where the time was right. */
      seenAt: moment.nullable(),
      reason: correctionReason,
      note: shortText.nullable(),
    }),
    sessionView,
  ),
  'pump:readBack': channel(
    CHECK,
    step.extend({
      pump: z.string().max(20),
      programmedBy: personId,
      reader: secondPerson,
      rate: typedNumber,
      volumeLimit: typedNumber,
      /** After two refusals: the reading of the person who programmed the pump too. */
      together: z
        .strictObject({ programmer: secondPerson, rate: typedNumber, volumeLimit: typedNumber })
        .optional(),
    }),
    sessionView,
  ),
  /** One item of the checklist. Times are said as a clock time of today or yesterday. */
  'checklist:answer': channel(
    ['nurse', 'prescriber'],
    step.extend({ item: shortText, answer: typedCheckAnswer }),
    sessionView,
  ),
  /** A prescriber lets the session go on; null where the prescriber is the one who is signed in. */
  'checklist:decide': channel(
    ['nurse', 'prescriber'],
    step.extend({ subject: shortText, reason: shortText, prescriber: secondPerson.nullable() }),
    sessionView,
  ),
  /** `identifier`: the date of birth, `1984-03-09`, or the record number, as typed. */
  'infusion:start': channel(
    ['nurse'],
    step.extend({ nameSaid: z.boolean(), identifier: z.string().max(40) }),
    sessionView,
  ),
  /** What a rate would mean, before anything is recorded. */
  'infusion:considerRate': channel(
    'signedIn',
    z.strictObject({ session: streamId, rate: typedNumber }),
    z.strictObject({
      rate: quantityIn('mL/h'),
      doseRate: quantityInOneOf(RATE_UNITS),
      endsAt: moment.nullable(),
      prescriberNeeded: z.boolean(),
      isRise: z.boolean(),
    }),
  ),
  'infusion:changeRate': channel(
    ['nurse', 'prescriber'],
    step.extend({
      rate: typedNumber,
      readBack: typedNumber,
      reason: rateReason,
      note: shortText.nullable(),
      reader: secondPerson.nullable(),
      prescriber: secondPerson.nullable(),
    }),
    sessionView,
  ),
  'infusion:pause': channel(CARE, step.extend({ at: moment, reason: pauseReason.nullable() }), sessionView),
  'infusion:givePauseReason': channel(CARE, step.extend({ reason: pauseReason }), sessionView),
  'infusion:resume': channel(
    ['nurse'],
    step.extend({ readBack: typedNumber, prescriber: secondPerson.nullable() }),
    sessionView,
  ),
  'infusion:stop': channel(CARE, step.extend({ at: moment, reason: shortText.nullable() }), sessionView),
  'infusion:giveStopReason': channel(
    ['nurse', 'prescriber'],
    step.extend({ reason: shortText }),
    sessionView,
  ),
  'infusion:complete': channel(['nurse'], step.extend(pumpReadAtEnd()), sessionView),
  'infusion:readPump': channel(['nurse'], step.extend(pumpReadAtEnd()), sessionView),
  'interruption:answer': channel(
    ['nurse', 'prescriber'],
    step.extend({ pumpState, pumpVolume: typedNumber }),
    sessionView,
  ),

  ...dosesChannels,

  'recovery:recordCriterion': channel(
    CARE,
    step.extend({ criterion: recoveryCriterion, met: z.boolean() }),
    sessionView,
  ),
  'recovery:recordEscort': channel(CARE, step.extend({ escort }), sessionView),
  'recovery:discharge': channel(
    ['nurse', 'prescriber'],
    step.extend({ prescriber: secondPerson.nullable(), reason: shortText.nullable() }),
    sessionView,
  ),

  'waste:record': channel(
    CHECK,
    step.extend({ typed: wasteTyped, witness: secondPerson, witnessTyped: wasteTyped }),
    sessionView,
  ),
  'waste:recordDiscrepancy': channel(
    CHECK,
    step.extend({ text: longText, witness: secondPerson }),
    sessionView,
  ),
  'record:sign': channel(['nurse', 'prescriber'], step.extend({ passphrase: secret }), sessionView),

  'document:load': channel('signedIn', documentRequest, documentData),
  'document:savePdf': channel(
    'signedIn',
    printRequest.extend({ requestId }),
    z.strictObject({ path: z.string() }),
  ),
  'document:print': channel('signedIn', printRequest.extend({ requestId }), nothing),

  ...printoutChannels,

  /** The record itself: backups, the last check, exports that can be restored. */
  'keeping:load': channel(KEEPERS, nothing, keepingView),
  /** Who signed in, was refused or locked, newest first; `after` is where the page before ended. */
  'keeping:logins': channel(
    KEEPERS,
    z.strictObject({ after: z.number().int().positive().nullable() }),
    pageOf(loginRow, z.number().int().positive()),
  ),
  'keeping:backUp': channel(KEEPERS, nothing, keepingView),
  /** Checks every event; progress is pushed as `checking`. Answered at its end. */
  'keeping:checkAll': channel(KEEPERS, nothing, fullCheck),
  'keeping:stopCheck': channel(KEEPERS, nothing, nothing),
  /** Takes the newest backup, opens it in a place of its own, checks it in full and records what came out. */
  'keeping:drill': channel(KEEPERS, z.strictObject({ requestId }), keepingView),
  'keeping:export': channel(
    KEEPERS,
    z.strictObject({ requestId, passphrase: secret }),
    z.strictObject({ path: z.string() }),
  ),
  /** Asks for an export from elsewhere, where the shell has a dialog of its own. */
  'keeping:chooseExport': channel(KEEPERS, z.strictObject({}), askedForExport),
  /** An export that was chosen in the window on its way in, part by part as base64; the first one begins anew. */
  'keeping:takeExport': channel(
    KEEPERS,
    z.strictObject({
      file: requestId,
      part: z.number().int().min(0).max(10_000_000),
      bytes: z.base64().max((EXPORT_PART * 4) / 3),
    }),
    nothing,
  ),
  'keeping:restore': channel(
    KEEPERS,
    z.strictObject({ requestId, chosen: chosenExport, passphrase: secret }),
    restored,
  ),
  /** Records what opening found wrong with the record; from then on it is written to again. */
  'keeping:acceptStanding': channel(KEEPERS, z.strictObject({ requestId, passphrase: secret }), nothing),
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type Request<Name extends ChannelName> = Infer<Channels[Name]['request']>;
export type Response<Name extends ChannelName> = Infer<Channels[Name]['response']>;

/** What a window gets back: a result, or a failure it can explain. Never an exception, never a database text. */
export type Reply<Name extends ChannelName> =
  | { readonly ok: true; readonly value: Response<Name> }
  | { readonly ok: false; readonly failure: Failure };

/** Largest message accepted from a window, in characters of JSON. */
export const LARGEST_REQUEST = 64_000;

/** Some rows of a list, how long the whole list is, and where the next page begins; null after the last. */
function pageOf<Row extends z.ZodType, Cursor extends z.ZodType>(row: Row, cursor: Cursor) {
  return z.strictObject({ rows: z.array(row), total: z.number().int(), next: cursor.nullable() });
}

function pumpReadAtEnd() {
  return {
    pumpVolume: typedNumber,
    linePrimedWith: primedWith,
    lineFlushed: z.boolean(),
    differenceReason: shortText.nullable(),
  };
}
