import type { LimitBreach } from '../library/limits.ts';
import type { CheckDecision, CheckEntry } from './checklist.ts';
import type {
  CountedEntriesMatched,
  CountedPlanAuthorised,
  CountedRules,
  DoseGiven,
} from './countedEvents.ts';
import type { InfusionRun } from './delivered.ts';
import type { TimeAnchor } from './effectiveTime.ts';
import type { EntryInput, EntryValues } from './entryFields.ts';
import type {
  ContainerChanged,
  CorrectionReason,
  DiluentAdded,
  DiscrepancyRecorded,
  DocumentPrinted,
  DrugDrawn,
  EffectKind,
  EntriesMatched,
  EntryMade,
  EntryVerdict,
  Escort,
  FinalPumpReading,
  Interruption,
  InterruptionCause,
  LabelPrinted,
  LibraryVersion,
  PatientDischarged,
  PauseReason,
  PinnedRules,
  PlanAuthorised,
  PlanDraft,
  PreparationWitnessed,
  PumpReading,
  RateChanged,
  RecoveryCriterion,
  Signature,
  SignatureSufficed,
  VialTaken,
  Vitals,
  VoidReason,
  WasteRecorded,
} from './events.ts';
import type { EffectFact, VitalsSeen } from './observations.ts';

/** Where a session stands. Source: UX 2.2; ENDED passes into RECOVERY by itself and is never seen. */
export const SESSION_STATES = [
  'PLANNED',
  'AUTHORISED',
  'ENTERED_A',
  'MISMATCH',
  'HELD',
  'MATCHED',
  'PREPARED',
  'READY',
  'RUNNING',
  'PAUSED',
  'RECOVERY',
  'DISCHARGED',
  'SIGNED',
  'CANCELLED',
] as const;

export type SessionState = (typeof SESSION_STATES)[number];

/** States in which nobody but the plan's author may see a number of it. Source: UX 2.4. */
export const BLIND_STATES: readonly SessionState[] = ['AUTHORISED', 'ENTERED_A', 'MISMATCH', 'HELD'];
/** Between the match and the start: what was entered twice holds, or is void. */
export const MATCHED_STATES: readonly SessionState[] = ['MATCHED', 'PREPARED', 'READY'];
/** Between start and end. */
export const RUNNING_STATES: readonly SessionState[] = ['RUNNING', 'PAUSED'];
/** States that hold a chair and a patient. Source: UX 2.3, "one at a time". */
export const OCCUPYING_STATES: readonly SessionState[] = [
  'AUTHORISED',
  'ENTERED_A',
  'MISMATCH',
  'HELD',
  'MATCHED',
  'PREPARED',
  'READY',
  'RUNNING',
  'PAUSED',
  'RECOVERY',
];

/** Who did something, and its two times: what was said, and where it lies on the session's axis. */
export type Done = {
  readonly by: string;
  readonly witness: string | null;
  readonly happenedAt: number;
  readonly recordedAt: number;
  /** Effective time. */
  readonly at: number;
};

export type Entry = EntryMade & Done;

export type EffectSpan = {
  readonly effect: EffectKind;
  readonly severity: number;
  readonly worst: number;
  readonly began: Done;
  readonly ended: Done | null;
};

export type Pause = {
  readonly began: Done;
  readonly reason: PauseReason | null;
  readonly resumed: Done | null;
};

/** Until a person has said what the pump did, or that every counted dose is recorded, `answer` is null. */
export type FoundInterruption = Interruption & {
  readonly cause: InterruptionCause;
  readonly answer: Done | null;
};

/** Drug of a preparation that no longer holds: it is wasted with a witness before anything is entered or drawn anew. */
export type VoidedPreparation = {
  readonly rules: PinnedRules | CountedRules;
  readonly vial: VialTaken & Done;
  readonly drawn: (DrugDrawn & Done) | null;
  readonly witnessed: (PreparationWitnessed & Done) | null;
};

/** From the vial to the label, as far as it has come. */
export type Preparation = {
  readonly vial: (VialTaken & Done) | null;
  readonly drawn: (DrugDrawn & Done) | null;
  readonly mixed: (DiluentAdded & Done) | null;
  readonly witnessed: (PreparationWitnessed & Done) | null;
  readonly labelChecked: Done | null;
};

