import { planSum } from '../../src/core/dosing/planSum.ts';
import { planSumText } from '../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../src/core/dosing/planWorking.ts';
import type { ChecklistItem } from '../../src/core/library/checklistItem.ts';
import { sessionFrom } from '../../src/core/session/applyEvent.ts';
import { pumpedOf } from '../../src/core/session/countedSession.ts';
import type { Deciding, Decision } from '../../src/core/session/decisions/deciding.ts';
import type { PatientNow } from '../../src/core/session/decisions/voidMatch.ts';
import type { CheckAnswer } from '../../src/core/session/events.ts';
import { RECOVERY_CRITERIA, type Recorded, type SessionEvent } from '../../src/core/session/events.ts';
import type { SessionRefusal } from '../../src/core/session/refusals.ts';
import type { Actor } from '../../src/core/session/roles.ts';
import type { Session } from '../../src/core/session/session.ts';
import { answered } from './exactText.ts';
import { BODY, libraryPlans, orderedFor, rightEntry } from './libraryPlans.ts';
import { FIRST_SESSION } from './moodPlan.ts';
import { vitals } from './referenceSession.ts';
import { at } from './times.ts';

/** People of an invented clinic, each with the roles they act in. */
export const PEOPLE = {
  patel: { id: 'patel', roles: ['prescriber'] },
  quinn: { id: 'quinn', roles: ['prescriber'] },
  lim: { id: 'lim', roles: ['nurse'] },
  osei: { id: 'osei', roles: ['nurse'] },
  novak: { id: 'novak', roles: ['pharmacist'] },
  reyes: { id: 'reyes', roles: ['assistant'] },
  amari: { id: 'amari', roles: ['director'] },
  berg: { id: 'berg', roles: ['auditor'] },
  sato: { id: 'sato', roles: ['admin'] },
} as const satisfies Record<string, Actor>;
export type Person = keyof typeof PEOPLE;

/** One fact of a session: what, when by the clock on the wall, by whom, and when it is said to have been. */
export type Step = {
  readonly event: SessionEvent;
  readonly at: string;
  readonly by: Person;
  readonly witness: Person | null;
  readonly said: string;
};

export function step<Type extends SessionEvent['type']>(
  type: Type,
  data: Extract<SessionEvent, { readonly type: Type }>['data'],
  time: string,
  by: Person,
  more: { readonly witness?: Person; readonly said?: string } = {},
): Step {
  const event = { type, version: 1, data } as SessionEvent;
  return { event, at: time, by, witness: more.witness ?? null, said: more.said ?? time };
}

const [MOOD] = libraryPlans();
if (!MOOD) throw new Error('The library has no plan.');
/** What the session is ordered and prepared by: 0.5 mg/kg over 40 min for 72 kg, from 10 mg per mL. */
export const REFERENCE = MOOD.reference;
export const RIGHT = rightEntry(REFERENCE);
const INPUT = orderedFor(REFERENCE);
export const SUM = answered(planSum(INPUT));
const WEIGHED = { weight: '72 kg', weighedAt: at('09:12:00'), scale: 'scale 1' } as const;
export const WEIGHING = WEIGHED;
/** The patient as the record has them while nothing has changed. */
export const PATIENT: PatientNow = { weighing: WEIGHED, known: FIRST_SESSION, body: BODY };
/** Every question of the protocol asked, and pregnancy. */
export const ASKED = {
  questions: (REFERENCE.rules.protocol.questions ?? []).map((question) => ({
    ...question,
    answer: 'no' as const,
    decision: '',
  })),
  pregnancy: 'no',
} as const;
const LIBRARY = { version: 'EXAMPLE', hash: '0'.repeat(64) };
const { order, rules } = REFERENCE;
const OUTCOME = { sum: planSumText(SUM), working: planWorking(INPUT, SUM), breaches: [] };
const READING = { pump: 'P-07', programmedBy: 'lim', rate: '54 mL/h', volumeLimit: '36 mL' } as const;
export const ENTRY = { attempt: 1, copy: 1, values: RIGHT, corrections: 0, seconds: 60 } as const;

