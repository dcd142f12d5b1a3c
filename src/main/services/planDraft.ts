import type { Failure } from '../../contract/failures.ts';
import type { TypedPlan } from '../../contract/views/plan.ts';
import type { PumpedProtocol } from '../../core/library/library.ts';
import type { EntryRule } from '../../core/quantity/parseEntry.ts';
import { type Quantity, type QuantityText, quantityText, type Unit } from '../../core/quantity/quantity.ts';
import { err, ok, type Result } from '../../core/result.ts';
import {
  amountRule,
  doseRule,
  FIELD_RULES,
  type OrderShape,
  orderShapeOf,
} from '../../core/session/entryRules.ts';
import type { PlanDraft } from '../../core/session/events.ts';
import { parseDuration, type TypedDuration } from '../../core/session/typedDuration.ts';
import { stageDraft } from './stageDraft.ts';
import { typedQuantity } from './typedValues.ts';

/** What is typed, as a draft: an empty field is null, a malformed one is refused by name. */
export function draftFrom(typed: TypedPlan, protocol: PumpedProtocol): Result<PlanDraft, Failure> {
  const shape = orderShapeOf(protocol);
  const dose = optional('dose', typed.dose, doseRule(shape.dose));
  const duration = optionalDuration(typed, shape);
  const amount = optional('amount', typed.amount, amountRule(shape.amount));
  const volume = optional('volume', typed.volume, FIELD_RULES.volume);
  if (!dose.ok) return dose;
  if (!duration.ok) return duration;
  if (!amount.ok) return amount;
  if (!volume.ok) return volume;
  const stages = stageDraft(typed, protocol, shape);
  if (!stages.ok) return stages;
  if (typed.chair === null) return err({ kind: 'planIncomplete', missing: ['chair'] });
  return ok({
    chair: typed.chair,
    protocol: typed.protocol,
    dose: dose.value,
    duration: duration.value,
    amount: amount.value,
    volume: volume.value,
    mixing: typed.mixing,
    product: typed.product,
    ...stages.value,
  });
}

/** A time nothing of is typed is not entered; one with an empty box among others is refused by that box. */
function optionalDuration(
  typed: TypedPlan,
  { duration: parts }: OrderShape,
): Result<QuantityText<'min'> | null, Failure> {
  const boxes = typedDuration(typed);
  if (parts.every((part) => (boxes[part] ?? '') === '')) return ok(null);
  const parsed = parseDuration(boxes, parts);
  if (parsed.ok) return ok(quantityText(parsed.value));
  const first = parsed.failure[0];
  if (!first) throw new Error('A time was refused without a reason.');
  return err({ kind: 'valueRefused', field: FIELD_OF_PART[first.part], refusal: first.refusal });
}

/** The boxes of a time, as a plan is typed. */
export function typedDuration({ duration, hours, days }: TypedPlan): TypedDuration {
  return { min: duration, h: hours ?? '', d: days ?? '' };
}

const FIELD_OF_PART = { d: 'days', h: 'hours', min: 'duration' } as const;

function optional<U extends Unit>(
  field: string,
  typed: string,
  rule: EntryRule<U>,
): Result<QuantityText<U> | null, Failure> {
  if (typed === '') return ok(null);
  const parsed: Result<Quantity<U>, Failure> = typedQuantity(field, typed, rule);
  return parsed.ok ? ok(quantityText(parsed.value)) : parsed;
}
