import { planSum } from '../../dosing/planSum.ts';
import { planSumText } from '../../dosing/planSumText.ts';
import { planWorking } from '../../dosing/planWorking.ts';
import { equipmentRefusals } from '../../library/equipmentRefusals.ts';
import { breachKey, type LimitBreach } from '../../library/limits.ts';
import { planBreaches } from '../../library/planBreaches.ts';
import { undilutedRefusal } from '../../library/undiluted.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import type { OverrideReason, PinnedRules } from '../events.ts';
import { orderInput } from '../orderInput.ts';
import type { SessionRefusal } from '../refusals.ts';
import type { Session } from '../session.ts';
import { completeOrder } from './completeOrder.ts';
import {
  type Deciding,
  type Decision,
  decided,
  fact,
  refused,
  refusedForTheRecord,
  stateOrRoleRefusal,
} from './deciding.ts';
import { type PatientFacts, weighingForOrder } from './patientRefusal.ts';

export type AuthorisePlan = {
  readonly orderNumber: string;
  readonly rules: PinnedRules;
  readonly allergyNames: readonly string[];
  readonly patient: PatientFacts;
  readonly overrideReasons: readonly OverrideReason[];
};

/**
 * T2, PLANNED → AUTHORISED: a prescriber signs the order. Every requirement is checked here again, whatever the
 * window showed; hard limits have no override, soft ones need a reason each, and what the pump or the container
 * cannot do has none either.
 */
export function authorisePlan(session: Session, command: AuthorisePlan, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['PLANNED'], deciding.actor, ['prescriber']);
  if (wrong) return refused(wrong);
  const weighed = weighingForOrder(command, deciding.now);
  if (!weighed.ok) return refused(weighed.failure);
  const order = completeOrder(session.draft, command.rules.protocol);
  if (!order.ok) return refused(order.failure);
  const weighing = weighed.value;
  const { rules } = command;
  const { body, known } = command.patient;
  const worked = orderInput({ order: order.value, rules, body }, readQuantity(weighing.weight, 'kg'));
  if (!worked.ok) return refused(worked.failure);
  const input = worked.value;
  const sum = planSum(input);
  if (!sum.ok) return refused(sum.failure);
  const breaches = planBreaches(input, sum.value, rules.protocol, known);
  const refusal =
    limitRefusal(breaches, command.overrideReasons) ??
    equipmentRefusals(sum.value, rules.pump)[0] ??
    undilutedRefusal(rules.product, sum.value.preparation.diluent);
  if (refusal?.kind === 'hardLimits') return refusedForTheRecord(refusal, null);
  if (refusal) return refused(refusal);
  return decided(
    fact('PlanAuthorised', {
      orderNumber: command.orderNumber,
      chair: session.draft.chair,
      order: order.value,
      rules,
      library: session.library,
      weighing,
      sum: planSumText(sum.value),
      working: planWorking(input, sum.value),
      breaches,
      overrideReasons: command.overrideReasons,
    }),
  );
}

/** Hard limits first, then soft ones nobody gave a reason for. */
export function limitRefusal(
  breaches: readonly LimitBreach[],
  reasons: readonly OverrideReason[],
): SessionRefusal | undefined {
  const hard = breaches.filter(({ strength }) => strength === 'hard');
  if (hard.length > 0) return { kind: 'hardLimits', breaches: hard };
  const open = breaches.filter(
    (breach) => !reasons.some(({ limit, reason }) => limit === breachKey(breach) && reason.trim() !== ''),
  );
  return open.length > 0 ? { kind: 'reasonsMissing', breaches: open } : undefined;
}
