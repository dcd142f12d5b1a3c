import { RATE_UNITS } from '../core/library/orderUnits.ts';
import { DETAIL_FIELDS } from '../core/patient/details.ts';
import { SHOWN_AMOUNTS } from '../core/quantity/shownAmount.ts';
import { ALL_ENTRY_FIELDS, STEP_INPUTS } from '../core/session/entryFields.ts';
import { SESSION_STATES } from '../core/session/session.ts';
import { role } from './events/otherEvents.ts';
import {
  dischargeNeed,
  effectKind,
  limitBreach,
  preparationField,
  pumpField,
  voidReason,
} from './events/sessionEvents.ts';
import {
  anyQuantity,
  calendarDate,
  longText,
  moment,
  quantityIn,
  quantityInOneOf,
  shortText,
  streamId,
} from './primitives.ts';
import { type Infer, z } from './zod.ts';

/** Why a typed number is refused; the words are in `entryRefusalText` of the core. */
export const entryRefusal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notEntered') }),
  z.strictObject({ kind: z.literal('startsWithPoint'), suggestion: shortText }),
  z.strictObject({ kind: z.literal('nothingAfterPoint'), digits: shortText }),
  z.strictObject({ kind: z.literal('comma'), withPoint: shortText, withoutComma: shortText }),
  z.strictObject({ kind: z.literal('groupMark'), digits: shortText }),
  z.strictObject({ kind: z.literal('extraZero') }),
  z.strictObject({ kind: z.literal('secondPoint') }),
  z.strictObject({ kind: z.literal('digitsAndPointOnly') }),
  z.strictObject({ kind: z.literal('tooManyDecimals'), decimals: z.number().int() }),
  z.strictObject({ kind: z.literal('outsideRange'), minimum: anyQuantity, maximum: anyQuantity }),
]);

/** Why a field of a patient's details is refused. Mirrors `DetailProblem` of the core. */
export const detailProblem = z.union([
  z.strictObject({
    field: z.enum(DETAIL_FIELDS),
    why: z.enum(['missing', 'noLetter', 'tooLong', 'signs', 'unknown']),
  }),
  z.strictObject({ field: z.literal('recordNumber'), why: z.literal('trainingMark') }),
  z.strictObject({
    field: z.literal('born'),
    why: z.enum(['dateForm', 'noSuchDay', 'inFuture', 'tooLongAgo']),
  }),
  z.strictObject({ field: z.literal('height'), why: z.literal('number'), refusal: entryRefusal }),
]);

/** A patient as a warning names them. */
export const knownPatient = z.strictObject({
  id: streamId,
  familyName: shortText,
  givenName: shortText,
  born: calendarDate,
  recordNumber: shortText,
});

/** As the protocol of the session counts the drug. */
const shownDrug = quantityInOneOf(SHOWN_AMOUNTS);
const shownStrength = quantityInOneOf(['mg/mL', 'mcg/mL']);

const bare = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind) });
const count = z.number().int();

/** What the pump or the container cannot do of a plan that has a sum. Mirrors `EquipmentRefusal` of the core. */
export const equipmentFailures = [
  z.strictObject({
    kind: z.literal('rateOutsidePumpRange'),
    rate: quantityIn('mL/h'),
    minimum: quantityIn('mL/h'),
    maximum: quantityIn('mL/h'),
  }),
  z.strictObject({ kind: z.literal('tooManyContainers') }),
  z.strictObject({ kind: z.literal('undilutedForbidden'), strength: quantityIn('mg/mL') }),
] as const;

const doseKind = z.enum(['spray', 'injection']);

/** What a protocol, a syringe or a device does not let be ordered of counted doses. */
export const countedFailures = [
  z.strictObject({
    kind: z.literal('dosesOutsideProtocol'),
    doses: count,
    lowest: count,
    highest: count,
    of: doseKind,
  }),
  z.strictObject({ kind: z.literal('gapTooShort'), gapMinutes: count, leastMinutes: count }),
  z.strictObject({ kind: z.literal('doseNotMeasurable'), volume: quantityIn('mL'), step: quantityIn('mL') }),
  z.strictObject({ kind: z.literal('doseTooLarge'), volume: quantityIn('mL'), most: quantityIn('mL') }),
] as const;

/** The second engine did not confirm these results: no number is shown. */
export const disagreement = z.strictObject({ kind: z.literal('enginesDisagree'), on: z.array(shortText) });

