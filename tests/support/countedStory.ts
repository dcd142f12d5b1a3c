import { countedSum, countedSumText } from '../../src/core/dosing/countedPlan.ts';
import { countedWorking } from '../../src/core/dosing/countedWorking.ts';
import { findCounted, type PlannableCounted } from '../../src/core/library/library.ts';
import { readQuantity } from '../../src/core/quantity/quantity.ts';
import { countedInput } from '../../src/core/session/compareCounted.ts';
import type { CountedRules } from '../../src/core/session/countedEvents.ts';
import type { EntryValues } from '../../src/core/session/entryFields.ts';
import type { Session } from '../../src/core/session/session.ts';
import { answered } from './exactText.ts';
import { LIBRARY as DEMO } from './libraryPlans.ts';
import { checklistAnswers, ENTRY, played, type Step, step, WEIGHING } from './playedSession.ts';
import { vitals } from './referenceSession.ts';
import { at } from './times.ts';

const found = findCounted(DEMO, 'ketamine-intranasal');
if (!found) throw new Error('The library has no counted doses.');
/** Sprays of 10 mg, 2 to 5, at least 5 min apart. */
export const SPRAYS: PlannableCounted = found;

export const RULES: CountedRules = {
  protocol: SPRAYS,
  drugName: 'ketamine',
  product: { id: 'ketamine-50-10', strength: '50 mg/mL', vialVolume: '10 mL' },
  reconciliationTolerance: '0.5 mg',
};
export const ORDER = { doses: 3, gap: '5 min', product: RULES.product.id } as const;
export const INPUT = countedInput({ order: ORDER, rules: RULES }, readQuantity('72 kg', 'kg'));
export const SUM = answered(countedSum(INPUT));
const OUTCOME = { sum: countedSumText(INPUT, SUM), working: countedWorking(INPUT, SUM), breaches: [] };

/** The seven values of the order, as typed. */
export const VALUES: EntryValues = {
  ...ENTRY.values,
  dateOfBirth: '1984-03-09',
  product: RULES.product.id,
  weight: '72',
  dose: '10',
  over: '',
  amount: '',
  volume: '',
  pumpRate: '',
  volumeToGive: '',
  doses: '3',
  gap: '5',
  total: '30',
};
const ENTERED = { ...ENTRY, values: VALUES };

const LIBRARY = { version: 'EXAMPLE', hash: '0'.repeat(64) };
export const DRAFT = {
  chair: 2,
  protocol: SPRAYS.id,
  dose: null,
  duration: null,
  amount: null,
  volume: null,
  mixing: null,
  product: RULES.product.id,
  counted: { doses: 3, gap: '5 min' },
} as const;
export const LEFT = { kind: 'nostril', side: 'left' } as const;
export const RIGHT_SIDE = { kind: 'nostril', side: 'right' } as const;

export const spray = (number: number, time: string) =>
  step('DoseGiven', { number, amount: '10 mg', site: LEFT, early: null }, time, 'lim');

/** A session of three sprays without a slip, fact by fact, to its end. */
export const COUNTED_STORY: readonly Step[] = [
  step(
    'SessionPlanned',
    { number: 'KT-2025-000412', patient: 'okafor', library: LIBRARY, draft: DRAFT },
    '09:14:00',
    'patel',
  ),
  step(
    'CountedPlanAuthorised',
    {
      orderNumber: 'O-2025-000412',
      chair: 2,
      order: ORDER,
      rules: RULES,
      library: LIBRARY,
      weighing: WEIGHING,
      overrideReasons: [],
      ...OUTCOME,
    },
    '09:15:00',
    'patel',
  ),
  step('FirstEntryMade', ENTERED, '09:21:00', 'lim'),
  step('CountedEntriesMatched', { ...ENTERED, copy: 2, weighing: WEIGHING, ...OUTCOME }, '09:26:00', 'osei'),
  step('VialTaken', { product: ORDER.product, lot: 'L-1', expiry: '2027-08', vials: 1 }, '09:40:00', 'lim'),
  step('DrugDrawn', { volume: '0.7 mL', amount: '35 mg' }, '09:41:00', 'lim'),
  step(
    'PreparationWitnessed',
    {
      label: 'KT-0412',
      useBy: at('13:41:00'),
      concentration: '50 mg/mL',
      volumeDrawn: '0.7 mL',
      finalVolume: '0.7 mL',
    },
    '09:45:00',
    'lim',
    { witness: 'osei' },
  ),
  ...checklistAnswers(SPRAYS.checklist ?? []),
  step('VitalsRecorded', vitals(128, 76, 72, 98), '09:50:00', 'lim'),
  step('LabelChecked', { lastFour: '0412' }, '09:51:00', 'lim'),
  step('SessionReady', {}, '09:51:00', 'lim'),
  step('DosesStarted', { identifiedBy: 'dateOfBirth' }, '10:00:00', 'lim'),
  spray(1, '10:00:00'),
  spray(2, '10:05:00'),
  spray(3, '10:10:00'),
  step('InfusionCompleted', {}, '10:10:00', 'lim'),
  step('RecoveryStarted', {}, '10:10:00', 'lim'),
];

/** The story up to its first fact of a type, that one included, and what happened after it instead. */
export function countedAfter(type: Step['event']['type'], ...more: readonly Step[]): Session {
  const last = COUNTED_STORY.findIndex(({ event }) => event.type === type);
  if (last === -1) throw new Error(`The story has no ${type}.`);
  return played([...COUNTED_STORY.slice(0, last + 1), ...more]);
}
