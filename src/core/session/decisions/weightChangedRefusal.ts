import { compareQuantities, readQuantity } from '../../quantity/quantity.ts';
import type { Weighing } from '../events.ts';
import { matchedWeight } from '../nurseRange.ts';
import type { SessionRefusal } from '../refusals.ts';
import type { Session } from '../session.ts';

/**
 * What was entered twice holds for the weight it was entered for. `newest` is the patient's newest measured weighing,
 * the one a plan would be worked out from; when it shows another weight, nothing more is prepared and nothing starts.
 * A new weighing that shows the same weight changes nothing. Source: UX 2.3 T21a; H05.
 */
export function weightChangedRefusal(session: Session, newest: Weighing | null): SessionRefusal | undefined {
  if (!session.match || !newest) return undefined;
  const matched = matchedWeight(session);
  const isSame = compareQuantities(readQuantity(matched, 'kg'), readQuantity(newest.weight, 'kg')) === 0;
  return isSame ? undefined : { kind: 'weightChanged', matched, newest: newest.weight };
}
