import { type BandName, LIMITED_UNITS } from '../../core/library/library.ts';
import { ALL_ENTRY_FIELDS } from '../../core/session/entryFields.ts';
import {
  CORRECTION_REASONS,
  EFFECTS,
  LABEL_SIZES,
  NOTE_KINDS,
  PAUSE_REASONS,
  RATE_REASONS,
  RECOVERY_CRITERIA,
  type SessionEvent,
  type SessionEventType,
  SIGNERS,
  VOID_REASONS,
} from '../../core/session/events.ts';
import { ageText, doseOverTimeSchema, mixing, productSchema, pumpSchema } from '../library.ts';
import {
  anyQuantity,
  chairNumber,
  longText,
  moment,
  personId,
  quantityIn,
  shortText,
  streamId,
} from '../primitives.ts';
import { LONGEST_NOTE } from '../typedBounds.ts';
import { type Infer, z } from '../zod.ts';

/**
 * The stored shape of every session event. A row whose data does not fit is a fault in the log, not something to
 * be guessed at. A changed shape is a new version beside the old one, never an edit here.
 */

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();
export const libraryVersion = z.strictObject({ version: shortText, hash: z.string().length(64) });

const planDraft = z.strictObject({
  chair: chairNumber,
  protocol: shortText,
  dose: quantityIn('mg/kg').nullable(),
  duration: quantityIn('min').nullable(),
  amount: quantityIn('mg').nullable(),
  volume: quantityIn('mL').nullable(),
  mixing: mixing.nullable(),
  product: shortText.nullable(),
});

const order = z.strictObject({
  dose: quantityIn('mg/kg'),
  duration: quantityIn('min'),
  amount: quantityIn('mg'),
  volume: quantityIn('mL'),
  mixing,
  product: shortText,
});

export const weighing = z.strictObject({ weight: quantityIn('kg'), weighedAt: moment, scale: shortText });

export const planSumText = z.strictObject({
  dose: quantityIn('mg'),
  concentration: quantityIn('mg/mL'),
  volumeExact: quantityIn('mL'),
  volumeToGive: quantityIn('mL'),
  rateExact: quantityIn('mL/h'),
  rate: quantityIn('mL/h'),
  doseRate: quantityIn('mg/kg/h'),
  doseRateMicrograms: quantityIn('mcg/kg/min'),
  achievedDose: quantityIn('mg'),
  achievedDosePerKg: quantityIn('mg/kg'),
  achievedDoseRate: quantityIn('mg/kg/h'),
  achievedDuration: quantityIn('min'),
  drawUp: quantityIn('mL'),
  diluent: quantityIn('mL'),
  finalVolume: quantityIn('mL'),
  containerLasts: quantityIn('min'),
  containers: count,
});

const workingLine = z.strictObject({
  step: z.enum([
    'dose',
    'strength',
    'volume',
    'rate',
    'pump',
    'pumpVolume',
    'backCheck',
    'backCheckMicrograms',
    'backToOrder',
    'drawUp',
  ]),
  calculation: shortText,
  result: shortText,
});

const limitValue = z.union([ageText, anyQuantity]);

export const limitBreach = z.strictObject({
  value: z.enum([...(Object.keys(LIMITED_UNITS) as BandName[]), 'age']),
  strength: z.enum(['soft', 'hard']),
  side: z.enum(['below', 'above']),
  actual: limitValue,
  limit: limitValue,
  source: shortText,
});

export const overrideReason = z.strictObject({ limit: shortText, reason: shortText });

export const pinnedRules = z.strictObject({
  protocol: doseOverTimeSchema,
  drugName: shortText,
  product: productSchema,
  pump: pumpSchema,
  lineVolume: quantityIn('mL'),
  reconciliationTolerance: quantityIn('mg'),
});

export const entryValues = z.strictObject({
  dateOfBirth: shortText,
  product: shortText,
  weight: shortText,
  dose: shortText,
  over: shortText,
  amount: shortText,
  volume: shortText,
  pumpRate: shortText,
  volumeToGive: shortText,
});

export const copyNumber = z.union([z.literal(1), z.literal(2)]);

