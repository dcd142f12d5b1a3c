import { RATE_UNITS } from '../../core/library/orderUnits.ts';
import { SHOWN_AMOUNTS } from '../../core/quantity/shownAmount.ts';
import { ALL_ENTRY_FIELDS } from '../../core/session/entryFields.ts';
import { SESSION_STATES } from '../../core/session/session.ts';
import { countedOrder, countedSumText, countedWorkingLine, doseSite } from '../events/countedEvents.ts';
import { interruptionCause, order, workingLine } from '../events/laterSessionEvents.ts';
import { SIGNATURES } from '../events/peopleEvents.ts';
import {
  copyNumber,
  dischargeNeed,
  documentKind,
  effectKind,
  effectRecorded,
  entryVerdict,
  escort,
  limitBreach,
  overrideReason,
  paper,
  pauseReason,
  primedWith,
  recoveryCriterion,
  vialTaken,
  vitals,
  voidReason,
  wastePlace,
  weighing,
} from '../events/sessionEvents.ts';
import { doseOverTimeSchema, drugClass, productSchema, pumpSchema } from '../library.ts';
import {
  anyQuantity,
  chairNumber,
  longText,
  moment,
  personId,
  quantityIn,
  quantityInOneOf,
  shortText,
  streamId,
} from '../primitives.ts';
import { type Infer, z } from '../zod.ts';
import { checklistView } from './checklist.ts';
import { orderShape, shownLimits } from './orderShape.ts';
import { done, patientBanner, person } from './people.ts';
import { shownDrug, shownPerKg, shownProduct, shownStrength, shownSum } from './shownAmounts.ts';

const minutes = z.number().int().nonnegative();
export const sessionState = z.enum(SESSION_STATES);

/** What the pure projections (given so far, time left) work from. */
export const infusionRun = z.strictObject({
  stretches: z.array(z.strictObject({ from: z.number(), rate: quantityIn('mL/h') })),
  volumeToGive: quantityIn('mL'),
  containerVolume: quantityIn('mL'),
  laterContainers: z.array(z.strictObject({ from: z.number(), volume: quantityIn('mL') })).exactOptional(),
  stages: z
    .strictObject({
      begun: z.array(z.strictObject({ from: z.number(), volume: quantityIn('mL') })),
      coming: z.array(z.strictObject({ rate: quantityIn('mL/h'), volume: quantityIn('mL') })),
    })
    .exactOptional(),
  endedAt: z.number().nullable(),
});

export const timeAnchor = z.strictObject({ boot: z.string(), offset: z.number() });

/** Of counted doses, order and sum and what has been given: present only when the blind rule lets this window have it. */
export const countedView = z.strictObject({
  order: countedOrder,
  /** What one dose is called. */
  of: z.enum(['spray', 'injection']),
  device: shortText,
  perDose: quantityIn('mg'),
  sum: countedSumText,
  working: z.array(countedWorkingLine),
  breaches: z.array(limitBreach),
  overrideReasons: z.array(overrideReason),
  weighing,
  product: productSchema,
  /** So little goes into a device that a tenfold slip is easily made. */
  smallDrawUp: z.literal(true).exactOptional(),
  /** Limits of the protocol on the total. */
  limits: shownLimits,
  doses: z.array(
    z.strictObject({
      number: z.number().int().positive(),
      amount: quantityIn('mg'),
      site: doseSite,
      early: z.strictObject({ prescriber: person, reason: shortText }).nullable(),
      done,
    }),
  ),
  given: quantityIn('mg'),
  givenPerKg: quantityIn('mg/kg'),
  /** Share of the ordered total. */
  givenPercent: z.number(),
  /** The next one and the earliest moment for it, on the session's axis; null before the first and after the last. */
  next: z.strictObject({ number: z.number().int().positive(), earliestAt: z.number() }).nullable(),
  paused: z
    .strictObject({
      began: done,
      reason: pauseReason.nullable(),
      vitalsNeeded: z.boolean(),
      prescriberNeeded: z.boolean(),
    })
    .nullable(),
});
export type CountedView = Infer<typeof countedView>;

