import { formatNumberText, formatQuantityText } from '../../core/quantity/format.ts';
import type { QuantityText } from '../../core/quantity/quantity.ts';
import { readAmount, type ShownAmount } from '../../core/quantity/shownAmount.ts';
import { DISCHARGE_NEED_WORDS } from '../../core/session/words.ts';
import { formatCalendarDate, formatHourMinute } from '../components/time.ts';
import { breachText } from './breachText.ts';
import { listed, type TextsFor } from './textFor.ts';

const TEXT_FIELDS = {
  reason: 'Type the reason.',
  lot: 'Type the lot number from the vial.',
  expiry: 'Type the expiry as month and year.',
  pump: 'Type the number of the pump.',
  note: 'Say in a few words what the reason is.',
  escortName: 'Type the name of the escort.',
  escortRelation: 'Type what the escort is to the patient.',
  escortPhone: 'Type the phone number of the escort.',
  site: 'Type where the IV is.',
  medicine: 'Type the name of the medicine.',
  scale: 'Say which scale.',
} as const;

const SCAN_FAULTS = {
  empty: 'nothing was read',
  notProduct: 'it names no product',
  checkDigit: 'a digit of the product is wrong',
  field: 'it holds something that is no product, lot or expiry',
  twice: 'it says the same twice',
  date: 'its expiry is no date',
  lot: 'its lot has a character no lot has',
} as const;

const STEP_TEXTS = {
  vial: 'Take the vial first.',
  draw: 'Draw up first.',
  diluent: 'Add the diluent first.',
  witness: 'The witness types both volumes first.',
} as const;

const PREPARATION_FIELDS = { volumeDrawn: 'volume drawn', finalVolume: 'final volume' } as const;
const PUMP_FIELDS = { rate: 'rate', volumeLimit: 'volume limit' } as const;

/** Its last day: `2025-10` as `31-Oct-2025`. */
function lastDayText(expiry: string): string {
  const [year = '', month = ''] = expiry.split('-');
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return formatCalendarDate(`${expiry}-${days}`);
}

/** Wording: UX 2.3 T21a, 2.4. */
const VOID_TEXTS = {
  weight: 'The weight changed after the double check. The check is void. Enter both again.',
  identity: 'The patient’s identity changed after the double check. The check is void. Enter both again.',
  lapsed: 'The double check is more than 4 h old. The check is void. Enter both again.',
  order: 'The order was opened again. The authorisation and the double check are void.',
} as const;

/** `50 mg is drawn up`; of a vial that is only opened, what is in it. */
function openedDrug(drawn: QuantityText<ShownAmount>, inVial: QuantityText<ShownAmount>): string {
  return readAmount(drawn).value.numerator > 0n
    ? `${formatQuantityText(drawn)} is drawn up`
    : `${formatQuantityText(inVial)} is left in the opened vial`;
}

/** Preparation, pump and running infusion. Wording: UX 2.3, T7 to T16. */
export const CARE_TEXTS: TextsFor<
  | 'textMissing'
  | 'stepMissing'
  | 'unknownProduct'
  | 'otherProduct'
  | 'scanDiffers'
  | 'scanNotRead'
  | 'scanUnknown'
  | 'otherVialScanned'
  | 'lotExpired'
  | 'tooFewVials'
  | 'otherVolumeDrawn'
  | 'otherFinalVolume'
  | 'anotherPersonNeeded'
  | 'witnessDisagrees'
  | 'labelDiffers'
  | 'labelVoid'
  | 'preparationExpired'
  | 'checkVoid'
  | 'orderChangeNeedsPrescriber'
  | 'voidDrugFirst'
  | 'baselineMissing'
  | 'baselineTooOld'
  | 'baselineOutsideEntryLimits'
  | 'unknownCheck'
  | 'consentNotValid'
  | 'medicinesNotSaid'
  | 'checksNotAsked'
  | 'checksNeedPrescriber'
  | 'nameNotSaid'
  | 'identityDiffers'
  | 'labelNotChecked'
  | 'pumpNotReadBack'
  | 'readerProgrammedPump'
  | 'readTogether'
  | 'readBackDiffers'
  | 'vitalsEmpty'
  | 'vitalsInverted'
  | 'noteEmpty'
  | 'severityUnknown'
  | 'nothingToCorrect'
  | 'othersObservation'
  | 'nothingCorrected'
  | 'timeNotAllowed'
  | 'saidInFuture'
  | 'saidBeforeArrival'
  | 'lateReasonMissing'
  | 'rateUnchanged'
  | 'rateJustSet'
  | 'rateOffGrid'
  | 'rateNeedsPrescriber'
  | 'rateOutsideHardLimit'
  | 'pauseReasonMissing'
  | 'vitalsSincePauseMissing'
  | 'resumeNeedsPrescriber'
  | 'pumpVolumeDiffers'
