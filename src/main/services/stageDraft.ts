import type { Failure } from '../../contract/failures.ts';
import type { TypedPlan } from '../../contract/views/plan.ts';
import type { PumpedProtocol } from '../../core/library/library.ts';
import type { RateUnit } from '../../core/library/orderUnits.ts';
import { loadingRuleOf, mostSteps } from '../../core/library/stageRules.ts';
import { type EntryRule, parseEntry } from '../../core/quantity/parseEntry.ts';
import { type QuantityText, quantityText, type Unit } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { inputsOfStep, stepFields } from '../../core/session/entryFields.ts';
import { doseRule, FIELD_RULES, type OrderShape } from '../../core/session/entryRules.ts';
import type { PlanDraft, StepDraft } from '../../core/session/events.ts';
import { parseDuration } from '../../core/session/typedDuration.ts';
import { typedQuantity } from './typedValues.ts';

type Stages = Pick<PlanDraft, 'loading' | 'laterSteps'>;

/** The loading dose and the later steps of a plan as typed: an empty box is null, a malformed one is refused by name. */
export function stageDraft(
  typed: TypedPlan,
  protocol: PumpedProtocol,
  shape: OrderShape,
): Result<Stages, Failure> {
  const loading = loadingDraft(typed, protocol);
  if (!loading.ok) return loading;
  const { steps = 1 } = typed;
  const most = mostSteps(protocol);
  if (steps > most) return err({ kind: 'tooManySteps', steps, most });
  const laterSteps: StepDraft[] = [];
  for (const field of stepFields(steps)) {
    const inputs = inputsOfStep(field);
    const rate = optional(inputs.rate, typed[inputs.rate] ?? '', doseRule(shape.dose) as EntryRule<RateUnit>);
    if (!rate.ok) return rate;
    const duration = stepTime(typed, inputs.time, shape);
    if (!duration.ok) return duration;
    laterSteps.push({ rate: rate.value, duration: duration.value });
  }
  return ok({ ...loading.value, ...(laterSteps.length > 0 && { laterSteps }) });
}

function loadingDraft(
  { loading, loadingDose = '', loadingOver = '' }: TypedPlan,
  protocol: PumpedProtocol,
): Result<Pick<Stages, 'loading'>, Failure> {
  if (!loadingRuleOf(protocol)) return loading === 'ordered' ? err({ kind: 'loadingNotAllowed' }) : ok({});
  if (loading !== 'ordered') return ok(loading ? { loading } : {});
  const dose = optional('loadingDose', loadingDose, FIELD_RULES.dose);
  if (!dose.ok) return dose;
  const duration = optional('loadingOver', loadingOver, FIELD_RULES.duration);
  if (!duration.ok) return duration;
  return ok({ loading: { dose: dose.value, duration: duration.value } });
}

/** A loading dose as far as it is typed, where one is chosen. */
export function typedLoading({ loading, loadingDose = '', loadingOver = '' }: TypedPlan) {
  if (loading !== 'ordered') return {};
  return {
    dose: parseEntry(loadingDose, FIELD_RULES.dose),
    duration: parseEntry(loadingOver, FIELD_RULES.duration),
  };
}

/** The shape of an order with the stages that are chosen for it. */
export function typedShape(shape: OrderShape, { loading, steps }: TypedPlan): OrderShape {
  return {
    ...shape,
    ...(loading === 'ordered' && { loading: true as const }),
    ...(steps !== undefined && { steps }),
  };
}

/** A time nothing of is typed is not entered; one with an empty box among others is refused by that box. */
function stepTime(
  typed: TypedPlan,
  boxes: ReturnType<typeof inputsOfStep>['time'],
  { duration: parts }: OrderShape,
): Result<QuantityText<'min'> | null, Failure> {
  const texts = { d: typed[boxes.d] ?? '', h: typed[boxes.h] ?? '', min: typed[boxes.min] ?? '' };
  if (parts.every((part) => texts[part] === '')) return ok(null);
  const parsed = parseDuration(texts, parts);
  if (parsed.ok) return ok(quantityText(parsed.value));
  const [first] = parsed.failure;
  if (!first) throw new Error('A time was refused without a reason.');
  return err({ kind: 'valueRefused', field: boxes[first.part], refusal: first.refusal });
}

function optional<U extends Unit>(
  field: string,
  typed: string,
  rule: EntryRule<U>,
): Result<QuantityText<U> | null, Failure> {
  if (typed === '') return ok(null);
  const parsed = typedQuantity(field, typed, rule);
  return parsed.ok ? ok(quantityText(parsed.value)) : parsed;
}
