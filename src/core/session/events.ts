import type { PlanSumText } from '../dosing/planSumText.ts';
import type { WorkingLine } from '../dosing/planWorking.ts';
import type { Mixing, Product, PumpedProtocol, PumpProfile } from '../library/library.ts';
import type { LimitBreach } from '../library/limits.ts';
import type { OrderUnit, RateUnit } from '../library/orderUnits.ts';
import type { QuantityText } from '../quantity/quantity.ts';
import type { ShownAmount } from '../quantity/shownAmount.ts';
import type {
  CountedDraft,
  CountedEntriesMatched,
  CountedPlanAuthorised,
  DoseGiven,
  DosesResumed,
  DosesStarted,
} from './countedEvents.ts';
import type { EntryField, EntryValues } from './entryFields.ts';

/**
 * Everything that can have happened in a session, as past-tense facts. A fact never changes: a new shape of one
 * is a new `version`, and old versions stay readable for ever.
 *
 * Times are UTC milliseconds. Quantities are stored texts with their unit (`54 mL/h`).
 */
export type SessionEvent =
  | Widened<'SessionPlanned', SessionPlanned>
  | Widened<'PlanChanged', PlanDraft>
  | Fact<'PlanOpened', Record<string, never>>
  | Widened<'PlanAuthorised', PlanAuthorised>
  | Widened<'FirstEntryMade', EntryMade>
  | Fact<'FirstEntryExpired', Record<string, never>>
  | Widened<'EntriesDiffered', EntriesDiffered>
  | Fact<'SecondAttemptStarted', Record<string, never>>
  | Fact<'PlanHeld', Record<string, never>>
  | Fact<'HoldReleased', HoldReleased>
  | Widened<'EntriesMatched', EntriesMatched>
  | Fact<'AuthorisationVoided', AuthorisationVoided>
  | Fact<'MatchVoided', MatchVoided>
  | Fact<'OrderReopened', Record<string, never>>
  | Fact<'TryRefused', TryRefused>
  | Fact<'VialTaken', VialTaken>
  | Fact<'VialScanned', { readonly code: string }>
  | Fact<'DrugDrawn', DrugDrawn>
  | Fact<'DiluentAdded', DiluentAdded>
  | Fact<'PreparationWitnessDisagreed', PreparationWitnessDisagreed>
  | Fact<'PreparationWitnessed', PreparationWitnessed>
  | Fact<'LabelChecked', { readonly lastFour: string }>
  | Fact<'NextVialTaken', OfContainer<VialTaken>>
  | Fact<'NextDrugDrawn', OfContainer<DrugDrawn>>
  | Fact<'NextDiluentAdded', OfContainer<DiluentAdded>>
  | Fact<'NextWitnessDisagreed', OfContainer<PreparationWitnessDisagreed>>
  | Fact<'NextPreparationWitnessed', OfContainer<PreparationWitnessed>>
  | Fact<'NextPreparationDiscarded', OfContainer<{ readonly reason: string }>>
  | Fact<'ContainerChanged', ContainerChanged>
  | Fact<'VitalsRecorded', Vitals>
  | Fact<'EffectRecorded', EffectRecorded>
  | Fact<'EffectEnded', { readonly effect: EffectKind }>
  | Fact<'VitalsCorrected', VitalsCorrected>
  | Fact<'EffectCorrected', EffectCorrected>
  | Fact<'LateEntryReasonGiven', { readonly reason: string }>
  | Fact<'NoteRecorded', NoteRecorded>
  | Fact<'PumpReadBackDisagreed', PumpReadBackDisagreed>
  | Fact<'PumpReadBackAgreed', PumpReadBackAgreed>
  | Fact<'PumpReadByProgrammer', PumpReadByProgrammer>
  | Fact<'SessionReady', Record<string, never>>
  | Fact<'ChecklistAnswered', ChecklistAnswered>
  | Fact<'CheckDecided', CheckDecided>
  | Fact<'InfusionStarted', InfusionStarted>
  | { readonly type: 'InfusionStarted'; readonly version: 2; readonly data: InfusionStartedByIdentity }
  | Fact<'RateChanged', RateChanged>
  | Fact<'StageBegun', StageBegun>
  | Fact<'InfusionPaused', { readonly reason: PauseReason | null }>
  | Fact<'PauseReasonGiven', { readonly reason: PauseReason }>
  | Fact<'InfusionResumed', InfusionResumed>
  | Fact<'InfusionStopped', { readonly reason: string | null }>
  | Fact<'StopReasonGiven', { readonly reason: string }>
  | Fact<'InfusionCompleted', Record<string, never>>
  | Fact<'FinalPumpReadingTaken', FinalPumpReading>
  | Fact<'RecoveryStarted', Record<string, never>>
  | Fact<'RecoveryCriterionRecorded', RecoveryCriterionRecorded>
  | Fact<'EscortRecorded', Escort>
  | Fact<'PatientDischarged', PatientDischarged>
  | Fact<'WasteRecorded', WasteRecorded>
  | Fact<'DiscrepancyRecorded', DiscrepancyRecorded>
  | Fact<'SessionSigned', Signature>
  | Fact<'SessionCountersigned', Signature>
  | Fact<'SignatureSufficed', SignatureSufficed>
  | Fact<'DocumentPrinted', DocumentPrinted>
  | Fact<'LabelPrinted', LabelPrinted>
  | Fact<'SessionCancelled', { readonly reason: string }>
  | Fact<'InterruptionFound', Interruption>
  | {
      readonly type: 'InterruptionFound';
      readonly version: 2;
      readonly data: Interruption & { readonly cause: InterruptionCause };
    }
  | Fact<'InterruptionAnswered', InterruptionAnswered>
  | Fact<'CountedPlanAuthorised', CountedPlanAuthorised>
  | Fact<'CountedEntriesMatched', CountedEntriesMatched>
  | Fact<'DosesStarted', DosesStarted>
  | Fact<'DoseGiven', DoseGiven>
  | Fact<'DosesResumed', DosesResumed>
  | Fact<'DosesConfirmed', Record<string, never>>;