/** Why a patient has no weight to dose on by the rule of a protocol. Mirrors `PlanWeightRefusal` of the core. */
export const weightFailures = [
  bare('heightMissing'),
  z.strictObject({
    kind: z.literal('heightBelowFormula'),
    height: quantityIn('cm'),
    minimum: quantityIn('cm'),
  }),
  z.strictObject({
    kind: z.literal('bodyMassIndexAboveFormula'),
    bodyMassIndex: quantityIn('kg/m2'),
    maximum: quantityIn('kg/m2'),
  }),
  z.strictObject({ kind: z.literal('leanAboveActual'), lean: quantityIn('kg'), actual: quantityIn('kg') }),
  z.strictObject({ kind: z.literal('idealAboveActual'), ideal: quantityIn('kg'), actual: quantityIn('kg') }),
] as const;

/** What a patient's record can lack for an order. Mirrors `recordLacks` of the core. */
export const recordFailures = [
  bare('noSignedAssessment'),
  z.strictObject({ kind: z.literal('questionsNotAsked'), questions: z.array(shortText) }),
  bare('noConsent'),
  bare('allergiesNotRecorded'),
] as const;

/** Refusals of a step of a session. Mirrors `SessionRefusal` of the core. */
const sessionFailures = [
  z.strictObject({ kind: z.literal('notInThisState'), state: z.enum(SESSION_STATES) }),
  z.strictObject({ kind: z.literal('roleNeeded'), roles: z.array(role) }),
  ...recordFailures,
  z.strictObject({ kind: z.literal('allergyMatches'), substance: shortText }),
  bare('notWeighed'),
  z.strictObject({ kind: z.literal('weightTooOld'), ageHours: count, allowedHours: count }),
  z.strictObject({ kind: z.literal('checkVoid'), because: z.union([voidReason, z.literal('order')]) }),
  bare('orderChangeNeedsPrescriber'),
  z.strictObject({ kind: z.literal('voidDrugFirst'), drawn: shownDrug, inVial: shownDrug }),
  z.strictObject({
    kind: z.literal('planIncomplete'),
    missing: z.array(
      z.enum([
        'doses',
        'gap',
        'dose',
        'duration',
        'amount',
        'volume',
        'mixing',
        'product',
        'chair',
        'loading',
        'laterSteps',
      ]),
    ),
  }),
  z.strictObject({ kind: z.literal('hardLimits'), breaches: z.array(limitBreach) }),
  z.strictObject({ kind: z.literal('reasonsMissing'), breaches: z.array(limitBreach) }),
  z.strictObject({
    kind: z.literal('drugExceedsFinalVolume'),
    drawUp: quantityIn('mL'),
    volume: quantityIn('mL'),
  }),
  z.strictObject({
    kind: z.literal('containerTooSmall'),
    finalVolume: quantityIn('mL'),
    container: quantityIn('mL'),
  }),
  z.strictObject({ kind: z.literal('pumpStepTooCoarse'), exact: anyQuantity, set: anyQuantity }),
  disagreement,
  ...weightFailures,
  ...countedFailures,
  bare('otherWayOfGiving'),
  z.strictObject({ kind: z.literal('otherDoseNext'), number: count }),
  z.strictObject({
    kind: z.literal('doseTooEarly'),
    number: count,
    waitMilliseconds: count,
    of: doseKind,
  }),
  ...equipmentFailures,
  bare('patientHasSession'),
  z.strictObject({ kind: z.literal('chairIsTaken'), chair: count }),
  bare('sawThePlan'),
  bare('madeFirstEntry'),
  /** One-clinician mode: the same person enters again after so many minutes. */
  z.strictObject({ kind: z.literal('tooSoonAgain'), minutes: count }),
  bare('otherCopyNeeded'),
  z.strictObject({
    kind: z.literal('entryRefused'),
    inputs: z.array(
      z.strictObject({
        input: z.enum([
          'dateOfBirth',
          'product',
          'weight',
          'height',
          'dose',
          'over',
          'overDays',
          'overHours',
          'amount',
          'volume',
          'pumpRate',
          'volumeToGive',
          'doses',
          'gap',
          'total',
          'loadingDose',
          'loadingOver',
          ...STEP_INPUTS,
        ]),
        refusal: entryRefusal,
      }),
    ),
  }),
  bare('firstEntryExpired'),
  bare('anotherReleases'),
  z.strictObject({
    kind: z.literal('textMissing'),
    field: z.enum([
      'scale',
      'reason',
      'lot',
      'expiry',
      'pump',
      'note',
      'site',
      'medicine',
      'escortName',
      'escortRelation',
      'escortPhone',
    ]),
  }),
  z.strictObject({ kind: z.literal('stepMissing'), step: z.enum(['vial', 'draw', 'diluent', 'witness']) }),
  bare('unknownProduct'),
  z.strictObject({ kind: z.literal('libraryFaulty'), faults: z.array(longText) }),
  /** A file that is no whole, unchanged library with its hash. */
  z.strictObject({
    kind: z.literal('libraryFileUnread'),
    why: z.enum(['notWhole', 'notLibrary', 'noHash', 'changed', 'tooLarge', 'gone']),
  }),
  /** The very library that is in force. */
  z.strictObject({ kind: z.literal('libraryUnchanged'), version: shortText }),
  /** Another content was published under this version. */
  z.strictObject({ kind: z.literal('libraryVersionTaken'), version: shortText }),
  /** One of the two who publish has not signed. */
  z.strictObject({ kind: z.literal('libraryNotSigned'), role: z.enum(['pharmacist', 'director']) }),
  bare('libraryNotWritten'),
  bare('otherProduct'),
  bare('scanDiffers'),
  z.strictObject({
    kind: z.literal('scanNotRead'),
    why: z.enum(['empty', 'notProduct', 'checkDigit', 'field', 'twice', 'date', 'lot']),
  }),
  z.strictObject({ kind: z.literal('scanUnknown'), code: shortText }),
  z.strictObject({
    kind: z.literal('otherVialScanned'),
    drug: shortText,
    strength: shownStrength,
    vialVolume: quantityIn('mL'),
  }),
  z.strictObject({ kind: z.literal('lotExpired'), lot: shortText, expiry: shortText }),
  z.strictObject({ kind: z.literal('tooFewVials'), needed: count }),
  z.strictObject({
    kind: z.literal('otherVolumeDrawn'),
    plan: quantityIn('mL'),
    typed: quantityIn('mL'),
    typedAmount: shownDrug,
    vialVolume: quantityIn('mL'),
    strength: shownStrength,
  }),
  z.strictObject({ kind: z.literal('otherFinalVolume'), plan: quantityIn('mL'), typed: quantityIn('mL') }),
  bare('anotherPersonNeeded'),
  z.strictObject({ kind: z.literal('witnessDisagrees'), fields: z.array(preparationField) }),
  bare('labelDiffers'),
  z.strictObject({ kind: z.literal('labelVoid'), label: shortText }),
  /** The label in hand belongs to another chair. */
  z.strictObject({
    kind: z.literal('labelOfAnother'),
    chair: count,
    name: shortText,
    ownChair: count,
    ownName: shortText,
  }),
  z.strictObject({ kind: z.literal('nextUnderWay'), label: shortText.nullable() }),
  bare('nextNotPrepared'),
  bare('restartMissing'),
  bare('restartBeforeStop'),
  z.strictObject({ kind: z.literal('moreThanContainerHeld'), held: quantityIn('mL') }),
  z.strictObject({
    kind: z.literal('containerLeftDiffers'),
    read: quantityIn('mL'),
    record: quantityIn('mL'),
    percent: quantityIn('%'),
  }),
  z.strictObject({ kind: z.literal('preparationExpired'), label: shortText, expiredAt: moment }),
  bare('baselineMissing'),
  z.strictObject({ kind: z.literal('baselineTooOld'), minutes: count, allowedMinutes: count }),
  bare('baselineOutsideEntryLimits'),
  bare('unknownCheck'),
  bare('consentNotValid'),
  z.strictObject({ kind: z.literal('medicinesNotSaid'), medicines: z.array(shortText) }),
  z.strictObject({ kind: z.literal('checksNotAsked'), items: z.array(shortText) }),
  z.strictObject({ kind: z.literal('checksNeedPrescriber'), items: z.array(shortText) }),
  bare('nameNotSaid'),
  bare('identityDiffers'),
  bare('labelNotChecked'),
  bare('pumpNotReadBack'),
  bare('readerProgrammedPump'),
  z.strictObject({ kind: z.literal('readTogether'), refusals: count }),
  z.strictObject({ kind: z.literal('readBackDiffers'), fields: z.array(pumpField) }),
  bare('vitalsEmpty'),
  bare('vitalsInverted'),
  bare('noteEmpty'),
  z.strictObject({ kind: z.literal('severityUnknown'), effect: effectKind }),
  bare('nothingToCorrect'),
  bare('othersObservation'),
  bare('nothingCorrected'),
  bare('timeNotAllowed'),
  bare('saidInFuture'),
  z.strictObject({
    kind: z.literal('saidBeforeArrival'),
    arrivedAt: moment,
    by: z.enum(['arrival', 'weighing']),
  }),
  z.strictObject({ kind: z.literal('lateReasonMissing'), minutes: count }),
  bare('rateUnchanged'),
  bare('loadingNotAllowed'),
  z.strictObject({ kind: z.literal('tooManySteps'), steps: count, most: count }),
  bare('noStageLeft'),
  z.strictObject({
    kind: z.literal('stageNotOver'),
    stage: count,
    left: quantityIn('mL'),
    endsAt: moment.nullable(),
  }),
  z.strictObject({ kind: z.literal('stageOver'), stage: count }),
  z.strictObject({ kind: z.literal('stagesLeft'), next: count, stages: count }),
  z.strictObject({ kind: z.literal('loadingRateAboveOrdered'), ordered: quantityIn('mL/h') }),
  z.strictObject({ kind: z.literal('rateJustSet'), from: quantityIn('mL/h'), to: quantityIn('mL/h') }),
  z.strictObject({ kind: z.literal('rateOffGrid'), step: quantityIn('mL/h') }),
  z.strictObject({
    kind: z.literal('rateNeedsPrescriber'),
    rate: quantityIn('mL/h'),
    doseRate: quantityInOneOf(RATE_UNITS),
    lowest: quantityInOneOf(RATE_UNITS),
    highest: quantityInOneOf(RATE_UNITS),
  }),
  z.strictObject({ kind: z.literal('rateOutsideHardLimit'), breach: limitBreach }),
  bare('pauseReasonMissing'),
  bare('vitalsSincePauseMissing'),
  bare('resumeNeedsPrescriber'),
  z.strictObject({
    kind: z.literal('pumpVolumeDiffers'),
    pump: quantityIn('mL'),
    record: quantityIn('mL'),
    percent: quantityIn('%'),
  }),
  bare('pumpNotReadYet'),
  z.strictObject({ kind: z.literal('observationTooShort'), minutes: count, neededMinutes: count }),
  bare('noEscort'),
  z.strictObject({ kind: z.literal('criteriaUnmet'), unmet: z.array(dischargeNeed) }),
  bare('wasteWitnessDisagrees'),
  z.strictObject({ kind: z.literal('moreThanLeft'), left: shownDrug }),
  z.strictObject({
    kind: z.literal('notAccountedFor'),
    unaccounted: shownDrug,
    drug: shortText,
    drawn: shownDrug,
    given: shownDrug,
    wasted: shownDrug,
    leftInVial: shownDrug,
    wastedFromVial: shownDrug,
  }),
  bare('stopReasonMissing'),
  bare('alreadySigned'),
  bare('nurseSignsFirst'),
  z.strictObject({ kind: z.literal('drawnDrugFirst'), drawn: shownDrug, inVial: shownDrug }),
  bare('nothingToAnswer'),
  bare('planClosed'),
] as const;