/** The order and its sum: present only when the blind rule lets this window have it. */
export const planView = z.strictObject({
  order,
  sum: shownSum,
  working: z.array(workingLine),
  breaches: z.array(limitBreach),
  overrideReasons: z.array(overrideReason),
  weighing,
  nurseRange: z.strictObject({
    lowest: quantityIn('mL/h'),
    highest: quantityIn('mL/h'),
    lowestDose: quantityInOneOf(RATE_UNITS),
    highestDose: quantityInOneOf(RATE_UNITS),
  }),
  product: shownProduct,
  pump: pumpSchema,
  diluent: shortText,
  /** So little is drawn up that a tenfold slip is easily made. */
  smallDrawUp: z.literal(true).exactOptional(),
});
export type PlanView = Infer<typeof planView>;

const entryStatus = z.strictObject({
  attempt: z.number().int().positive(),
  first: done.nullable(),
  /** Until when a second entry can follow. */
  expiresAt: moment.nullable(),
  /** People who could make the next entry, by name. */
  eligible: z.array(shortText),
});

/** Names of fields only. Never a value, never which is larger. */
const mismatch = entryVerdict.extend({
  /** Every field the order has, in screen order. */
  compared: z.array(z.enum(ALL_ENTRY_FIELDS)),
  attempt: z.number().int().positive(),
  first: done,
  second: done,
});

/** That two people agreed, when and who; the values stand in the plan. */
const independentCheck = z.strictObject({
  fields: z.array(z.enum(ALL_ENTRY_FIELDS)),
  attempt: z.number().int().positive(),
  first: done,
  second: done,
});

const preparation = z.strictObject({
  vial: vialTaken.extend({ done, product: shownProduct }).nullable(),
  drawn: z.strictObject({ volume: quantityIn('mL'), amount: shownDrug, done }).nullable(),
  mixed: z.strictObject({ diluent: shortText, finalVolume: quantityIn('mL'), done }).nullable(),
  witnessed: z
    .strictObject({
      label: shortText,
      useBy: moment,
      concentration: shownStrength,
      finalVolume: quantityIn('mL'),
      done,
    })
    .nullable(),
  labelChecked: done.nullable(),
});

/** A container that was connected before, and the change that ended it. */
const earlierContainer = z.strictObject({
  preparation,
  change: z.strictObject({
    done,
    restartedAt: moment.nullable(),
    volumeLeft: quantityIn('mL'),
    calculatedLeft: quantityIn('mL'),
    leftReason: shortText.nullable(),
  }),
});

/** The container that is connected, and when its change is due. Moments are on the session's axis. */
const containerView = z.strictObject({
  /** `syringe`, `bag` */
  noun: shortText,
  number: z.number().int().positive(),
  /** How many the order takes; more can be needed. */
  planned: z.number().int().positive(),
  label: shortText,
  /** When it is empty at the present rate; null while paused. */
  emptyAt: moment.nullable(),
  /** The earlier of empty and use-by; null where the infusion ends first. */
  due: z.strictObject({ at: moment, because: z.enum(['empty', 'useBy']) }).nullable(),
  /** Label of the next one, when it is ready. */
  nextLabel: shortText.nullable(),
});
export type ContainerView = Infer<typeof containerView>;

export const vitalsRow = vitals.extend({ done });
export type VitalsRow = Infer<typeof vitalsRow>;

export const effectRow = z.strictObject({
  effect: effectKind,
  severity: z.number().int(),
  worst: z.number().int(),
  began: done,
  ended: done.nullable(),
});
export type EffectRow = Infer<typeof effectRow>;

/** The stage that runs, and the one to begin next. Moments are on the session's axis. */
const stageView = z.strictObject({
  number: z.number().int().positive(),
  count: z.number().int().positive(),
  /** `loading dose`, `infusion`, `step 2` */
  name: shortText,
  /** When it will have run in at the present rate; null while paused. */
  endsAt: moment.nullable(),
  /** What is set on the pump next; null in the last stage. */
  next: z
    .strictObject({
      number: z.number().int().positive(),
      name: shortText,
      rate: quantityIn('mL/h'),
      doseRate: quantityInOneOf(RATE_UNITS),
      volume: quantityIn('mL'),
      lasts: quantityIn('min'),
      isRise: z.boolean(),
    })
    .nullable(),
});
export type StageView = Infer<typeof stageView>;

