import { countedSumText } from '../../dosing/countedPlan.ts';
import { countedWorking } from '../../dosing/countedWorking.ts';
import { countedBreaches } from '../../library/countedLimits.ts';
import type { KnownPatient } from '../../library/patientValues.ts';
import { readQuantity } from '../../quantity/quantity.ts';
import { compareCounted } from '../compareCounted.ts';
import { parseCountedValues } from '../countedEntry.ts';
import type { CountedPlanAuthorised } from '../countedEvents.ts';
import type { EntryMade, Weighing } from '../events.ts';
import type { Entry, Session } from '../session.ts';
import { limitRefusal } from './authorisePlan.ts';
import { type Decision, decided, fact } from './deciding.ts';
import { entriesDiffer } from './entriesDiffer.ts';

/** Two entries of an order of counted doses, compared with each other, the order and the weighing. */
export function comparedCounted(
  { order, rules, overrideReasons, attempt }: CountedPlanAuthorised & Pick<Session, 'attempt'>,
  [first, second]: readonly [Entry, EntryMade],
  command: { readonly born: string; readonly known: KnownPatient },
  weighing: Weighing,
): Decision {
  const left = parseCountedValues(first.values);
  const right = parseCountedValues(second.values);
  if (!left.ok || !right.ok) throw new Error('An accepted entry can no longer be read.');
  const weight = readQuantity(weighing.weight, 'kg');
  const reference = { born: command.born, order, rules, weight };
  const outcome = compareCounted(left.value, right.value, reference);
  if (!outcome.ok) return entriesDiffer({ attempt }, second, outcome.failure);
  const { input, sum } = outcome.value;
  const breaches = countedBreaches(input, sum, rules.protocol, command.known);
  if (limitRefusal(breaches, overrideReasons)) return decided(fact('AuthorisationVoided', { breaches }));
  return decided(
    fact('CountedEntriesMatched', {
      ...second,
      weighing,
      sum: countedSumText(input, sum),
      working: countedWorking(input, sum),
      breaches,
    }),
  );
}