type Fact<Type extends string, Data> = { readonly type: Type; readonly version: 1; readonly data: Data };

/**
 * A fact of an order. Version 1 knew one mode, a dose in mg/kg over minutes; version 2 knows every mode with a pump.
 * What version 1 holds is one case of what version 2 may hold, so it is read as it stands.
 */
type Widened<Type extends string, Data> = {
  readonly type: Type;
  readonly version: 1 | 2;
  readonly data: Data;
};

export type SessionEventType = SessionEvent['type'];

/** The version a fact is written in, where that is not the first. */
export const WRITTEN_VERSIONS: Partial<Record<SessionEventType, 2>> = {
  SessionPlanned: 2,
  PlanChanged: 2,
  PlanAuthorised: 2,
  FirstEntryMade: 2,
  EntriesDiffered: 2,
  EntriesMatched: 2,
};

/** A session event as it stands in the log: what happened, and when, where and by whom. */
export type Recorded<Event> = Event & {
  readonly id: string;
  readonly seq: number;
  readonly streamSeq: number;
  readonly happenedAt: number;
  readonly recordedAt: number;
  /** Milliseconds since the machine started, sleep included. */
  readonly counter: number;
  /** Which start of the machine `counter` belongs to. */
  readonly boot: string;
  readonly zone: string;
  readonly actor: string;
  readonly witness: string | null;
};