export const entryMade = z.strictObject({
  attempt: z.number().int().positive(),
  copy: copyNumber,
  values: entryValues,
  corrections: count,
  seconds: count,
});

export const entryVerdict = z.strictObject({
  against: z.enum(['eachOther', 'order']),
  fields: z.array(z.enum(ALL_ENTRY_FIELDS)),
});

export const wrongSource = z.enum(['first', 'second', 'both', 'orderSheet', 'weighing']);
export const preparationField = z.enum(['volumeDrawn', 'finalVolume']);
export const pumpField = z.enum(['rate', 'volumeLimit']);
export const effectKind = z.enum(EFFECTS);
export const voidReason = z.enum(VOID_REASONS);
export const pauseReason = z.enum(PAUSE_REASONS);
export const rateReason = z.enum(RATE_REASONS);
export const recoveryCriterion = z.enum(RECOVERY_CRITERIA);
export const wastePlace = z.enum(['vial', 'syringe', 'line']);
export const documentKind = z.enum(['orderSheet', 'sessionSummary']);
export const paper = z.enum(['A4', 'Letter']);
export const labelSize = z.enum(LABEL_SIZES);
export const labelTarget = z.enum(['pdf', 'printer', 'hand']);
export const primedWith = z.enum(['diluent', 'drug']);
export const pumpState = z.enum(['running', 'paused', 'stopped']);
/** Month and year of a vial's expiry, `2027-08`. */
export const expiryMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const vialTaken = z.strictObject({
  product: shortText,
  lot: z.string().max(20),
  expiry: expiryMonth,
  vials: z.number().int().min(1).max(20),
});

const inRange = (lowest: number, highest: number) => z.number().int().min(lowest).max(highest).nullable();

/** Accepted ranges of UX 3.12. */
export const vitals = z.strictObject({
  systolic: inRange(30, 300),
  diastolic: inRange(10, 200),
  heartRate: inRange(20, 300),
  spo2: inRange(40, 100),
  oxygen: z.enum(['air', 'oxygen']).nullable(),
  respiration: inRange(2, 80),
  temperature: quantityIn('°C').nullable(),
  moaas: inRange(0, 5),
  pain: inRange(0, 10),
});

export const effectRecorded = z.strictObject({
  effect: effectKind,
  severity: z.number().int().min(0).max(4),
});

const pumpReading = z.strictObject({
  pump: shortText,
  programmedBy: personId,
  rate: quantityIn('mL/h'),
  volumeLimit: quantityIn('mL'),
});

/** A note at the chair: one line of words. */
export const noteKind = z.enum(NOTE_KINDS);
export const noteText = z.string().max(LONGEST_NOTE);

export const escort = z.strictObject({ name: shortText, relation: shortText, phone: shortText });

export const dischargeNeed = z.enum([
  'observationTime',
  'systolicNearBaseline',
  ...RECOVERY_CRITERIA,
  'escort',
]);

export const infusionStarted = z.strictObject({ rate: quantityIn('mL/h'), volumeToGive: quantityIn('mL') });

export const pregnancy = z.enum(['no', 'yes', 'notApplicable']);
export const accessSide = z.enum(['left', 'right']);
export const gauge = z.number().int().min(14).max(26);
export const attempts = z.number().int().min(1).max(9);

export const checkAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes') }),
  z.strictObject({ kind: z.literal('no'), reason: shortText }),
  z.strictObject({ kind: z.literal('time'), at: moment }),
  z.strictObject({ kind: z.literal('pregnancy'), pregnant: pregnancy }),
  z.strictObject({
    kind: z.literal('withheld'),
    medicines: z.array(z.strictObject({ name: shortText, lastTaken: moment.nullable() })).max(20),
  }),
  escort.extend({ kind: z.literal('escort') }),
  z.strictObject({
    kind: z.literal('access'),
    site: shortText,
    side: accessSide,
    gauge,
    placedAt: moment,
    attempts,
    flushed: z.boolean(),
  }),
]);

export const correctionReason = z.enum(CORRECTION_REASONS);
const corrects = {
  corrects: z.string().max(64),
  seenAt: moment.nullable(),
  reason: correctionReason,
  note: shortText.nullable(),
};

