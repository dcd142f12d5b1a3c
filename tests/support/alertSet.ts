import type { PlanInput } from '../../src/core/dosing/planInput.ts';
import { planSum } from '../../src/core/dosing/planSum.ts';
import type { LimitBreach } from '../../src/core/library/limits.ts';
import { planBreaches } from '../../src/core/library/planBreaches.ts';
import { planHardLimits } from '../../src/core/library/planHardLimits.ts';
import { planSlips } from '../../src/core/library/planSlips.ts';
import { weightPlausibility } from '../../src/core/library/weightPlausibility.ts';
import { type EntryRule, parseEntry } from '../../src/core/quantity/parseEntry.ts';
import type { Quantity } from '../../src/core/quantity/quantity.ts';
import { FIELD_RULES } from '../../src/core/session/entryRules.ts';
import alertSet from '../fixtures/hazards/alertSet.json' with { type: 'json' };
import { type LibraryPlan, libraryPlans, orderedFor } from './libraryPlans.ts';
import { FIRST_SESSION } from './moodPlan.ts';

/** An entry of the reference set: what was typed, what the same person can see, and the slip in it, if any. */
export type ReferenceEntry = {
  readonly slip?: string;
  readonly weight: string;
  readonly last?: string;
  readonly height?: string;
  readonly dose: string;
  readonly lastDose?: string;
  readonly over: string;
  readonly amount?: string;
  readonly volume?: string;
};

export const REFERENCE_ENTRIES: readonly ReferenceEntry[] = alertSet.cases;

/** Anything that holds a person up: a refusal, a limit, or a sentence that the value looks like a slip. */
export type Alert = 'refused' | 'hard limit' | 'soft limit' | 'weight' | 'slip';

/** The plan of UX 7 that the set is written for: the mood protocol from 10 mg per mL. */
export function referencePlan(): LibraryPlan {
  const plan = libraryPlans().find(({ reference }) => reference.order.product === 'ketamine-10-20');
  if (!plan) throw new Error('The library has lost the plan of the reference set.');
  return plan;
}

/** Every alert on an entry, as the fields, the limits of the library, the scales and the slips give them. */
export function alertsOn(entry: ReferenceEntry): readonly Alert[] {
  const plan = referencePlan();
  const input = inputOf(entry, plan);
  if (!input) return ['refused'];
  const sum = planSum(input);
  const limits: readonly (Alert | LimitBreach)[] = sum.ok
    ? planBreaches(input, sum.value, plan.protocol, FIRST_SESSION)
    : ['refused'];
  return [
    ...limits.map((limit): Alert => (typeof limit === 'string' ? limit : `${limit.strength} limit`)),
    ...weightAlerts(entry, input.weight),
    ...slipAlerts(entry, input, plan),
  ];
}

/** What was typed as the input of a plan; undefined when one of its fields refuses it. */
function inputOf(
  { weight, dose, over, amount = '50', volume = '50' }: ReferenceEntry,
  { reference }: LibraryPlan,
): PlanInput | undefined {
  const fields = {
    weight: parseEntry(weight, FIELD_RULES.weight),
    dosePerKg: parseEntry(dose, FIELD_RULES.dose),
    duration: parseEntry(over, FIELD_RULES.duration),
    amount: parseEntry(amount, FIELD_RULES.amount),
    volume: parseEntry(volume, FIELD_RULES.volume),
  };
  if (Object.values(fields).some((field) => !field.ok)) return undefined;
  const values = Object.entries(fields).map(([name, field]) => [name, field.ok && field.value]);
  const input: PlanInput = { ...orderedFor(reference), ...Object.fromEntries(values) };
  return { ...input, hard: planHardLimits(reference.rules.protocol, input.weight) };
}

function weightAlerts({ last, height }: ReferenceEntry, typed: Quantity<'kg'>): readonly Alert[] {
  const { findings } = weightPlausibility({
    typed,
    ...(last !== undefined && { last: seen(last, FIELD_RULES.weight) }),
    ...(height !== undefined && { height: seen(height, HEIGHT) }),
  });
  return findings.length > 0 ? ['weight'] : [];
}

function slipAlerts(entry: ReferenceEntry, input: PlanInput, { protocol }: LibraryPlan): readonly Alert[] {
  const { dosePerKg: dose, duration, weight } = input;
  const lastOrdered = entry.lastDose === undefined ? null : seen(entry.lastDose, FIELD_RULES.dose);
  const values = planSlips({ dose, duration }, { protocol, lastOrdered, weight });
  return values.flatMap(({ found }) => found.map((): Alert => 'slip'));
}

const HEIGHT = { unit: 'cm', decimals: 1, minimum: '40 cm', maximum: '230 cm' } as const;

function seen<U extends 'kg' | 'cm' | 'mg/kg'>(text: string, rule: EntryRule<U>): Quantity<U> {
  const read = parseEntry(text, rule);
  if (!read.ok) throw new Error(`"${text}" of the reference set is refused.`);
  return read.value;
}
