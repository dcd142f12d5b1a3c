import { type CountedInput, type CountedSum, countedSum } from '../dosing/countedPlan.ts';
import { timesCount } from '../dosing/doseSchedule.ts';
import { compareQuantities, type Quantity, readQuantity } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import type { ParsedCounted } from './countedEntry.ts';
import type { CountedOrder, CountedRules } from './countedEvents.ts';
import { COUNTED_ENTRY_FIELDS, type EntryField } from './entryFields.ts';
import type { EntryVerdict } from './events.ts';

/** What the two entries are held against besides each other. */
export type CountedReference = {
  /** The patient's recorded date of birth, `1984-03-09`. */
  readonly born: string;
  readonly order: CountedOrder;
  readonly rules: CountedRules;
  /** The day's recorded weighing. */
  readonly weight: Quantity<'kg'>;
};

/** The order as the input of a sum, with a given weight. */
export function countedInput(
  {
    order,
    rules,
  }: { readonly order: CountedOrder; readonly rules: Pick<CountedRules, 'protocol' | 'product'> },
  weight: Quantity<'kg'>,
): CountedInput {
  const { device, perDose } = rules.protocol;
  return {
    kind: device.kind,
    perDose: readQuantity(perDose, 'mg'),
    doses: BigInt(order.doses),
    gap: readQuantity(order.gap, 'min'),
    strength: readQuantity(rules.product.strength, 'mg/mL'),
    deadSpace: readQuantity(device.deadSpace, 'mL'),
    doseMaximum: readQuantity(device.doseMaximum, 'mL'),
    weight,
  };
}

/**
 * Compares two blind entries of counted doses with each other, then both with the order and the weighing: exact numbers,
 * nothing is rounded. On a difference only names of fields leave this function. Source: UX 2.4.
 */
export function compareCounted(
  first: ParsedCounted,
  second: ParsedCounted,
  reference: CountedReference,
): Result<{ readonly input: CountedInput; readonly sum: CountedSum }, EntryVerdict> {
  const between = differing({
    dateOfBirth: first.dateOfBirth === second.dateOfBirth,
    drug: first.product === second.product,
    weight: same(first.weight, second.weight),
    dose: same(first.dose, second.dose),
    doses: first.doses === second.doses,
    gap: same(first.gap, second.gap),
    total: same(first.total, second.total),
  });
  if (between.length > 0) return err({ against: 'eachOther', fields: between });
  const { born, order, rules, weight } = reference;
  const perDose = readQuantity(rules.protocol.perDose, 'mg');
  const fromOrder = differing({
    dateOfBirth: first.dateOfBirth === born,
    drug: first.product === order.product,
    weight: same(first.weight, weight),
    dose: same(first.dose, perDose),
    doses: first.doses === BigInt(order.doses),
    gap: same(first.gap, readQuantity(order.gap, 'min')),
    total: same(first.total, timesCount(perDose, BigInt(order.doses))),
  });
  const input = countedInput(reference, first.weight);
  const sum = countedSum(input);
  if (fromOrder.length > 0 || !sum.ok) return err({ against: 'order', fields: fromOrder });
  return ok({ input, sum: sum.value });
}

/** The fields that do not agree, in screen order. */
function differing(
  agreeing: Readonly<Record<(typeof COUNTED_ENTRY_FIELDS)[number], boolean>>,
): readonly EntryField[] {
  return COUNTED_ENTRY_FIELDS.filter((field) => !agreeing[field]);
}

function same<U extends 'kg' | 'mg' | 'min'>(left: Quantity<U>, right: Quantity<U>): boolean {
  return compareQuantities(left, right) === 0;
}