/** A whole session without a slip, fact by fact: planned at 09:14, countersigned at 15:20. */
export const STORY: readonly Step[] = [
  step(
    'SessionPlanned',
    {
      number: 'KT-2025-000412',
      patient: 'okafor',
      library: LIBRARY,
      draft: { chair: 2, protocol: rules.protocol.id, ...order },
    },
    '09:14:00',
    'patel',
  ),
  step(
    'PlanAuthorised',
    {
      orderNumber: 'O-2025-000412',
      chair: 2,
      order,
      rules,
      library: LIBRARY,
      weighing: WEIGHED,
      overrideReasons: [],
      ...OUTCOME,
    },
    '09:15:00',
    'patel',
  ),
  step('FirstEntryMade', ENTRY, '09:21:00', 'lim'),
  step('EntriesMatched', { ...ENTRY, copy: 2, weighing: WEIGHED, ...OUTCOME }, '09:26:00', 'osei'),
  step('VialTaken', { product: order.product, lot: 'L-1', expiry: '2027-08', vials: 1 }, '09:40:00', 'lim'),
  step('DrugDrawn', { volume: '5 mL', amount: '50 mg' }, '09:41:00', 'lim'),
  step('DiluentAdded', { diluent: rules.protocol.diluent, finalVolume: '50 mL' }, '09:43:00', 'lim'),
  step(
    'PreparationWitnessed',
    {
      label: 'KT-0412',
      useBy: at('15:43:00'),
      concentration: '1 mg/mL',
      volumeDrawn: '5 mL',
      finalVolume: '50 mL',
    },
    '09:45:00',
    'lim',
    { witness: 'osei' },
  ),
  ...checklistAnswers(rules.protocol.checklist ?? []),
  step('LabelChecked', { lastFour: '0412' }, '09:47:00', 'lim'),
  step('VitalsRecorded', vitals(128, 76, 72, 98), '09:50:00', 'lim'),
  step('PumpReadBackAgreed', READING, '09:55:00', 'lim', { witness: 'osei' }),
  step('SessionReady', {}, '09:55:00', 'lim', { witness: 'osei' }),
  step('InfusionStarted', { rate: '54 mL/h', volumeToGive: '36 mL' }, '10:00:00', 'lim'),
  step(
    'RateChanged',
    { from: '54 mL/h', to: '40.5 mL/h', reason: 'nausea', note: null, orderedBy: null },
    '10:12:00',
    'lim',
    { witness: 'osei' },
  ),
  step('InfusionPaused', { reason: null }, '10:20:00', 'lim'),
  step('PauseReasonGiven', { reason: 'toilet' }, '10:21:00', 'lim'),
  step('InfusionResumed', { rate: '40.5 mL/h', allowedBy: null }, '10:25:00', 'lim'),
  step('InfusionCompleted', {}, '10:54:20', 'lim'),
  step(
    'FinalPumpReadingTaken',
    {
      pumpVolume: '36 mL',
      calculatedVolume: '36 mL',
      linePrimedWith: 'diluent',
      lineFlushed: true,
      differenceReason: null,
    },
    '10:54:20',
    'lim',
  ),
  step('RecoveryStarted', {}, '10:54:20', 'lim'),
  step('VitalsRecorded', vitals(124, 76, 74, 98), '11:25:00', 'lim'),
  ...RECOVERY_CRITERIA.map((criterion) =>
    step('RecoveryCriterionRecorded', { criterion, met: true }, '11:26:00', 'lim'),
  ),
  step('EscortRecorded', { name: 'Sam Okafor', relation: 'partner', phone: '' }, '11:30:00', 'lim'),
  step('PatientDischarged', { unmet: [], override: null, handedOver: [] }, '11:32:00', 'lim'),
  step('WasteRecorded', { from: 'vial', amount: '150 mg', volume: '15 mL' }, '11:40:00', 'lim', {
    witness: 'osei',
  }),
  step('WasteRecorded', { from: 'syringe', amount: '14 mg', volume: '14 mL' }, '11:41:00', 'lim', {
    witness: 'osei',
  }),
  step('SessionSigned', { recordVersion: 1, recordHash: 'h1' }, '15:02:00', 'lim'),
  step('SessionCountersigned', { recordVersion: 1, recordHash: 'h1' }, '15:20:00', 'patel'),
];

