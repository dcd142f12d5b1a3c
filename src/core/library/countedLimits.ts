import type { CountedInput, CountedSum } from '../dosing/countedPlan.ts';
import type { Quantity, Unit } from '../quantity/quantity.ts';
import type { CountedDosesProtocol, PlannableCounted } from './library.ts';
import { type LimitBreach, limitBreaches } from './limits.ts';
import type { KnownPatient, OrderedAndAchieved } from './patientValues.ts';

/** What a protocol of counted doses does not let be ordered. No reason passes it. */
export type CountRefusal =
  | {
      readonly kind: 'dosesOutsideProtocol';
      readonly doses: number;
      readonly lowest: number;
      readonly highest: number;
      readonly of: PlannableCounted['device']['kind'];
    }
  | { readonly kind: 'gapTooShort'; readonly gapMinutes: number; readonly leastMinutes: number };

/** Every limit of the protocol that counted doses pass for this patient, worst first. See `limitBreaches`. */
export function countedBreaches(
  input: Pick<CountedInput, 'weight'>,
  sum: Pick<CountedSum, 'total'>,
  protocol: CountedDosesProtocol,
  known: KnownPatient,
): readonly LimitBreach[] {
  return limitBreaches(protocol, { total: same(sum.total), weight: same(input.weight) }, known);
}

/** The number of doses and the gap as the protocol allows them, both ends allowed, all at once. */
export function countRefusals(
  { doses, gap }: Pick<CountedInput, 'doses' | 'gap'>,
  { doses: allowed, gapMinutes, device }: PlannableCounted,
): readonly CountRefusal[] {
  const { lowest, highest } = allowed;
  const found: CountRefusal[] = [];
  if (doses < BigInt(lowest) || doses > BigInt(highest))
    found.push({ kind: 'dosesOutsideProtocol', doses: Number(doses), lowest, highest, of: device.kind });
  // A gap is typed in whole minutes.
  const minutes = Number(gap.value.numerator / gap.value.denominator);
  if (minutes < gapMinutes)
    found.push({ kind: 'gapTooShort', gapMinutes: minutes, leastMinutes: gapMinutes });
  return found;
}

/** Nothing is rounded: what is ordered is what is given. */
function same<U extends Unit>(value: Quantity<U>): OrderedAndAchieved<U> {
  return { exact: value, achieved: value };
}
