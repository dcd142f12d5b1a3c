import type { OrderUnit } from '../library/orderUnits.ts';
import { type EntryRefusal, parseEntry } from '../quantity/parseEntry.ts';
import { convert, type Quantity } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import { type EntryInput, type EntryValues, INPUT_OF_PART } from './entryFields.ts';
import { amountRule, DOSE_OVER_MINUTES, doseRule, FIELD_RULES, type OrderShape } from './entryRules.ts';
import type { Ordered } from './orderInput.ts';
import { parseStages } from './stageEntry.ts';
import { parseDuration } from './typedDuration.ts';

/** One person's eight values, read as exact numbers. */
export type ParsedEntry = Pick<Ordered, 'loading' | 'laterSteps'> & {
  readonly dateOfBirth: string;
  readonly product: string;
  readonly weight: Quantity<'kg'>;
  /** Where the protocol asks for it. */
  readonly height?: Quantity<'cm'>;
  readonly dose: Quantity<OrderUnit>;
  readonly over: Quantity<'min'>;
  readonly amount: Quantity<'mg'>;
  readonly volume: Quantity<'mL'>;
  readonly pumpRate: Quantity<'mL/h'>;
  readonly volumeToGive: Quantity<'mL'>;
};

export type RefusedInput = { readonly input: EntryInput; readonly refusal: EntryRefusal };

/** Reads what was typed in the shape of its protocol; every malformed value is named at once. */
export function parseEntryValues(
  values: EntryValues,
  shape: OrderShape = DOSE_OVER_MINUTES,
): Result<ParsedEntry, readonly RefusedInput[]> {
  const weight = parseEntry(values.weight, FIELD_RULES.weight);
  const dose = parseEntry(values.dose, doseRule(shape.dose));
  const { over: min, overHours: h, overDays: d } = values;
  const over = parseDuration({ min, h: h ?? '', d: d ?? '' }, shape.duration);
  const amount = parseEntry(values.amount, amountRule(shape.amount));
  const volume = parseEntry(values.volume, FIELD_RULES.volume);
  const pumpRate = parseEntry(values.pumpRate, FIELD_RULES.pumpRate);
  const volumeToGive = parseEntry(values.volumeToGive, FIELD_RULES.volumeToGive);
  const missing = (['dateOfBirth', 'product'] as const)
    .filter((input) => values[input] === '')
    .map((input): RefusedInput => ({ input, refusal: { kind: 'notEntered' } }));
  const boxes = over.ok
    ? []
    : over.failure.map(({ part, refusal }): RefusedInput => ({ input: INPUT_OF_PART[part], refusal }));
  const height = shape.height ? parseEntry(values.height ?? '', FIELD_RULES.height) : undefined;
  const stages = parseStages(values, shape);
  const numbers = { weight, ...(height && { height }), dose, amount, volume, pumpRate, volumeToGive };
  const refused = (Object.keys(numbers) as (keyof typeof numbers)[]).flatMap((input): RefusedInput[] => {
    const parsed = numbers[input];
    return !parsed || parsed.ok ? [] : [{ input, refusal: parsed.failure }];
  });
  const isRead =
    weight.ok &&
    height?.ok !== false &&
    dose.ok &&
    over.ok &&
    stages.ok &&
    amount.ok &&
    volume.ok &&
    pumpRate.ok &&
    volumeToGive.ok;
  if (missing.length > 0 || !isRead)
    return err([...missing, ...refused, ...boxes, ...(stages.ok ? [] : stages.failure)]);
  return ok({
    dateOfBirth: values.dateOfBirth,
    product: values.product,
    weight: weight.value,
    ...(height && { height: height.value }),
    dose: dose.value,
    over: over.value,
    ...stages.value,
    amount: convert(amount.value, 'mg'),
    volume: volume.value,
    pumpRate: pumpRate.value,
    volumeToGive: volumeToGive.value,
  });
}
