import { dosePerKgOf } from '../dosing/orderedRate.ts';
import type { PlanInput } from '../dosing/planInput.ts';
import { type PlanSum, planSum } from '../dosing/planSum.ts';
import { type PumpSetting, withinHalfStep } from '../dosing/pumpSetting.ts';
import type { PumpedProtocol } from '../library/library.ts';
import { type OrderUnit, orderUnitOf, type RateUnit } from '../library/orderUnits.ts';
import { planHardLimits } from '../library/planHardLimits.ts';
import {
  type PatientBody,
  type PlanWeight,
  type PlanWeightRefusal,
  planWeight,
  weightRuleOf,
} from '../library/planWeight.ts';
import { readAnyQuantity } from '../quantity/format.ts';
import {
  compareQuantities,
  convert,
  type Quantity,
  quantityText,
  readQuantity,
  type Unit,
  wholeQuantity,
} from '../quantity/quantity.ts';
import { isOnGrid } from '../quantity/round.ts';
import { err, ok, type Result } from '../result.ts';
import { ALL_ENTRY_FIELDS, type EntryField } from './entryFields.ts';
import type { ParsedEntry } from './entryRules.ts';
import type { EntryVerdict, Order, PinnedRules } from './events.ts';

/** What the two entries are held against besides each other. */
export type EntryReference = {
  /** The patient's recorded date of birth, `1984-03-09`. */
  readonly born: string;
  /** The patient's recorded sex and height. */
  readonly body: PatientBody;
  readonly order: Order;
  readonly rules: PinnedRules;
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

/** The order as the input of a sum, for a weight as measured; or why the protocol has no weight to dose this body on. */
export function orderInput(
  { order, rules, body }: Pick<EntryReference, 'order' | 'rules' | 'body'>,
  measured: Quantity<'kg'>,
): Result<PlanInput, PlanWeightRefusal> {
  const { protocol } = rules;
  const weight = planWeight(weightRuleOf(protocol), measured, body);
  if (!weight.ok) return weight;
  const duration = readQuantity(order.duration, 'min');
  return ok({
    ...orderedInput(readQuantity(order.dose, orderUnitOf(protocol)), duration, weight.value),
    amount: orderedAmount(order),
    volume: readQuantity(order.volume, 'mL'),
    mixing: order.mixing,
    strength: readQuantity(rules.product.strength, 'mg/mL'),
    rateStep: readQuantity(rules.pump.rateStep, 'mL/h'),
    volumeStep: readQuantity(rules.pump.volumeStep, 'mL'),
    containerVolume: readQuantity(protocol.container.volume, 'mL'),
    useBy: containerUseBy(protocol),
    hard: planHardLimits(protocol, weight.value.weight),
  });
}

/** How long a container of a protocol may be used. Source: use-by of the library, UX 7, scenario 6. */
export function containerUseBy({ useByHours }: Pick<PumpedProtocol, 'useByHours'>): Quantity<'min'> {
  return convert(wholeQuantity(BigInt(useByHours), 'h'), 'min');
}

/** What is ordered, over what time and for whom, as the part of a sum that differs by mode. */
export function orderedInput(
  ordered: Quantity<OrderUnit>,
  duration: Quantity<'min'>,
  { weight, basis }: PlanWeight,
): Pick<PlanInput, 'dosePerKg' | 'ordered' | 'duration' | 'weight' | 'basis'> {
  const forWhom = { duration, weight, ...(basis && { basis }) };
  if (isDose(ordered)) return { dosePerKg: ordered, ...forWhom };
  const rate = ordered as Quantity<RateUnit>;
  return { dosePerKg: dosePerKgOf(rate, duration, weight), ordered: rate, ...forWhom };
}

function isDose(ordered: Quantity<OrderUnit>): ordered is Quantity<'mg/kg'> {
  return ordered.unit === 'mg/kg';
}

/** Drug put into one container, in mg, whatever it is written in. */
function orderedAmount({ amount }: Order): Quantity<'mg'> {
  return convert(readAnyQuantity(amount), 'mg');
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
  if (!sameHeight(first, second)) differing.push('height');
  if (!same(first.dose, second.dose)) differing.push('dose');
  if (!same(first.over, second.over)) differing.push('over');
  if (!same(first.amount, second.amount) || !same(first.volume, second.volume)) differing.push('preparation');
  return differing;
}

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
  const ordersDose = readQuantity(order.dose, orderUnitOf(reference.rules.protocol));
  if (!same(first.dose, ordersDose)) differing.push('dose');
  if (!same(first.over, readQuantity(order.duration, 'min'))) differing.push('over');
  const sameAmount = same(first.amount, orderedAmount(order));
  const sameVolume = same(first.volume, readQuantity(order.volume, 'mL'));
  if (!sameAmount || !sameVolume) differing.push('preparation');
  const ordered = orderInput(reference, first.weight);
  if (!rateFits(first, ordered) || !rateFits(second, ordered)) differing.push('pumpRate');
  if (!volumeFits(first, ordered) || !volumeFits(second, ordered)) differing.push('volumeToGive');
  return differing;
}

/** The inputs a person typed, mixed as ordered: the base their own rate and volume are judged on. */
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
  const sum = input.ok ? planSum(input.value) : input;
  return input.ok && sum.ok && fits(entry.pumpRate, sum.value.rate, input.value.rateStep);
}

function volumeFits(entry: ParsedEntry, input: OwnInput): boolean {
  const sum = input.ok ? planSum(input.value) : input;
  return input.ok && sum.ok && fits(entry.volumeToGive, sum.value.volume, input.value.volumeStep);
}

/** Typed by both or by neither: the protocol says which. */
function sameHeight({ height: left }: ParsedEntry, { height: right }: ParsedEntry): boolean {
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