export const infusionView = z.strictObject({
  run: infusionRun,
  startedAt: moment,
  concentration: shownStrength,
  weight: quantityIn('kg'),
  orderedDose: shownDrug,
  orderedDosePerKg: shownPerKg,
  /** The rate that runs, or ran before the pause. */
  rate: quantityIn('mL/h'),
  doseRate: quantityInOneOf(RATE_UNITS),
  /** Wall-clock end at the present rate; null while paused or ended. */
  endsAt: moment.nullable(),
  container: containerView,
  /** Null of an infusion of one stage. */
  stage: stageView.nullable(),
  paused: z
    .strictObject({
      began: done,
      reason: pauseReason.nullable(),
      vitalsNeeded: z.boolean(),
      prescriberNeeded: z.boolean(),
    })
    .nullable(),
  /** Rates the protocol offers as steps. */
  steps: z.array(z.strictObject({ rate: quantityIn('mL/h'), doseRate: quantityInOneOf(RATE_UNITS) })),
});
export type InfusionView = Infer<typeof infusionView>;

/** The program was not running; until answered no total is shown as known. */
export const interruptionView = z.strictObject({ from: moment, to: moment, cause: interruptionCause });

/** One line of the session's timeline, the same on screen and on paper. */
export const timelineRow = z.strictObject({
  id: z.string(),
  done,
  /** What kind of sign stands beside it. */
  mark: z.enum([
    'plan',
    'entry',
    'preparation',
    'vitals',
    'effect',
    'rate',
    'start',
    'pause',
    'end',
    'care',
    'record',
    'unknown',
  ]),
  text: longText,
  detail: longText.nullable(),
  /** A change of state: bold on paper. */
  strong: z.boolean(),
  /** True for what belongs on the session summary's table. */
  clinical: z.boolean(),
  rate: quantityIn('mL/h').nullable(),
  given: quantityIn('mL').nullable(),
  givenPerKg: shownPerKg.nullable(),
  vitals: vitals.nullable(),
  effect: effectRecorded.nullable(),
  /** Stands no more: a later line has put it right. */
  superseded: z.boolean(),
  /** Of a line that puts an earlier one right: when that was done, and why. */
  correction: z.strictObject({ recordedAt: moment, why: shortText }).nullable(),
  /** Of an observation as it stands: what a correction names, and who recorded it. */
  correctable: z.strictObject({ id: z.string(), recordedBy: personId }).nullable(),
});
export type TimelineRow = Infer<typeof timelineRow>;

export const reconciliationView = z.strictObject({
  /** What all of it is counted in. */
  amount: z.enum(SHOWN_AMOUNTS),
  opened: shownDrug,
  vials: z.number().int(),
  drawn: shownDrug,
  given: shownDrug,
  wasted: shownDrug,
  unaccounted: shownDrug,
  balances: z.boolean(),
  tolerance: shownDrug,
  left: z.strictObject({ vial: shownDrug, syringe: shownDrug, line: shownDrug }),
  wastes: z.array(z.strictObject({ from: wastePlace, amount: shownDrug, volume: quantityIn('mL'), done })),
  discrepancy: z.strictObject({ unaccounted: shownDrug, text: longText, done }).nullable(),
});
export type ReconciliationView = Infer<typeof reconciliationView>;

const recoveryView = z.strictObject({
  endedAt: moment,
  ended: done,
  how: z.enum(['completed', 'stopped']),
  stopReason: shortText.nullable(),
  neededMinutes: minutes,
  criteria: z.array(
    z.strictObject({ criterion: recoveryCriterion, met: z.boolean(), done: done.nullable() }),
  ),
  escort: escort.extend({ done }).nullable(),
  systolic: z
    .strictObject({
      lowest: anyQuantity,
      highest: anyQuantity,
      last: z.number().int().nullable(),
      settled: z.boolean(),
    })
    .nullable(),
  finalReading: z
    .strictObject({
      pumpVolume: quantityIn('mL'),
      calculatedVolume: quantityIn('mL'),
      differencePercent: quantityIn('%'),
      linePrimedWith: primedWith,
      lineFlushed: z.boolean(),
      differenceReason: shortText.nullable(),
      done,
    })
    .nullable(),
  discharged: z
    .strictObject({
      done,
      unmet: z.array(dischargeNeed),
      override: z.strictObject({ prescriber: person, reason: shortText }).nullable(),
      handedOver: z.array(effectKind),
    })
    .nullable(),
});
export type RecoveryView = Infer<typeof recoveryView>;

