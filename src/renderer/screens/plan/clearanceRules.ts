import type { Failure } from '../../../contract/failures.ts';
import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { errorText } from '../../errorText.ts';
import type { FailedRule } from './planRules.ts';

/** What the patient's record lacks for an order of this protocol: nothing but recording it helps. */
export function recordFailures({ clearances }: PlanScreenView, protocol: string): readonly Failure[] {
  return clearances.find((each) => each.protocol === protocol)?.lacking ?? [];
}

/** Each allergy to the drug, its class or the diluent: the prescriber who orders all the same gives a reason. */
export function allergyRules(
  { clearances }: PlanScreenView,
  protocol: string,
  zone: string,
): readonly FailedRule[] {
  const allergies = clearances.find((each) => each.protocol === protocol)?.allergies ?? [];
  return allergies.map((substance) => {
    const text = errorText({ kind: 'allergyMatches', substance }, zone);
    // The service looks for the reason under this name.
    const name = `allergy to ${substance}`;
    return { key: name, text, strength: 'soft', name };
  });
}
