import { countedSum, countedSumText } from '../../dosing/countedPlan.ts';
import { countedWorking } from '../../dosing/countedWorking.ts';
import { countedBreaches, countRefusals } from '../../library/countedLimits.ts';
import { undilutedRefusal } from '../../library/undiluted.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import { countedInput } from '../compareCounted.ts';
import type { CountedOrder, CountedRules } from '../countedEvents.ts';
import type { OverrideReason, PlanDraft } from '../events.ts';
import type { PlanField } from '../refusals.ts';
import type { Session } from '../session.ts';
import { limitRefusal } from './authorisePlan.ts';
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

export type AuthoriseCounted = {
  readonly orderNumber: string;
  readonly rules: CountedRules;
  readonly allergyNames: readonly string[];
  readonly patient: PatientFacts;
  readonly overrideReasons: readonly OverrideReason[];
};

/**
 * T2 for counted doses, PLANNED → AUTHORISED: a prescriber signs the order. Everything is checked again, whatever the
 * window showed: the number of doses and the gap by the protocol, the total by its limits, the volume by the syringe.
 */
export function authoriseCounted(session: Session, command: AuthoriseCounted, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['PLANNED'], deciding.actor, ['prescriber']);
  if (wrong) return refused(wrong);
  const weighed = weighingForOrder(command, deciding.now);
  if (!weighed.ok) return refused(weighed.failure);
  const order = completeCounted(session.draft);
  if (!order.ok) return refused({ kind: 'planIncomplete', missing: order.missing });
  const weighing = weighed.value;
  const { rules, overrideReasons } = command;
  const input = countedInput({ order: order.value, rules }, readQuantity(weighing.weight, 'kg'));
  const impossible = countRefusals(input, rules.protocol)[0] ?? undilutedRefusal(rules.product, null);
  if (impossible) return refused(impossible);
  const sum = countedSum(input);
  if (!sum.ok) return refused(sum.failure);
  const breaches = countedBreaches(input, sum.value, rules.protocol, command.patient.known);
  const refusal = limitRefusal(breaches, overrideReasons);
  if (refusal?.kind === 'hardLimits') return refusedForTheRecord(refusal, null);
  if (refusal) return refused(refusal);
  return decided(
    fact('CountedPlanAuthorised', {
      orderNumber: command.orderNumber,
      chair: session.draft.chair,
      order: order.value,
      rules,
      library: session.library,
      weighing,
      sum: countedSumText(input, sum.value),
      working: countedWorking(input, sum.value),
      breaches,
      overrideReasons,
    }),
  );
}

type CompleteCounted =
  | { readonly ok: true; readonly value: CountedOrder }
  | { readonly ok: false; readonly missing: readonly PlanField[] };

/** The order as far as it is complete; otherwise everything it lacks, at once. */
export function completeCounted({ counted, product }: PlanDraft): CompleteCounted {
  const { doses = null, gap = null } = counted ?? {};
  if (doses !== null && gap !== null && product !== null) return { ok: true, value: { doses, gap, product } };
  const fields = { doses, gap, product };
  const missing = (Object.keys(fields) as (keyof typeof fields)[]).filter((name) => fields[name] === null);
  return { ok: false, missing };
}
