import type { ShownAmount } from '../../../../core/quantity/shownAmount.ts';
import { wasteRule } from '../../../../core/session/entryRules.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import type { TypedAmounts } from './wasteAmounts.ts';

/** One person's amounts, empty to begin with: nothing is proposed and nothing carried over from the other. */
export function useTypedAmounts(unit: ShownAmount): TypedAmounts {
  const rule = wasteRule(unit);
  const vial = useTypedNumber(rule);
  const syringe = useTypedNumber(rule);
  const line = useTypedNumber(rule);
  return { vial, syringe, line };
}