/** What a note is about. Source: UX 1, row 34. */
export const NOTE_KINDS = ['note', 'preparation', 'integration', 'therapist'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Words somebody wrote down at the chair. */
export type NoteRecorded = { readonly kind: NoteKind; readonly text: string };

export type LibraryVersion = { readonly version: string; readonly hash: string };

/** What a prescriber has written so far. Null is "not entered", never a default. */
export type PlanDraft = {
  readonly chair: number;
  readonly protocol: string;
  /** In the unit the protocol is ordered in: per kg, per kg and hour, per hour. */
  readonly dose: QuantityText<OrderUnit> | null;
  readonly duration: QuantityText<'min'> | null;
  readonly amount: QuantityText<ShownAmount> | null;
  readonly volume: QuantityText<'mL'> | null;
  readonly mixing: Mixing | null;
  readonly product: string | null;
  /** Left out for a pump; of counted doses everything else but the vial is null. */
  readonly counted?: CountedDraft;
  /** Left out while nobody has said whether there is one, and where the protocol has none. */
  readonly loading?: 'declined' | LoadingDraft;
  /** After the first step; left out where there is one rate for the whole time. */
  readonly laterSteps?: readonly StepDraft[];
};

export type LoadingDraft = {
  readonly dose: QuantityText<'mg/kg'> | null;
  readonly duration: QuantityText<'min'> | null;
};

export type StepDraft = {
  /** In the unit the protocol is ordered in. */
  readonly rate: QuantityText<RateUnit> | null;
  readonly duration: QuantityText<'min'> | null;
};

export type SessionPlanned = {
  /** `KT-2025-000412`. */
  readonly number: string;
  readonly patient: string;
  readonly library: LibraryVersion;
  readonly draft: PlanDraft;
};

/** The complete order, as authorised. Its dose and time are those of the infusion, or of its first step. */
export type Order = {
  readonly dose: QuantityText<OrderUnit>;
  readonly duration: QuantityText<'min'>;
  readonly amount: QuantityText<ShownAmount>;
  readonly volume: QuantityText<'mL'>;
  readonly mixing: Mixing;
  readonly product: string;
  /** Left out where the protocol has none. */
  readonly loading?: 'declined' | LoadingOrder;
  /** After the first step; left out where there is one rate for the whole time. */
  readonly laterSteps?: readonly StepOrder[];
};

/** A dose before the infusion, with its own time. */
export type LoadingOrder = {
  readonly dose: QuantityText<'mg/kg'>;
  readonly duration: QuantityText<'min'>;
};

/** A rate for a time, after the one before it. */
export type StepOrder = {
  readonly rate: QuantityText<RateUnit>;
  readonly duration: QuantityText<'min'>;
};

/** The library's rules as they stood when the order was signed: a session keeps its own for its whole life. */
export type PinnedRules = {
  readonly protocol: PumpedProtocol;
  readonly drugName: string;
  readonly product: Product;
  readonly pump: PumpProfile;
  readonly lineVolume: QuantityText<'mL'>;
  readonly reconciliationTolerance: QuantityText<'mg'>;
};

export type Weighing = {
  readonly weight: QuantityText<'kg'>;
  readonly weighedAt: number;
  readonly scale: string;
};

export type PlanAuthorised = {
  /** `O-2025-000412`. */
  readonly orderNumber: string;
  readonly chair: number;
  readonly order: Order;
  readonly rules: PinnedRules;
  readonly library: LibraryVersion;
  readonly weighing: Weighing;
  readonly sum: PlanSumText;
  readonly working: readonly WorkingLine[];
  readonly breaches: readonly LimitBreach[];
  readonly overrideReasons: readonly OverrideReason[];
};

export type OverrideReason = { readonly limit: string; readonly reason: string };

export type EntryMade = {
  readonly attempt: number;
  /** Which copy of the order sheet was in hand. */
  readonly copy: 1 | 2;
  readonly values: EntryValues;
  readonly corrections: number;
  readonly seconds: number;
};

/** Two entries that do not agree, with each other or with the order and the weighing. Fields in screen order. */
export type EntryVerdict = {
  readonly against: 'eachOther' | 'order';
  readonly fields: readonly EntryField[];
};

export type EntriesDiffered = EntryMade & { readonly verdict: EntryVerdict };

export type HoldReleased = { readonly reason: string; readonly wrongSource: WrongSource };

export type WrongSource = 'first' | 'second' | 'both' | 'orderSheet' | 'weighing';

export type EntriesMatched = EntryMade & {
  /** The day's weighing both entries were held against: what the session doses from. */
  readonly weighing: Weighing;
  readonly sum: PlanSumText;
  readonly working: readonly WorkingLine[];
  readonly breaches: readonly LimitBreach[];
};

/**
 * The weight agreed on passes a limit the prescriber gave no reason for, or takes more than pump or container can do
 * (then there may be no breach): the order goes back.
 */
export type AuthorisationVoided = { readonly breaches: readonly LimitBreach[] };

/** Why what two people entered alike no longer holds. Source: UX 2.3 T21a, 2.4 (4 h). */
export const VOID_REASONS = ['weight', 'identity', 'lapsed'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** The double check is void, and with it the preparation and its label; `breaches` as judged on what holds now. */
export type MatchVoided = { readonly because: VoidReason; readonly breaches: readonly LimitBreach[] };

/** Refusals that are facts of the record: somebody tried what must never happen. Source: HAZARDS H11, H18. */
export type RecordedRefusal =
  | { readonly kind: 'hardLimits'; readonly breaches: readonly LimitBreach[] }
  | { readonly kind: 'rateOutsideHardLimit'; readonly breach: LimitBreach }
  | { readonly kind: 'readBackDiffers'; readonly fields: readonly PumpField[] }
  | { readonly kind: 'identityDiffers' };

/** A try that was refused; nothing else happened. `typed` is the rate or the reading it was about, if there was one. */
export type TryRefused = { readonly refusal: RecordedRefusal; readonly typed: QuantityText<'mL/h'> | null };

export type VialTaken = {
  readonly product: string;
  readonly lot: string;
  /** Month of expiry, `2027-08`; good to its last day. */
  readonly expiry: string;
  readonly vials: number;
};

export type DrugDrawn = { readonly volume: QuantityText<'mL'>; readonly amount: QuantityText<'mg'> };

export type DiluentAdded = { readonly diluent: string; readonly finalVolume: QuantityText<'mL'> };

export type PreparationField = 'volumeDrawn' | 'finalVolume';

export type PreparationWitnessDisagreed = { readonly fields: readonly PreparationField[] };

export type PreparationWitnessed = {
  /** `KT-0412`. */
  readonly label: string;
  readonly useBy: number;
  readonly concentration: QuantityText<'mg/mL'>;
  readonly volumeDrawn: QuantityText<'mL'>;
  readonly finalVolume: QuantityText<'mL'>;
};

/** A step of the preparation that is connected next: the container's number in its session, from 2 on. */
export type OfContainer<Data> = Data & { readonly container: number };

/** T14: another container is connected. It happened when the pump stopped; the witness read the pump afterwards. */
export type ContainerChanged = OfContainer<{
  /** Of the new container, `KT-B412`. */
  readonly label: string;
  /** When the pump ran again, UTC milliseconds; null when it was paused and stays so. */
  readonly restartedAt: number | null;
  /** What it runs at again; null with `restartedAt`. */
  readonly rate: QuantityText<'mL/h'> | null;
  /** Left in the old container, as read. */
  readonly volumeLeft: QuantityText<'mL'>;
  /** The same by the record. */
  readonly calculatedLeft: QuantityText<'mL'>;
  /** Why the two differ, when by more than the limit. */
  readonly leftReason: string | null;
}>;

/** One round of vital signs. Null is "not recorded"; nothing is ever filled in. */
export type Vitals = {
  /** mmHg */
  readonly systolic: number | null;
  /** mmHg */
  readonly diastolic: number | null;
  /** beats per minute */
  readonly heartRate: number | null;
  /** % */
  readonly spo2: number | null;
  readonly oxygen: 'air' | 'oxygen' | null;
  /** per minute */
  readonly respiration: number | null;
  readonly temperature: QuantityText<'°C'> | null;
  /** Alertness and sedation, 5 readily answers … 0 no response (Chernik 1990). */
  readonly moaas: number | null;
  readonly pain: number | null;
};

export const EFFECTS = [
  'none',
  'dizzy',
  'nausea',
  'vomiting',
  'bloodPressureUp',
  'dissociation',
  'outOfBody',
  'hallucination',
  'timeDistortion',
  'drowsy',
  'calm',
  'anxious',
  'distress',
  'headache',
  'doubleVision',
  'itch',
  'psychosis',
  'seizure',
] as const;

export type EffectKind = (typeof EFFECTS)[number];

/** Effects after which only a prescriber may let the infusion go on. Source: UX 3.12. */
export const SERIOUS_EFFECTS: readonly EffectKind[] = ['psychosis', 'seizure'];

/** Severity 1 mild, 2 moderate, 3 severe; 0 only with `none`; dissociation 0 to 4. */
export type EffectRecorded = { readonly effect: EffectKind; readonly severity: number };

/** A reading on the wrong chair is moved, not corrected. Source: UX 3.14. */
export const CORRECTION_REASONS = ['mistyped', 'wrongTime', 'other'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

type Corrects = {
  /** Id of the fact that recorded it first. */
  readonly corrects: string;
  /** When it was seen after all, UTC milliseconds; null where the time was right. */
  readonly seenAt: number | null;
  readonly reason: CorrectionReason;
  readonly note: string | null;
};

/** The whole round as it should have been recorded. The first one stays in the log. */
export type VitalsCorrected = Corrects & { readonly vitals: Vitals };

export type EffectCorrected = Corrects & EffectRecorded;

export type PumpReading = {
  readonly pump: string;
  readonly programmedBy: string;
  readonly rate: QuantityText<'mL/h'>;
  readonly volumeLimit: QuantityText<'mL'>;
};

export type PumpField = 'rate' | 'volumeLimit';

export type PumpReadBackDisagreed = PumpReading & { readonly fields: readonly PumpField[] };
export type PumpReadBackAgreed = PumpReading;

/** After two refusals both look at the pump: what the person who programmed it read. Source: UX 2.3 T8. */
export type PumpReadByProgrammer = Pick<PumpReading, 'programmedBy' | 'rate' | 'volumeLimit'>;

export type InfusionStarted = {
  readonly rate: QuantityText<'mL/h'>;
  readonly volumeToGive: QuantityText<'mL'>;
};

/** Version 1 did not say by what the patient was known: only a banner was on the screen. */
export type InfusionStartedByIdentity = InfusionStarted & { readonly identifiedBy: Identifier };

/** What is said or read beside the name. */
export type Identifier = 'dateOfBirth' | 'recordNumber';

/** How an item of the checklist was answered. Times are UTC milliseconds. */
export type CheckAnswer =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly reason: string }
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'pregnancy'; readonly pregnant: 'no' | 'yes' | 'notApplicable' }
  /** None: there is nothing to withhold. `lastTaken` null: not known. */
  | {
      readonly kind: 'withheld';
      readonly medicines: readonly { readonly name: string; readonly lastTaken: number | null }[];
    }
  | ({ readonly kind: 'escort' } & Escort)
  | {
      readonly kind: 'access';
      readonly site: string;
      readonly side: 'left' | 'right';
      /** 14 to 26 */
      readonly gauge: number;
      readonly placedAt: number;
      readonly attempts: number;
      readonly flushed: boolean;
    };

export type ChecklistAnswered = {
  readonly item: string;
  readonly answer: CheckAnswer;
  /** The answer is when the patient arrived. */
  readonly isArrival: boolean;
};

/** A prescriber lets the session go on with an item of the checklist, or with the baseline, and says why. */
export type CheckDecided = { readonly subject: string; readonly prescriber: string; readonly reason: string };

export const RATE_REASONS = [
  'nausea',
  'distress',
  'dissociation',
  'bloodPressure',
  'comfort',
  'ordered',
  'other',
] as const;
export type RateReason = (typeof RATE_REASONS)[number];

export type RateChanged = {
  readonly from: QuantityText<'mL/h'>;
  readonly to: QuantityText<'mL/h'>;
  readonly reason: RateReason;
  readonly note: string | null;
  /** The prescriber who ordered it at the workstation; null within the nurse's own range. */
  readonly orderedBy: string | null;
};

/** The next stage runs, set on the pump with its own volume. Source: docs/decisions/0015-stages.md. */
export type StageBegun = {
  /** Counted from 1: the second stage is 2. */
  readonly stage: number;
  readonly from: QuantityText<'mL/h'>;
  readonly rate: QuantityText<'mL/h'>;
  /** Where the pump stops by itself, counted from here. */
  readonly volume: QuantityText<'mL'>;
  /** Left of the stage before, by the record. */
  readonly calculatedLeft: QuantityText<'mL'>;
};

export const PAUSE_REASONS = [
  'distress',
  'nausea',
  'bloodPressure',
  'toilet',
  'pump',
  'line',
  'other',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Pauses for something the patient felt or showed: vitals come before the resume. */
export const PAUSES_FOR_EFFECT: readonly PauseReason[] = ['distress', 'nausea', 'bloodPressure'];

export type InfusionResumed = { readonly rate: QuantityText<'mL/h'>; readonly allowedBy: string | null };

export type FinalPumpReading = {
  /** Counted by the pump from the start, after priming. */
  readonly pumpVolume: QuantityText<'mL'>;
  readonly calculatedVolume: QuantityText<'mL'>;
  readonly linePrimedWith: 'diluent' | 'drug';
  readonly lineFlushed: boolean;
  /** Why the pump and the record differ, when by more than the limit. */
  readonly differenceReason: string | null;
};

export const RECOVERY_CRITERIA = [
  'oriented',
  'steadyGait',
  'noSevereNausea',
  'painAccepted',
  'accessRemoved',
  'drank',
  'leafletGiven',
  'emergencyNumber',
] as const;

export type RecoveryCriterion = (typeof RECOVERY_CRITERIA)[number];

export type RecoveryCriterionRecorded = { readonly criterion: RecoveryCriterion; readonly met: boolean };

export type Escort = { readonly name: string; readonly relation: string; readonly phone: string };

export type PatientDischarged = {
  readonly unmet: readonly DischargeNeed[];
  readonly override: { readonly prescriber: string; readonly reason: string } | null;
  readonly handedOver: readonly EffectKind[];
};

/** What a discharge asks for: the criteria people tick, and those the program works out. */
export type DischargeNeed = RecoveryCriterion | 'observationTime' | 'systolicNearBaseline' | 'escort';

export type WasteRecorded = {
  readonly from: 'vial' | 'syringe' | 'line';
  readonly amount: QuantityText<'mg'>;
  readonly volume: QuantityText<'mL'>;
};

export type DiscrepancyRecorded = { readonly unaccounted: QuantityText<'mg'>; readonly text: string };

export type Signature = { readonly recordVersion: number; readonly recordHash: string };

/** The clinic asks for one signature, and the one that was given closes the record. Source: UX 2.3 T18. */
export type SignatureSufficed = { readonly as: Signer };

/** As whom somebody signs a record. */
export const SIGNERS = ['nurse', 'prescriber'] as const;
export type Signer = (typeof SIGNERS)[number];

export type DocumentKind = 'orderSheet' | 'sessionSummary';
export type Paper = 'A4' | 'Letter';

/** Labels of a preparation, by what they are stuck on. Source: UX 4, D2. */
export const LABEL_SIZES = ['bag', 'syringe', 'flag'] as const;
export type LabelSize = (typeof LABEL_SIZES)[number];

/** A label of a preparation on its way to paper, or copied by hand because no printer would. */
export type LabelPrinted = {
  readonly label: string;
  readonly size: LabelSize;
  /** 1 is the first; every later one says `REPRINT 2` and why. */
  readonly printing: number;
  readonly reason: string | null;
  readonly to: 'pdf' | 'printer' | 'hand';
};

export type DocumentPrinted = {
  readonly document: DocumentKind;
  readonly paper: Paper;
  readonly recordVersion: number;
  readonly code: string;
  readonly copy: number;
  readonly to: 'pdf' | 'printer';
};

/** The program was not running between these wall-clock times. */
export type Interruption = { readonly from: number; readonly to: number };

/**
 * The program was closed, or it was open and stood still: the machine slept, or something held the program up.
 * Version 1 of `InterruptionFound` did not say; only `closed` could then be noticed.
 */
export const INTERRUPTION_CAUSES = ['closed', 'stoodStill'] as const;
export type InterruptionCause = (typeof INTERRUPTION_CAUSES)[number];

export type InterruptionAnswered = {
  readonly pumpState: 'running' | 'paused' | 'stopped';
  readonly pumpVolume: QuantityText<'mL'>;
};