const signatureView = z.strictObject({
  done,
  fullName: shortText,
  role: shortText,
  licence: shortText.nullable(),
});

/** A session as a window may have it. What the blind rule closes is null here, whoever asks. */
export const sessionView = z.strictObject({
  id: streamId,
  number: shortText,
  position: z.number().int(),
  chair: chairNumber,
  state: sessionState,
  patient: patientBanner,
  protocol: doseOverTimeSchema.pick({
    id: true,
    name: true,
    title: true,
    indication: true,
    route: true,
    vitalsEveryMinutes: true,
    observationMinutes: true,
  }),
  drugName: shortText,
  library: z.strictObject({
    name: shortText,
    version: shortText,
    notice: shortText,
    /** Version of the library in force now, when it is another than the session's own. */
    inForce: shortText.nullable(),
  }),
  /** True while nobody may see the plan's numbers here. */
  closed: z.boolean(),
  /** Ties the counter to the session's axis: every age and every time left is counted on it. */
  anchor: timeAnchor.nullable(),
  authorised: done.nullable(),
  orderNumber: shortText.nullable(),
  voidedFor: z.array(limitBreach),
  /** Why the last double check is void, until another one holds. */
  voided: z.strictObject({ because: z.union([voidReason, z.literal('order')]), done }).nullable(),
  entry: entryStatus.nullable(),
  mismatch: mismatch.nullable(),
  plan: planView.nullable(),
  check: independentCheck.nullable(),
  /** Of the container that is connected, or will be at the start. */
  preparation: preparation.nullable(),
  /** Drugs this one’s vial or name is easily taken for; left out where the library names none. */
  lookAlikes: z.array(shortText).exactOptional(),
  /** Of the drug, as its label is coloured; left out where the library names none. */
  drugClass: z.strictObject({ kind: drugClass, words: shortText }).exactOptional(),
  /** Of the next container; null while nothing runs. */
  nextPreparation: preparation.nullable(),
  earlierContainers: z.array(earlierContainer),
  /** Made up for a change and never connected. */
  discardedPreparations: z.array(preparation),
  readBack: z.strictObject({ pump: shortText, programmedBy: person, done }).nullable(),
  readBackRefusals: z.number().int(),
  /** After so many refusals both people read the pump and each types the reading. */
  readTogether: z.boolean(),
  checklist: checklistView,
  vitals: z.array(vitalsRow),
  baseline: vitalsRow.nullable(),
  /** Baseline systolic ±20 %, exact; null before a baseline is recorded. */
  systolicBand: z.strictObject({ lowest: anyQuantity, highest: anyQuantity }).nullable(),
  effects: z.array(effectRow),
  infusion: infusionView.nullable(),
  /** Of counted doses, in place of plan and infusion. */
  counted: countedView.nullable(),
  interruption: interruptionView.nullable(),
  /** When the next vital signs are due, on the session's axis. */
  vitalsDueAt: moment.nullable(),
  timeline: z.array(timelineRow),
  recovery: recoveryView.nullable(),
  reconciliation: reconciliationView.nullable(),
  signatures: z.strictObject({
    nurse: signatureView.nullable(),
    prescriber: signatureView.nullable(),
    /** What closes it: of a closed record what did. */
    asked: z.enum(SIGNATURES),
  }),
  cancelled: z.strictObject({ done, reason: shortText }).nullable(),
  prints: z.array(
    z.strictObject({ document: documentKind, paper, copy: z.number().int(), code: shortText, done }),
  ),
  events: z.number().int(),
});
export type SessionView = Infer<typeof sessionView>;