> = {
  textMissing: ({ field }) => TEXT_FIELDS[field],
  stepMissing: ({ step }) => STEP_TEXTS[step],
  unknownProduct: () => 'This product is not in the library. Choose one that is.',
  otherProduct: () => 'The plan was matched with another strength. Take the vial that was entered.',
  scanDiffers: () => 'Product, lot or expiry is not as scanned. Scan the vial in your hand again.',
  scanNotRead: ({ why }) =>
    `The scan was not understood: ${SCAN_FAULTS[why]}. Scan again, or type lot and expiry.`,
  scanUnknown: ({ code }) =>
    `No product of the library has the barcode ${code}. Read the vial, then choose it and type lot and expiry.`,
  otherVialScanned: ({ drug, strength, vialVolume }) =>
    `This vial is ${drug} ${formatQuantityText(strength)}, vial ${formatQuantityText(vialVolume)}. It is not the one that was ordered. Put it back.`,
  lotExpired: ({ lot, expiry }) => `Lot ${lot} expired on ${lastDayText(expiry)}. Choose another vial.`,
  tooFewVials: ({ needed }) => `The volume to draw needs ${needed} vials. Open as many.`,
  otherVolumeDrawn: ({ plan, typed, typedAmount, vialVolume, strength }) =>
    `Draw ${formatQuantityText(plan)} from a ${formatQuantityText(vialVolume)} vial of ${formatQuantityText(strength)}. You typed ${formatQuantityText(typed)}, which is ${formatQuantityText(typedAmount)}.`,
  otherFinalVolume: ({ plan, typed }) =>
    `The final volume is ${formatQuantityText(plan)}. You typed ${formatQuantityText(typed)}.`,
  anotherPersonNeeded: () => 'Another person must do this.',
  witnessDisagrees: ({ fields }) =>
    `The witness entry for ${listed(
      fields.map((field) => PREPARATION_FIELDS[field]),
      'and',
    )} does not agree. Neither value is shown.`,
  labelDiffers: () =>
    'These are not the last 4 of the label for this session. Read the label on the container.',
  labelVoid: ({ label }) => `Label ${label} is void. It is not printed again. Take it off the container.`,
  preparationExpired: ({ label, expiredAt }, zone) =>
    `Preparation ${label} expired at ${formatHourMinute(expiredAt, zone)}. Make a new preparation.`,
  checkVoid: ({ because }) => VOID_TEXTS[because],
  orderChangeNeedsPrescriber: () =>
    'Only a prescriber can change the order. The authorisation and the double check are void.',
  voidDrugFirst: ({ drawn, inVial }) =>
    `${openedDrug(drawn, inVial)} from the preparation that is void. Record its waste with a witness first.`,
  baselineMissing: () => 'Baseline vitals are not recorded. Record BP, heart rate and SpO2.',
  baselineTooOld: ({ minutes, allowedMinutes }) =>
    `Baseline vitals are more than ${allowedMinutes} min old (${minutes} min). Record BP, heart rate and SpO2 again.`,
  baselineOutsideEntryLimits: () => 'Baseline is outside the protocol’s entry limits. A prescriber decides.',
  unknownCheck: () => 'This cannot be answered so here. Look at the checklist again.',
  consentNotValid: () =>
    'There is no consent that is valid today. Answer no and say why; a prescriber decides.',
  medicinesNotSaid: ({ medicines }) =>
    `The assessment withholds ${listed(medicines, 'and')}. Say of each when it was last taken.`,
  checksNotAsked: ({ items }) => `Not asked yet: ${items.join('; ')}.`,
  checksNeedPrescriber: ({ items }) => `A prescriber decides first: ${items.join('; ')}.`,
  nameNotSaid: () => 'Ask the patient to say their name first.',
  identityDiffers: () =>
    'This is not this patient’s date of birth or record number. Ask the patient again. Nothing was started.',
  labelNotChecked: () => 'Type the last 4 of the label first.',
  pumpNotReadBack: () => 'The last pump read-back did not agree. Program the pump again and read it back.',
  readerProgrammedPump: () => 'The person who programmed the pump cannot read it back. Ask another person.',
  readTogether: ({ refusals }) =>
    `${refusals} readings did not agree. Look at the pump together, program it again, then each of you reads it and types the reading.`,
  readBackDiffers: ({ fields }) =>
    `The pump read-back does not agree with the matched plan for: ${listed(
      fields.map((field) => PUMP_FIELDS[field]),
      'and',
    )}. Check the pump. The expected value is not shown.`,
  vitalsEmpty: () => 'Nothing is entered yet.',
  noteEmpty: () => 'Note: nothing is written yet. Write it, or close.',
  vitalsInverted: () => 'Systolic must be above diastolic. Look at both numbers again.',
  severityUnknown: () => 'This severity does not exist for this effect. Choose it again.',
  nothingToCorrect: () =>
    'These vital signs or this effect are not in the record of this session. Look at its timeline again.',
  othersObservation: () =>
    'Somebody else recorded this. Only they or a nurse can correct it. Ask one of them.',
  nothingCorrected: () => 'Nothing is changed yet. Change a value or the time.',
  timeNotAllowed: () =>
    'This time lies in the future, too far back, or before the last change of the infusion. Take the time again.',
  saidInFuture: () => 'This time is more than 60 s in the future. Look at the time again.',
  saidBeforeArrival: ({ arrivedAt, by }, zone) =>
    `This time is before the patient was here (${by === 'arrival' ? 'arrived' : 'weighed'} ${formatHourMinute(arrivedAt, zone)}). Look at the time again.`,
  lateReasonMissing: ({ minutes }) =>
    `This is ${minutes} min back, more than 120. Type why it is late, or the number of the downtime form.`,
  rateUnchanged: () => 'This is the rate that runs now. Type another one.',
  rateJustSet: ({ from, to }) =>
    `The change from ${formatNumberText(from)} to ${formatQuantityText(to)} was recorded less than 3 s ago. Did you mean it once? It stands once in the record; nothing was recorded again. For another rate, type that rate.`,
  rateOffGrid: ({ step }) => `The pump takes steps of ${formatQuantityText(step)}. Type a rate on that step.`,
  rateNeedsPrescriber: ({ rate, doseRate, lowest, highest }) =>
    `${formatQuantityText(rate)} is ${formatQuantityText(doseRate)}. The plan allows nurses ${formatNumberText(lowest)} to ${formatQuantityText(highest)}. A prescriber must order this.`,
  rateOutsideHardLimit: ({ breach }) => breachText(breach).replace('authorised', 'set'),
  pauseReasonMissing: () => 'Say first why the infusion was paused.',
  vitalsSincePauseMissing: () =>
    'Vitals have not been recorded since the pause. Record BP, heart rate and SpO2.',
  resumeNeedsPrescriber: () =>
    'After a serious effect or a pressure beyond the action limit a prescriber must let the infusion go on.',
  pumpVolumeDiffers: ({ pump, record, percent }) =>
    `Pump says ${formatQuantityText(pump)}, record says ${formatQuantityText(record)} (${formatNumberText(percent, 1)} % apart). Give a reason or correct an event.`,
};

