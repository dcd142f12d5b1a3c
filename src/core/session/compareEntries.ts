import type { PlanInput } from '../dosing/planInput.ts';
import { type PlanSum, planSum } from '../dosing/planSum.ts';
import { type PumpSetting, withinHalfStep } from '../dosing/pumpSetting.ts';
import { stageSum } from '../dosing/stageSum.ts';
import {
  compareQuantities,
  type Quantity,
  quantityText,
  readQuantity,
  type Unit,
} from '../quantity/quantity.ts';
import { isOnGrid } from '../quantity/round.ts';
import { err, ok, type Result } from '../result.ts';
import { ALL_ENTRY_FIELDS, type EntryField, stepFields } from './entryFields.ts';
import type { EntryVerdict } from './events.ts';
import {
  type Ordered,
  type OrderOf,
  orderedAmount,
  orderedIn,
  orderedInput,
  orderInput,
} from './orderInput.ts';
import type { ParsedEntry } from './typedEntry.ts';

/** What the two entries are held against besides each other. */
export type EntryReference = OrderOf & {
  /** The patient's recorded date of birth, `1984-03-09`. */
  readonly born: string;
  /** The day's recorded weighing. */
  readonly weight: Quantity<'kg'>;
};

/** What both people agreed on, and the sum of it. */
export type AgreedSet = { readonly input: PlanInput; readonly sum: PlanSum };

/**
 * Compares two blind entries with each other, then both with the order and the weighing. Equal means equal as
 * exact numbers ("72" is "72.0"). Rate and volume agree when each lies on the pump's grid and within half a step
 * of the exact value, so at an exact half both neighbours are right, or is the step inside a hard limit that the sum
 * takes.
 *
 * On a difference only the names of fields leave this function, never a value. Source: UX 2.4.
 */
export function compareEntries(
  first: ParsedEntry,
  second: ParsedEntry,
  reference: EntryReference,
): Result<AgreedSet, EntryVerdict> {
  const between = differencesBetween(first, second, reference);
  if (between.length > 0) return err({ against: 'eachOther', fields: inScreenOrder(between) });
  const fromOrder = differencesFromOrder(first, second, reference);
  const input = orderInput(reference, first.weight);
  const sum = input.ok ? planSum(input.value) : input;
  // Without a sum no rate fits, and the rate is among the differences.
  if (fromOrder.length > 0 || !input.ok || !sum.ok)
    return err({ against: 'order', fields: inScreenOrder(fromOrder) });
  return ok({ input: input.value, sum: sum.value });
}

function differencesBetween(
  first: ParsedEntry,
  second: ParsedEntry,
  reference: EntryReference,
): EntryField[] {
  const differing: EntryField[] = [];
  if (first.dateOfBirth !== second.dateOfBirth) differing.push('dateOfBirth');
  if (first.product !== second.product) differing.push('drug');
  const inputs = inputDifferences(first, second);
  differing.push(...inputs);
  const sameRate = same(first.pumpRate, second.pumpRate);
  const sameVolume = same(first.volumeToGive, second.volumeToGive);
  if (inputs.length > 0) {
    if (!sameRate) differing.push('pumpRate');
    if (!sameVolume) differing.push('volumeToGive');
    return differing;
  }
  const own = ownInput(first, reference);
  if (!sameRate && !(rateFits(first, own) && rateFits(second, own))) differing.push('pumpRate');
  if (!sameVolume && !(volumeFits(first, own) && volumeFits(second, own))) differing.push('volumeToGive');
  return differing;
}

function inputDifferences(first: ParsedEntry, second: ParsedEntry): EntryField[] {
  const differing: EntryField[] = [];
  if (!same(first.weight, second.weight)) differing.push('weight');
  if (!sameIfAny(first.height, second.height)) differing.push('height');
  if (!same(first.dose, second.dose)) differing.push('dose');
  if (!same(first.over, second.over)) differing.push('over');
  if (!same(first.amount, second.amount) || !same(first.volume, second.volume)) differing.push('preparation');
  return [...differing, ...stageDifferences(first, second)];
}