const recordedRefusal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hardLimits'), breaches: z.array(limitBreach) }),
  z.strictObject({ kind: z.literal('rateOutsideHardLimit'), breach: limitBreach }),
  z.strictObject({ kind: z.literal('readBackDiffers'), fields: z.array(pumpField) }),
  z.strictObject({ kind: z.literal('identityDiffers') }),
]);

/** Those of counted doses stand in `countedEvents.ts`. */
type OwnEventType = Exclude<
  SessionEventType,
  | 'CountedPlanAuthorised'
  | 'CountedEntriesMatched'
  | 'DosesStarted'
  | 'DoseGiven'
  | 'DosesResumed'
  | 'DosesConfirmed'
>;

const signature = z.strictObject({ recordVersion: count, recordHash: z.string().length(64) });

const drugDrawn = z.strictObject({ volume: quantityIn('mL'), amount: quantityIn('mg') });
const diluentAdded = z.strictObject({ diluent: shortText, finalVolume: quantityIn('mL') });
const witnessDisagreed = z.strictObject({ fields: z.array(preparationField) });
const preparationWitnessed = z.strictObject({
  label: shortText,
  useBy: moment,
  concentration: quantityIn('mg/mL'),
  volumeDrawn: quantityIn('mL'),
  finalVolume: quantityIn('mL'),
});
/** Number of a container in its session, from the second one on. */
const ofContainer = { container: z.number().int().min(2) };