/** Recovery, waste and signature. Wording: UX 2.3, T17c to T20. */
export const CLOSING_TEXTS: TextsFor<
  | 'pumpNotReadYet'
  | 'observationTooShort'
  | 'noEscort'
  | 'criteriaUnmet'
  | 'wasteWitnessDisagrees'
  | 'moreThanLeft'
  | 'notAccountedFor'
  | 'stopReasonMissing'
  | 'alreadySigned'
  | 'nurseSignsFirst'
  | 'drawnDrugFirst'
  | 'nothingToAnswer'
> = {
  pumpNotReadYet: () => 'The pump’s final volume is not recorded. Read it from the pump.',
  observationTooShort: ({ minutes, neededMinutes }) =>
    `Observation is ${minutes} of ${neededMinutes} min. Discharge now needs a prescriber and a reason.`,
  noEscort: () => 'No escort is recorded. Discharge needs a prescriber and a reason.',
  criteriaUnmet: ({ unmet }) =>
    `Not met: ${unmet.map((need) => DISCHARGE_NEED_WORDS[need]).join('; ')}. Discharge now needs a prescriber and a reason.`,
  wasteWitnessDisagrees: () =>
    'The two entries of the waste do not agree. Neither is shown. Look at it together and type again.',
  moreThanLeft: ({ left }) => `Only ${formatQuantityText(left)} is left there. More cannot be wasted.`,
  notAccountedFor: ({ unaccounted, drug, drawn, given, wasted, leftInVial, wastedFromVial }) => {
    const syringe = `drawn ${formatNumberText(drawn)}, given ${formatNumberText(given)}, wasted ${formatNumberText(wasted)}`;
    const vial =
      leftInVial === wastedFromVial
        ? ''
        : `; left in the vial ${formatNumberText(leftInVial)}, wasted ${formatNumberText(wastedFromVial)}`;
    return `${formatQuantityText(unaccounted)} of ${drug} is not accounted for (${syringe}${vial}).`;
  },
  stopReasonMissing: () => 'The reason for the stop is not recorded. Add it.',
  alreadySigned: () => 'Signed records are not edited. Make an amendment.',
  nurseSignsFirst: () => 'The nurse signs first.',
  drawnDrugFirst: ({ drawn, inVial }) =>
    `${openedDrug(drawn, inVial)}. Record its waste with a witness before cancelling.`,
  nothingToAnswer: () => 'There is nothing left to record here.',
};
