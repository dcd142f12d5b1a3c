import type { PlanView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatMinutes } from '../../../../core/quantity/formatDuration.ts';
import { minus, quantityText, readQuantity } from '../../../../core/quantity/quantity.ts';
import { Figure } from '../../../components/Figure.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import styles from './SyringeFacts.module.css';

/** What the syringe holds, gives and keeps: a sense check in the hand, before the pump knows anything. */
export function SyringeFacts({ plan }: { readonly plan: PlanView }) {
  const { sum } = plan;
  const left = minus(readQuantity(sum.finalVolume, 'mL'), readQuantity(sum.volumeToGive, 'mL'));
  return (
    <section aria-label="This syringe" className={styles['syringe']}>
      <h2 className={styles['head']}>This syringe</h2>
      <dl className={styles['facts']}>
        <div>
          <dt>Holds</dt>
          <dd>
            <Quantity value={sum.finalVolume} size={24} />
          </dd>
        </div>
        <div>
          <dt>To give</dt>
          <dd>
            <Quantity value={sum.volumeToGive} size={24} />
          </dd>
        </div>
        <div>
          <dt>Left at the end</dt>
          <dd>
            <Quantity value={quantityText(left)} size={24} />
          </dd>
        </div>
        <div>
          <dt>{`Alone lasts at ${formatQuantityText(sum.rate)}`}</dt>
          <dd>
            <Figure size={24}>{formatMinutes(readQuantity(sum.containerLasts, 'min'))}</Figure>
          </dd>
        </div>
      </dl>
    </section>
  );
}