const dataByType = {
  SessionPlanned: z.strictObject({
    number: shortText,
    patient: streamId,
    library: libraryVersion,
    draft: planDraft,
  }),
  PlanChanged: planDraft,
  PlanOpened: nothing,
  PlanAuthorised: z.strictObject({
    orderNumber: shortText,
    chair: chairNumber,
    order,
    rules: pinnedRules,
    library: libraryVersion,
    weighing,
    sum: planSumText,
    working: z.array(workingLine),
    breaches: z.array(limitBreach),
    overrideReasons: z.array(overrideReason),
  }),
  FirstEntryMade: entryMade,
  FirstEntryExpired: nothing,
  EntriesDiffered: entryMade.extend({ verdict: entryVerdict }),
  SecondAttemptStarted: nothing,
  PlanHeld: nothing,
  HoldReleased: z.strictObject({ reason: shortText, wrongSource }),
  EntriesMatched: entryMade.extend({
    weighing,
    sum: planSumText,
    working: z.array(workingLine),
    breaches: z.array(limitBreach),
  }),
  AuthorisationVoided: z.strictObject({ breaches: z.array(limitBreach) }),
  MatchVoided: z.strictObject({ because: voidReason, breaches: z.array(limitBreach) }),
  OrderReopened: nothing,
  TryRefused: z.strictObject({ refusal: recordedRefusal, typed: quantityIn('mL/h').nullable() }),
  VialTaken: vialTaken,
  VialScanned: z.strictObject({ code: z.string().max(120) }),
  DrugDrawn: drugDrawn,
  DiluentAdded: diluentAdded,
  PreparationWitnessDisagreed: witnessDisagreed,
  PreparationWitnessed: preparationWitnessed,
  LabelChecked: z.strictObject({ lastFour: z.string().length(4) }),
  NextVialTaken: vialTaken.extend(ofContainer),
  NextDrugDrawn: drugDrawn.extend(ofContainer),
  NextDiluentAdded: diluentAdded.extend(ofContainer),
  NextWitnessDisagreed: witnessDisagreed.extend(ofContainer),
  NextPreparationWitnessed: preparationWitnessed.extend(ofContainer),
  NextPreparationDiscarded: z.strictObject({ reason: shortText, ...ofContainer }),
  ContainerChanged: z.strictObject({
    label: shortText,
    restartedAt: moment.nullable(),
    rate: quantityIn('mL/h').nullable(),
    volumeLeft: quantityIn('mL'),
    calculatedLeft: quantityIn('mL'),
    leftReason: shortText.nullable(),
    ...ofContainer,
  }),
  VitalsRecorded: vitals,
  EffectRecorded: effectRecorded,
  EffectEnded: z.strictObject({ effect: effectKind }),
  VitalsCorrected: z.strictObject({ vitals, ...corrects }),
  EffectCorrected: effectRecorded.extend(corrects),
  LateEntryReasonGiven: z.strictObject({ reason: shortText }),
  NoteRecorded: z.strictObject({ kind: noteKind, text: noteText }),
  PumpReadBackDisagreed: pumpReading.extend({ fields: z.array(pumpField) }),
  PumpReadBackAgreed: pumpReading,
  PumpReadByProgrammer: pumpReading.omit({ pump: true }),
  SessionReady: nothing,
  ChecklistAnswered: z.strictObject({ item: shortText, answer: checkAnswer, isArrival: z.boolean() }),
  CheckDecided: z.strictObject({ subject: shortText, prescriber: personId, reason: shortText }),
  InfusionStarted: infusionStarted,
  RateChanged: z.strictObject({
    from: quantityIn('mL/h'),
    to: quantityIn('mL/h'),
    reason: rateReason,
    note: shortText.nullable(),
    orderedBy: personId.nullable(),
  }),
  StageBegun: z.strictObject({
    stage: z.number().int().min(2),
    from: quantityIn('mL/h'),
    rate: quantityIn('mL/h'),
    volume: quantityIn('mL'),
    calculatedLeft: quantityIn('mL'),
  }),
  InfusionPaused: z.strictObject({ reason: pauseReason.nullable() }),
  PauseReasonGiven: z.strictObject({ reason: pauseReason }),
  InfusionResumed: z.strictObject({ rate: quantityIn('mL/h'), allowedBy: personId.nullable() }),
  InfusionStopped: z.strictObject({ reason: shortText.nullable() }),
  StopReasonGiven: z.strictObject({ reason: shortText }),
  InfusionCompleted: nothing,
  FinalPumpReadingTaken: z.strictObject({
    pumpVolume: quantityIn('mL'),
    calculatedVolume: quantityIn('mL'),
    linePrimedWith: primedWith,
    lineFlushed: z.boolean(),
    differenceReason: shortText.nullable(),
  }),
  RecoveryStarted: nothing,
  RecoveryCriterionRecorded: z.strictObject({ criterion: recoveryCriterion, met: z.boolean() }),
  EscortRecorded: escort,
  PatientDischarged: z.strictObject({
    unmet: z.array(dischargeNeed),
    override: z.strictObject({ prescriber: personId, reason: shortText }).nullable(),
    handedOver: z.array(effectKind),
  }),
  WasteRecorded: z.strictObject({ from: wastePlace, amount: quantityIn('mg'), volume: quantityIn('mL') }),
  DiscrepancyRecorded: z.strictObject({ unaccounted: quantityIn('mg'), text: longText }),
  SessionSigned: signature,
  SessionCountersigned: signature,
  SignatureSufficed: z.strictObject({ as: z.enum(SIGNERS) }),
  DocumentPrinted: z.strictObject({
    document: documentKind,
    paper,
    recordVersion: count,
    code: shortText,
    copy: count,
    to: z.enum(['pdf', 'printer']),
  }),
  LabelPrinted: z.strictObject({
    label: shortText,
    size: labelSize,
    printing: count.positive(),
    reason: shortText.nullable(),
    to: labelTarget,
  }),
  SessionCancelled: z.strictObject({ reason: shortText }),
  InterruptionFound: z.strictObject({ from: moment, to: moment }),
  InterruptionAnswered: z.strictObject({ pumpState, pumpVolume: quantityIn('mL') }),
} satisfies Record<OwnEventType, z.ZodType>;

/** Schema of the data of a session event, by type. */
export const sessionEventData: typeof dataByType = dataByType;

// The schemas and the core's own types must say the same: a drift of either fails to compile here.
type Stored = { [Type in OwnEventType]: Infer<(typeof dataByType)[Type]> };
type Core = { [Type in OwnEventType]: Extract<SessionEvent, { type: Type }>['data'] };
type Agree<Left, Right> = Left extends Right ? true : never;
export const schemasFitTheCore: Agree<Stored, Core> = true;