/** The loading dose and its time, and every step by itself; what one has and the other has not differs. */
function stageDifferences(left: StagesTyped, right: StagesTyped): EntryField[] {
  const differing: EntryField[] = [];
  if (!sameIfAny(left.loading?.dose, right.loading?.dose)) differing.push('loadingDose');
  if (!sameIfAny(left.loading?.duration, right.loading?.duration)) differing.push('loadingOver');
  const [steps, others] = [left.laterSteps ?? [], right.laterSteps ?? []];
  const fields = stepFields(Math.max(steps.length, others.length) + 1);
  const ofSteps = fields.filter((_, place) => {
    const [own, other] = [steps[place], others[place]];
    return !(own && other) || !same(own.rate, other.rate) || !same(own.duration, other.duration);
  });
  return [...differing, ...ofSteps];
}

type StagesTyped = Pick<Ordered, 'loading' | 'laterSteps'>;

function differencesFromOrder(
  first: ParsedEntry,
  second: ParsedEntry,
  reference: EntryReference,
): EntryField[] {
  const { order, born, body, weight } = reference;
  const differing: EntryField[] = [];
  if (first.dateOfBirth !== born) differing.push('dateOfBirth');
  if (first.product !== order.product) differing.push('drug');
  if (!same(first.weight, weight)) differing.push('weight');
  const height = body.height === null ? undefined : readQuantity(body.height, 'cm');
  if (first.height && !(height && same(first.height, height))) differing.push('height');
  const asked = orderedIn(order, reference.rules.protocol);
  if (!same(first.dose, asked.dose)) differing.push('dose');
  if (!same(first.over, asked.duration)) differing.push('over');
  differing.push(...stageDifferences(first, asked));
  const sameAmount = same(first.amount, orderedAmount(order));
  const sameVolume = same(first.volume, readQuantity(order.volume, 'mL'));
  if (!sameAmount || !sameVolume) differing.push('preparation');
  const ordered = orderInput(reference, first.weight);
  if (!rateFits(first, ordered) || !rateFits(second, ordered)) differing.push('pumpRate');
  if (!volumeFits(first, ordered) || !volumeFits(second, ordered)) differing.push('volumeToGive');
  return differing;
}

/**
 * The inputs a person typed, mixed as ordered: the base their own rate and volume are judged on, which are those of the
 * infusion, or of its first step.
 */
function ownInput(entry: ParsedEntry, reference: EntryReference): OwnInput {
  const height = entry.height ? quantityText(entry.height) : null;
  const input = orderInput({ ...reference, body: { ...reference.body, height } }, entry.weight);
  if (!input.ok) return input;
  const { amount, volume } = entry;
  return ok({
    ...input.value,
    ...orderedInput(entry.dose, entry.over, input.value),
    amount,
    volume,
  });
}

type OwnInput = ReturnType<typeof orderInput>;

function rateFits(entry: ParsedEntry, input: OwnInput): boolean {
  const sum = input.ok ? stageSum(input.value) : input;
  return input.ok && sum.ok && fits(entry.pumpRate, sum.value.rate, input.value.rateStep);
}

function volumeFits(entry: ParsedEntry, input: OwnInput): boolean {
  const sum = input.ok ? stageSum(input.value) : input;
  return input.ok && sum.ok && fits(entry.volumeToGive, sum.value.volume, input.value.volumeStep);
}

/** Typed by both or by neither: the protocol, or the order, says which. */
function sameIfAny<U extends Unit>(left: Quantity<U> | undefined, right: Quantity<U> | undefined): boolean {
  return left && right ? same(left, right) : left === right;
}

function fits<U extends 'mL/h' | 'mL'>(
  typed: Quantity<U>,
  { exact, set }: PumpSetting<U>,
  step: Quantity<U>,
): boolean {
  return same(typed, set) || (isOnGrid(typed, step) && withinHalfStep(typed, exact, step));
}

function same<U extends Unit>(left: Quantity<U>, right: Quantity<U>): boolean {
  return compareQuantities(left, right) === 0;
}

function inScreenOrder(fields: readonly EntryField[]): readonly EntryField[] {
  return ALL_ENTRY_FIELDS.filter((field) => fields.includes(field));
}
