import type { NumberFieldProps } from '../../components/NumberField.tsx';
import type { PlanNumber } from './planNumbers.ts';
import { PLAN_NUMBER_WORDS } from './planWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

/** What every number field of a plan takes from the plan in hand. */
export function fieldProps(
  field: PlanNumber,
  { entry: { typed, entered, copied }, act }: Pick<PlanInHand, 'entry' | 'act'>,
): Pick<NumberFieldProps, 'label' | 'value' | 'entered' | 'copied' | 'onType' | 'onCommit'> {
  const copy = copied[field];
  return {
    label: PLAN_NUMBER_WORDS[field],
    value: copy ?? typed[field] ?? '',
    copied: copy !== undefined,
    entered: entered[field] ?? false,
    onType: (text) => act({ kind: 'typed', field, text }),
    onCommit: () => act({ kind: 'entered', field }),
  };
}
