import type { RateUnit } from '../library/orderUnits.ts';
import { parseEntry } from '../quantity/parseEntry.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import { type EntryValues, inputsOfStep, type StageInput, stepFields } from './entryFields.ts';
import { doseRule, FIELD_RULES, type OrderShape } from './entryRules.ts';
import type { Ordered, OrderedStep } from './orderInput.ts';
import { parseDuration } from './typedDuration.ts';
import type { RefusedInput } from './typedEntry.ts';

type ParsedStages = Pick<Ordered, 'loading' | 'laterSteps'>;

/** The loading dose and the later steps as typed, where the order has them; every malformed box is named at once. */
export function parseStages(
  values: Partial<Pick<EntryValues, StageInput>>,
  shape: OrderShape,
): Result<ParsedStages, readonly RefusedInput[]> {
  const refused: RefusedInput[] = [];
  let stages: ParsedStages = {};
  if (shape.loading) {
    const dose = parseEntry(values.loadingDose ?? '', FIELD_RULES.dose);
    const duration = parseEntry(values.loadingOver ?? '', FIELD_RULES.duration);
    if (dose.ok && duration.ok) stages = { loading: { dose: dose.value, duration: duration.value } };
    if (!dose.ok) refused.push({ input: 'loadingDose', refusal: dose.failure });
    if (!duration.ok) refused.push({ input: 'loadingOver', refusal: duration.failure });
  }
  const laterSteps: OrderedStep[] = [];
  for (const field of stepFields(shape.steps ?? 1)) {
    const inputs = inputsOfStep(field);
    const rate = parseEntry(values[inputs.rate] ?? '', doseRule(shape.dose));
    const { d, h, min } = inputs.time;
    const boxes = { d: values[d] ?? '', h: values[h] ?? '', min: values[min] ?? '' };
    const duration = parseDuration(boxes, shape.duration);
    if (rate.ok && duration.ok)
      laterSteps.push({ rate: rate.value as Quantity<RateUnit>, duration: duration.value });
    if (!rate.ok) refused.push({ input: inputs.rate, refusal: rate.failure });
    if (!duration.ok)
      refused.push(...duration.failure.map(({ part, refusal }) => ({ input: inputs.time[part], refusal })));
  }
  if (refused.length > 0) return err(refused);
  return ok(laterSteps.length > 0 ? { ...stages, laterSteps } : stages);
}
