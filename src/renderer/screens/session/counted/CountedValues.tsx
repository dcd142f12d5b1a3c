import type { CountedView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { Figure } from '../../../components/Figure.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import styles from '../prepare/AgreedValues.module.css';

/** What both people entered alike, and what follows from it. Source: UX 3.8, 2.4. */
export function CountedValues({ counted }: { readonly counted: CountedView }) {
  const { order, of, perDose, sum, weighing } = counted;
  return (
    <dl className={styles['values']}>
      <div>
        <dt>{of === 'spray' ? 'Sprays' : 'Injections'}</dt>
        <dd>
          <Figure size={32}>{`${order.doses}`}</Figure>
          <span className={styles['note']}>{`of ${formatQuantityText(perDose)} each`}</span>
        </dd>
      </div>
      <div>
        <dt>Gap</dt>
        <dd>
          <Quantity value={order.gap} size={32} />
        </dd>
      </div>
      <div>
        <dt>Total</dt>
        <dd>
          <Quantity value={sum.dose} size={32} />
          <span className={styles['note']}>
            {`${formatQuantityText(sum.dosePerKg)} at ${formatQuantityText(weighing.weight)}`}
          </span>
        </dd>
      </div>
      <div>
        <dt>{`One ${of}`}</dt>
        <dd>
          <Quantity value={sum.volumePerDose} size={20} />
        </dd>
      </div>
      <div>
        <dt>Draw up</dt>
        <dd>
          <Quantity value={sum.drawUp} size={20} />
          <span className={styles['note']}>{`${formatQuantityText(sum.leftBehind)} stays behind`}</span>
        </dd>
      </div>
      <div>
        <dt>Device</dt>
        <dd>
          <strong>{counted.device}</strong>
        </dd>
      </div>
    </dl>
  );
}
