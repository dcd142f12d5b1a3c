import type { PlanView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { formatMinutes } from '../../../../core/quantity/formatDuration.ts';
import { minus, type QuantityText, quantityText, readQuantity } from '../../../../core/quantity/quantity.ts';
import { Figure } from '../../../components/Figure.tsx';
import { Quantity } from '../../../components/Quantity.tsx';
import styles from './SyringeFacts.module.css';

type SyringeFactsProps = { readonly plan: PlanView; readonly isFirst: boolean };

/** What the syringe holds, gives and keeps: a sense check in the hand, before the pump knows anything. */
export function SyringeFacts({ plan, isFirst }: SyringeFactsProps) {
  const { sum } = plan;
  // What a later one will give depends on when it is connected; the plan knows it of the first.
  const given = isFirst ? (sum.containerUses?.[0]?.volume ?? (sum.staged ?? sum).volumeToGive) : null;
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
        {given && <Given holds={sum.finalVolume} given={given} />}
        <div>
          <dt>{sum.staged ? 'Alone lasts' : `Alone lasts at ${formatQuantityText(sum.rate)}`}</dt>
          <dd>
            <Figure size={24}>{formatMinutes(readQuantity(sum.containerLasts, 'min'))}</Figure>
          </dd>
        </div>
      </dl>
    </section>
  );
}

type GivenProps = { readonly holds: QuantityText<'mL'>; readonly given: QuantityText<'mL'> };

function Given({ holds, given }: GivenProps) {
  const left = minus(readQuantity(holds, 'mL'), readQuantity(given, 'mL'));
  return (
    <>
      <div>
        <dt>To give</dt>
        <dd>
          <Quantity value={given} size={24} />
        </dd>
      </div>
      <div>
        <dt>Left at the end</dt>
        <dd>
          <Quantity value={quantityText(left)} size={24} />
        </dd>
      </div>
    </>
  );
}