/** What the board needs of a session: no plan, no timeline. */
export const chairSession = sessionView
  .pick({
    id: true,
    number: true,
    chair: true,
    state: true,
    patient: true,
    protocol: true,
    drugName: true,
    closed: true,
    anchor: true,
    entry: true,
    mismatch: true,
    infusion: true,
    counted: true,
    interruption: true,
    vitalsDueAt: true,
    recovery: true,
    readBack: true,
  })
  .extend({ lastVitals: vitalsRow.nullable(), openEffects: z.number().int() });
export type ChairSession = Infer<typeof chairSession>;

export const boardView = z.strictObject({
  chairs: z.array(z.strictObject({ number: chairNumber, name: shortText, session: chairSession.nullable() })),
  /** Plans not yet authorised, by chair. */
  planned: z.array(
    z.strictObject({
      id: streamId,
      chair: chairNumber,
      patient: shortText,
      protocol: shortText,
      by: person,
      voided: z.boolean(),
    }),
  ),
  unsigned: z.array(
    z.strictObject({
      id: streamId,
      number: shortText,
      chair: chairNumber,
      patient: shortText,
      endedAt: moment.nullable(),
      signedBy: person.nullable(),
    }),
  ),
});
export type BoardView = Infer<typeof boardView>;

/** The form of one blind entry. For the second person it holds no limit, no hint and no date of birth. */
export const entryForm = z.strictObject({
  /** Proves on submission who opened the form; dies after 3 min without a key. */
  ticket: z.string(),
  /** One-clinician mode: the same person made the first; the fields are the other way round. */
  samePerson: z.boolean(),
  which: z.enum(['first', 'second']),
  you: person,
  session: streamId,
  chair: chairNumber,
  patient: patientBanner,
  attempt: z.number().int().positive(),
  attempts: z.number().int().positive(),
  firstAt: moment.nullable(),
  /** Fields to type now; the others agreed at attempt 1 and stay entered. */
  fields: z.array(z.enum(ALL_ENTRY_FIELDS)),
  /** Look-alike products in shuffled order, none picked. */
  products: z.array(z.strictObject({ id: shortText, label: shortText })),
  /** Step of the pump, so that the field takes as many decimals. */
  pumpRateDecimals: z.number().int(),
  /** What the protocol asks to be typed: units, and the boxes of the time. */
  shape: orderShape.nullable(),
  /** Limits of the protocol, for the first person only. */
  limits: z.strictObject({ dose: shownLimits, duration: shownLimits, weight: shownLimits }).nullable(),
  /** What one dose is called, where doses are counted; the fields are then others, and `shape` is null. */
  counted: z.enum(['spray', 'injection']).nullable(),
  idleSeconds: z.number().int(),
});
export type EntryForm = Infer<typeof entryForm>;

/** What the first person's own values mean, before they are handed in. */
export const entryCheck = z.strictObject({
  breaches: z.array(limitBreach),
  /** How long the infusion would last by the person's own rate and volume. */
  runs: quantityIn('min').nullable(),
  pounds: quantityIn('lb').nullable(),
});

export const entryOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('entered') }),
  z.strictObject({ outcome: z.literal('matched') }),
  z.strictObject({ outcome: z.literal('differed') }),
  z.strictObject({ outcome: z.literal('held') }),
  z.strictObject({ outcome: z.literal('expired') }),
  z.strictObject({ outcome: z.literal('voided') }),
]);

/** Both sets of a held plan, in shuffled order and without names, for the adjudicating prescriber alone. */
export const heldEntries = z.strictObject({
  /** Null where doses are counted; they are then called by this word. */
  shape: orderShape.nullable(),
  counted: z.enum(['spray', 'injection']).nullable(),
  fields: z.array(z.enum(ALL_ENTRY_FIELDS)),
  sets: z
    .array(
      z.strictObject({
        label: z.enum(['A', 'B']),
        copy: copyNumber,
        values: z.record(z.string(), shortText),
      }),
    )
    .length(2),
});
export type HeldEntries = Infer<typeof heldEntries>;
