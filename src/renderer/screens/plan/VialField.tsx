import { memo, type Ref } from 'react';
import type { ProtocolChoice } from '../../../contract/views/plan.ts';
import { SelectField } from '../../components/SelectField.tsx';
import styles from './PlanForm.module.css';
import { productLabel } from './planWords.ts';
import type { PlanInHand } from './usePlanEditor.ts';

type VialFieldProps = Pick<PlanInHand, 'act'> & {
  readonly products: ProtocolChoice['products'];
  readonly amount: ProtocolChoice['shape']['amount'];
  readonly chosen: string | null;
  readonly ref: Ref<HTMLButtonElement>;
};

/** Never picked beforehand: look-alikes are told apart by their strength alone. Not drawn again at every key. */
export const VialField = memo(function VialField({ products, amount, chosen, act, ref }: VialFieldProps) {
  return (
    <div className={styles['vial']}>
      <SelectField
        ref={ref}
        label="Vial"
        labelPlace="left"
        emptyWord="Choose the vial"
        choices={products.map((product) => ({ id: product.id, label: productLabel(product, amount) }))}
        chosen={chosen}
        onChoose={(product) => act({ kind: 'chosen', choice: { product } })}
      />
    </div>
  );
});