/** Refusals about people, their keys and their roles. */
const staffFailures = [
  /** After wrong tries: nothing is judged before these seconds are over. */
  z.strictObject({ kind: z.literal('waitToTry'), name: shortText, seconds: count }),
  z.strictObject({ kind: z.literal('noLongerHere'), name: shortText }),
  /** The passphrase was chosen by an administrator: nothing else before its owner has replaced it. */
  bare('ownPassphraseFirst'),
  z.strictObject({ kind: z.literal('licenceExpired'), name: shortText, expired: calendarDate }),
  z.strictObject({ kind: z.literal('rolesRefused'), why: z.enum(['none', 'adminAlone']) }),
  z.strictObject({ kind: z.literal('nameTaken'), name: shortText }),
  z.strictObject({ kind: z.literal('lastOfRole'), role }),
  /** A locked desk takes this; somebody is signed in. */
  bare('somebodyIsHere'),
  /** The way in for emergencies is for a session that runs or is watched. */
  bare('nothingRuns'),
  bare('closedInEmergency'),
  /** A key on a locked desk that was dropped, or recorded already. */
  bare('pressGone'),
] as const;

/** Refusals about a patient's own record. The problems of a form or a file are named all at once. */
const patientFailures = [
  z.strictObject({ kind: z.literal('patientRefused'), problems: z.array(detailProblem) }),
  z.strictObject({ kind: z.literal('recordNumberTaken'), patient: knownPatient }),
  bare('allergyStatusMissing'),
  bare('allergyItemMissing'),
  z.strictObject({ kind: z.literal('allergyYearWrong'), substance: shortText }),
  /** Asked once: they may be the same person. */
  z.strictObject({ kind: z.literal('possibleMatches'), patients: z.array(knownPatient) }),
  bare('nothingChanged'),
  bare('reasonMissing'),
  bare('patientInactive'),
  /** What is on screen belongs to somebody else than what was to be recorded. */
  bare('otherPatient'),
  bare('indicationMissing'),
  bare('primaryIndicationMissing'),
  z.strictObject({ kind: z.literal('decisionMissing'), questions: z.array(shortText) }),
  z.strictObject({ kind: z.literal('educationInFuture'), item: shortText }),
  z.strictObject({
    kind: z.literal('consentRefused'),
    why: z.enum(['form', 'witness', 'signedInFuture', 'lapsesBeforeSigned']),
  }),
  z.strictObject({
    kind: z.literal('importNotRead'),
    why: z.enum(['notStaged', 'tooLong', 'empty', 'tooMany']),
  }),
  z.strictObject({ kind: z.literal('importBroken'), line: count, why: longText }),
  z.strictObject({
    kind: z.literal('importColumns'),
    missing: z.array(shortText),
    unknown: z.array(shortText),
  }),
  z.strictObject({ kind: z.literal('importHasProblems'), rows: count }),
] as const;

