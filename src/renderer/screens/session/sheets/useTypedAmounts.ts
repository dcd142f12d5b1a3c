import { FIELD_RULES } from '../../../../core/session/entryRules.ts';
import { useTypedNumber } from '../running/typedNumber.ts';
import type { TypedAmounts } from './wasteAmounts.ts';

/** One person's amounts, empty to begin with: nothing is proposed and nothing carried over from the other. */
export function useTypedAmounts(): TypedAmounts {
  const vial = useTypedNumber(FIELD_RULES.wasteAmount);
  const syringe = useTypedNumber(FIELD_RULES.wasteAmount);
  const line = useTypedNumber(FIELD_RULES.wasteAmount);
  return { vial, syringe, line };
}
