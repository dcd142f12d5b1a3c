import type { PumpedProtocol } from '../../library/library.ts';
import { loadingRuleOf, mostSteps } from '../../library/stageRules.ts';
import { err, ok, type Result } from '../../result.ts';
import type { LoadingDraft, LoadingOrder, Order, PlanDraft, StepDraft, StepOrder } from '../events.ts';
import type { PlanField, SessionRefusal } from '../refusals.ts';

/** The order as far as it is complete; otherwise everything it lacks, at once, or what its protocol has not. */
export function completeOrder(draft: PlanDraft, protocol: PumpedProtocol): Result<Order, SessionRefusal> {
  const { dose, duration, amount, volume, mixing, product, laterSteps = [] } = draft;
  const wrong = stagesRefusal(draft, protocol);
  if (wrong) return err(wrong);
  const loading = loadingRuleOf(protocol) ? completeLoading(draft.loading) : null;
  const steps = laterSteps.flatMap(completeStep);
  const isWhole = loading !== undefined && steps.length === laterSteps.length;
  if (dose && duration && amount && volume && mixing && product && isWhole) {
    return ok({
      ...{ dose, duration, amount, volume, mixing, product },
      ...(loading && { loading }),
      ...(steps.length > 0 && { laterSteps: steps }),
    });
  }
  const fields = { dose, duration, amount, volume, mixing, product };
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const missing: readonly PlanField[] = [
    ...(loading === undefined ? (['loading'] as const) : []),
    ...names.filter((name) => fields[name] === null),
    ...(steps.length < laterSteps.length ? (['laterSteps'] as const) : []),
  ];
  return err({ kind: 'planIncomplete', missing });
}

/** A loading dose, or more steps than one, under a protocol that has none. */
function stagesRefusal(
  { loading = 'declined', laterSteps = [] }: PlanDraft,
  protocol: PumpedProtocol,
): SessionRefusal | undefined {
  if (loading !== 'declined' && !loadingRuleOf(protocol)) return { kind: 'loadingNotAllowed' };
  const most = mostSteps(protocol);
  const steps = laterSteps.length + 1;
  return steps > most ? { kind: 'tooManySteps', steps, most } : undefined;
}

/** Undefined while nobody has said whether there is one. */
function completeLoading(loading: PlanDraft['loading']): 'declined' | LoadingOrder | undefined {
  if (loading === undefined || loading === 'declined') return loading;
  const { dose, duration }: LoadingDraft = loading;
  return dose && duration ? { dose, duration } : undefined;
}

function completeStep({ rate, duration }: StepDraft): readonly StepOrder[] {
  return rate && duration ? [{ rate, duration }] : [];
}