/** Refusals that belong to no session. */
const otherFailures = [
  /** The message itself was not understood; nothing was done. */
  z.strictObject({ kind: z.literal('malformedRequest'), channel: shortText }),
  bare('notSignedIn'),
  bare('noRecordOpen'),
  bare('wrongSecret'),
  /** Where two people type theirs at once. */
  z.strictObject({ kind: z.literal('wrongPassphrase'), name: shortText }),
  z.strictObject({ kind: z.literal('wrongPin'), name: shortText, tries: count, triesAllowed: count }),
  bare('passphraseNeeded'),
  bare('credentialDoesNotFitLog'),
  z.strictObject({
    kind: z.literal('weakSecret'),
    need: z.enum([
      'passphraseLength',
      'passphraseTooPlain',
      'passphraseIsName',
      'pinDigits',
      'pinTooPlain',
      'sameAsBefore',
      'samePerson',
    ]),
  }),
  ...staffFailures,
  z.strictObject({
    kind: z.literal('notFound'),
    what: z.enum(['patient', 'session', 'person', 'protocol', 'chair']),
  }),
  bare('noLibrary'),
  /** Opening these numbers ends the person's part as a checker; asked for once. */
  bare('openingDisqualifies'),
  bare('formExpired'),
  z.strictObject({ kind: z.literal('valueRefused'), field: shortText, refusal: entryRefusal }),
  /** Somebody else's event came first: reload and look again. */
  bare('changedMeanwhile'),
  /** The disk or the log refused; nothing was recorded and nothing typed is lost. */
  z.strictObject({ kind: z.literal('notSaved'), why: z.enum(['diskFull', 'roomMade', 'busy', 'fault']) }),
  /** Something is wrong with the record: it is read, and written to again when somebody has recorded what happened. */
  bare('openForReading'),
  /** Too little room for a session to be ordered or started; in megabytes. */
  z.strictObject({ kind: z.literal('diskTooFull'), megabytes: count, needed: count }),
  /** No new backup; the last good one is still the newest. */
  bare('backupFailed'),
  bare('noBackup'),
  z.strictObject({ kind: z.literal('notExported'), why: z.enum(['noPlace', 'notWritten']) }),
  /** An export that is none, was changed, or takes another passphrase. */
  z.strictObject({
    kind: z.literal('exportNotOpened'),
    why: z.enum(['notSealed', 'passphraseOrDamaged', 'gone', 'noRoom']),
  }),
  bare('checkStopped'),
  /** A measured weight that counts only with a second weighing. */
  z.strictObject({ kind: z.literal('weighAgain'), sentence: shortText }),
  bare('weighingsDiffer'),
  z.strictObject({
    kind: z.literal('notPrinted'),
    why: z.enum(['noFolder', 'diskFull', 'shell']),
    path: z.string(),
  }),
  /** The pages went to the print dialog; the fact of it could not be saved. */
  bare('printNotRecorded'),
  /** A verification code as somebody typed it from paper. */
  z.strictObject({ kind: z.literal('codeMistyped'), why: z.enum(['length', 'character', 'check']) }),
  z.strictObject({ kind: z.literal('noSuchRecord'), number: shortText }),
  bare('alreadySetUp'),
  bare('clockBehind'),
] as const;

/** Everything a channel can answer instead of a result. The sentences are in `renderer/errorText.ts`. */
export const failure = z.discriminatedUnion('kind', [
  ...sessionFailures,
  ...patientFailures,
  ...otherFailures,
]);
export type Failure = Infer<typeof failure>;
export type FailureKind = Failure['kind'];

/** Screen names of the entry fields are needed wherever a refusal lists them. */
export const entryField = z.enum(ALL_ENTRY_FIELDS);