/** The story up to its first fact of a type, that one included. */
export function storyTo(type: SessionEvent['type']): readonly Step[] {
  const last = STORY.findIndex(({ event }) => event.type === type);
  if (last === -1) throw new Error(`The story has no ${type}.`);
  return STORY.slice(0, last + 1);
}

/** The story up to a fact, and what happened after it instead. */
export function sessionAfter(type: SessionEvent['type'], ...more: readonly Step[]): Session {
  return played([...storyTo(type), ...more]);
}

/** A session as these facts leave it, on a machine that was never started again. */
export function played(steps: readonly Step[]): Session {
  const session = sessionFrom(recorded(steps));
  if (!session) throw new Error('Nothing was played.');
  return session;
}

const STARTED_UP = at('08:00:00');

/** The same order for a pump that runs no faster than this. */
export function withPump(session: Session, rateMaximum: `${string} mL/h`): Session {
  const authorised = pumpedOf(session)?.authorised;
  if (!authorised) throw new Error('no order');
  const pump = { ...authorised.rules.pump, rateMaximum };
  return { ...session, authorised: { ...authorised, rules: { ...authorised.rules, pump } } };
}

/** The facts as the log holds them. */
export function recorded(steps: readonly Step[]): readonly Recorded<SessionEvent>[] {
  return steps.map((each, index) => ({
    ...each.event,
    id: `${index + 1}`,
    seq: index + 1,
    streamSeq: index + 1,
    happenedAt: at(each.said),
    recordedAt: at(each.at),
    counter: at(each.at) - STARTED_UP,
    boot: 'one',
    zone: 'Europe/London',
    actor: each.by,
    witness: each.witness,
  }));
}

/** Who decides and when; `said` is the earlier time a late entry names. */
export function by(
  person: Person,
  time: string,
  more: { readonly second?: Person; readonly said?: string } = {},
): Deciding {
  const now = at(time);
  const moment = at(more.said ?? time);
  const second = more.second === undefined ? null : PEOPLE[more.second];
  return { actor: PEOPLE[person], second, now, at: moment, late: now - moment };
}

/** The names of the facts a decision led to, or why it led to none. */
export function outcome(decision: Decision): readonly SessionEvent['type'][] | SessionRefusal {
  return decision.ok ? decision.value.map(({ type }) => type) : decision.failure;
}

/** The one fact of a type that a decision led to. */
export function factOf<Type extends SessionEvent['type']>(decision: Decision, type: Type) {
  const found = decision.ok ? decision.value.find((each) => each.type === type) : undefined;
  if (!found) throw new Error(`no ${type}: ${JSON.stringify(decision)}`);
  return found.data as Extract<SessionEvent, { readonly type: Type }>['data'];
}

/** Every item of a checklist asked, and answered so that nothing is open. */
export function checklistAnswers(items: readonly ChecklistItem[]): readonly Step[] {
  const answers: Partial<Record<ChecklistItem['asks'], CheckAnswer>> = {
    arrival: { kind: 'time', at: at('09:00:00') },
    food: { kind: 'time', at: at('03:30:00') },
    clearFluid: { kind: 'time', at: at('07:40:00') },
    pregnancy: { kind: 'pregnancy', pregnant: 'no' },
    withheld: { kind: 'withheld', medicines: [] },
    escort: { kind: 'escort', name: 'Sam Okafor', relation: 'partner', phone: '555 0142' },
  };
  return items.map(({ id, asks }) => {
    const answer = answers[asks] ?? ({ kind: 'yes' } as const);
    return step('ChecklistAnswered', { item: id, answer, isArrival: asks === 'arrival' }, '09:46:00', 'lim');
  });
}

/** What is said and typed of the patient at the start, and what the record has. */
export const IDENTITY = {
  person: { born: '1984-03-09', recordNumber: 'T-004-271-88' },
  identity: { nameSaid: true, typed: '1984-03-09' },
} as const;
