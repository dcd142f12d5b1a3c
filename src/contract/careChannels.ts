import { RATE_UNITS } from '../core/library/orderUnits.ts';
import { CHECKERS } from '../core/session/roles.ts';
import { CARE, channel, step } from './channel.ts';
import {
  correctionReason,
  effectKind,
  effectRecorded,
  noteKind,
  noteText,
  pauseReason,
  primedWith,
  pumpState,
  rateReason,
  vitals,
} from './events/sessionEvents.ts';
import {
  moment,
  personId,
  quantityIn,
  quantityInOneOf,
  secondPerson,
  shortText,
  streamId,
  typedNumber,
} from './primitives.ts';
import { typedCheckAnswer } from './views/checklist.ts';
import { sessionView } from './views/session.ts';
import { z } from './zod.ts';

/** What is recorded at the chair from the baseline to the end of the infusion. */
export const careChannels = {
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
    CHECKERS,
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
  /** The next stage, as the pump shows it; `reader` null: who begins it read it. */
  'infusion:beginStage': channel(
    ['nurse', 'prescriber'],
    step.extend({ rate: typedNumber, volume: typedNumber, reader: secondPerson.nullable() }),
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
} as const;

function pumpReadAtEnd() {
  return {
    pumpVolume: typedNumber,
    linePrimedWith: primedWith,
    lineFlushed: z.boolean(),
    differenceReason: shortText.nullable(),
  };
}
