import type { SessionView } from '../../../../contract/views/session.ts';
import { formatQuantityText } from '../../../../core/quantity/format.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { formatDateTime } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { usePlace } from '../../../hooks/usePlace.tsx';
import { whoWhen } from '../running/sessionWords.ts';
import styles from './BeforeStart.module.css';

/** What hangs on the pump: its label, until when it may be used, and who made and checked it. */
export function PreparedPanel({ session }: { readonly session: SessionView }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const preparation = session.preparation;
  const witnessed = preparation?.witnessed;
  if (!preparation || !witnessed) return null;
  const { done, label, useBy, finalVolume, concentration } = witnessed;
  const checked = preparation.labelChecked;
  const amount = preparation.drawn ? formatQuantityText(preparation.drawn.amount) : '';
  return (
    <section aria-label="Preparation" className={styles['part']}>
      <div className={styles['part-head']}>
        <h2>
          Preparation <span className="hy">{label}</span>
        </h2>
        <span>
          use by <span className="hy">{formatDateTime(useBy, clock.zone)}</span>
        </span>
        <Button onPress={() => go({ at: 'label', session: session.id, label })}>Label</Button>
      </div>
      <ul className={styles['facts']}>
        <Fact
          words={
            session.counted
              ? `${session.drugName} ${formatQuantityText(concentration)}, ${formatQuantityText(finalVolume)} drawn up`
              : `${session.drugName} ${amount} in ${formatQuantityText(finalVolume)} = ${formatQuantityText(concentration)}`
          }
          by={whoWhen(done, clock.zone)}
        />
        <Fact
          words={
            session.counted
              ? 'Volume drawn agrees, typed blind'
              : 'Volume drawn and final volume agree, typed blind'
          }
          by={whoWhen({ ...done, by: done.witness ?? done.by }, clock.zone)}
        />
        {checked && <Fact words={`Label ${label.slice(-4)} typed`} by={whoWhen(checked, clock.zone)} />}
      </ul>
    </section>
  );
}

function Fact({ words, by }: { readonly words: string; readonly by: string }) {
  return (
    <li>
      <Icon name="check" />
      <span>{words}</span>
      <span className={styles['by']}>{by}</span>
    </li>
  );
}