/** A session as its events leave it. Disposable: always rebuilt from the log. */
export type Session = {
  readonly id: string;
  readonly number: string;
  readonly patient: string;
  readonly library: LibraryVersion;
  readonly state: SessionState;
  /** Position of the last event in the session's stream. */
  readonly position: number;
  readonly anchor: TimeAnchor | null;
  readonly draft: PlanDraft;
  /** Everyone who wrote or changed the plan. */
  readonly authors: readonly string[];
  /** Everyone who had its numbers on screen. */
  readonly viewers: readonly string[];
  readonly adjudicators: readonly string[];
  readonly authorised: ((PlanAuthorised | CountedPlanAuthorised) & Done) | null;
  readonly attempt: number;
  readonly first: Entry | null;
  readonly mismatch: (EntryVerdict & { readonly entries: readonly [Entry, Entry] }) | null;
  readonly match: ((EntriesMatched | CountedEntriesMatched) & Done & { readonly first: Entry }) | null;
  readonly voidedFor: readonly LimitBreach[];
  /** Why the last double check is void, until another one holds. */
  readonly voided: (Done & { readonly because: VoidReason | 'order' }) | null;
  readonly voidedPreparations: readonly VoidedPreparation[];
  /** Position of the last fact about the plan itself: what is signed is what was seen. */
  readonly planPosition: number;
  /** How often an order was signed. */
  readonly orders: number;
  /** Of the container that is connected, or will be at the start. */
  readonly preparation: Preparation;
  /** Of the container that is connected next, made up while something runs. */
  readonly nextPreparation: Preparation;
  /** Of containers that were connected before, in order. */
  readonly earlierPreparations: readonly Preparation[];
  /** Made up for a change and never connected: expired, spilt. */
  readonly discardedPreparations: readonly Preparation[];
  readonly containerChanges: readonly (ContainerChanged & Done)[];
  /** As they stand after corrections, in order of effective time. */
  readonly vitals: readonly VitalsSeen[];
  /** What is known of each effect, as it stands after corrections, in log order. */
  readonly effectFacts: readonly EffectFact[];
  readonly effects: readonly EffectSpan[];
  /** Answers by item; an item without one is "not asked". */
  readonly checklist: Readonly<Record<string, CheckEntry>>;
  /** When the patient arrived; null while nobody has said. UTC milliseconds. */
  readonly arrivedAt: number | null;
  /** A prescriber lets this baseline pass, though it lies beyond the entry limits. */
  readonly baselineDecision: CheckDecision | null;
  readonly corrections: readonly (Done & { readonly corrects: string; readonly reason: CorrectionReason })[];
  readonly readBack: (PumpReading & Done) | null;
  readonly readBackRefusals: number;
  readonly started: Done | null;
  readonly run: InfusionRun | null;
  /** Counted doses, in log order; none with a pump. */
  readonly doses: readonly (DoseGiven & Done)[];
  readonly rateChanges: readonly (RateChanged & Done)[];
  readonly pauses: readonly Pause[];
  readonly ended: (Done & { readonly how: 'completed' | 'stopped'; readonly reason: string | null }) | null;
  readonly finalReading: (FinalPumpReading & Done) | null;
  readonly criteria: Partial<Record<RecoveryCriterion, Done & { readonly met: boolean }>>;
  readonly escort: (Escort & Done) | null;
  readonly discharged: (PatientDischarged & Done) | null;
  readonly wastes: readonly (WasteRecorded & Done)[];
  readonly discrepancy: (DiscrepancyRecorded & Done) | null;
  readonly signed: (Signature & Done) | null;
  readonly countersigned: (Signature & Done) | null;
  /** The first signature is the only one, and as whom it was given; null where two are asked for. */
  readonly sufficed: (SignatureSufficed & Done) | null;
  readonly prints: readonly (DocumentPrinted & Done)[];
  /** Labels of every preparation, in the order they were printed. */
  readonly labelPrints: readonly (LabelPrinted & Done)[];
  readonly cancelled: (Done & { readonly reason: string }) | null;
  readonly interruptions: readonly FoundInterruption[];
  /** Facts of a type this version does not know. Shown as unknown, never skipped. */
  readonly unknown: number;
};

/** Before the first vial is taken, and again after a void. */
export const NO_PREPARATION: Preparation = {
  vial: null,
  drawn: null,
  mixed: null,
  witnessed: null,
  labelChecked: null,
};

/** Number of the container that is connected: 1 for the first of a session. */
export function containerNumber(session: Pick<Session, 'containerChanges'>): number {
  return session.containerChanges.length + 1;
}

/** The values of an earlier attempt that a person need not type again. */
export function keptValues(entry: Entry, again: readonly EntryInput[]): Partial<EntryValues> {
  const kept = Object.entries(entry.values).filter(([input]) => !again.includes(input as EntryInput));
  return Object.fromEntries(kept);
}

/** The latest open interruption, if the pump's state after it is still unknown. One answer closes them all. */
export function openInterruption(session: Session): FoundInterruption | undefined {
  return session.interruptions.findLast(({ answer }) => answer === null);
}

/** Vital signs recorded before the start: the last set is the baseline. */
export function baselineVitals(session: Session): (Vitals & Done) | undefined {
  const start = session.started?.at ?? Number.POSITIVE_INFINITY;
  return session.vitals.findLast((vitals) => vitals.at <= start && vitals.systolic !== null);
}

/** Effects that have begun and not ended. "None observed" and "calm, well" are never open. */
export function openEffects(session: Session): readonly EffectSpan[] {
  return session.effects.filter(
    ({ ended, effect }) => ended === null && effect !== 'none' && effect !== 'calm',
  );
}
