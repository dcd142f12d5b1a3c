import type { ReactNode } from 'react';
import type { PlanCalculation, PlanScreenView } from '../../../contract/views/plan.ts';
import { formatQuantityText } from '../../../core/quantity/format.ts';
import { formatMinutes } from '../../../core/quantity/formatDuration.ts';
import { readQuantity } from '../../../core/quantity/quantity.ts';
import { Working, type WorkingProps } from '../../components/Working.tsx';
import { LastTime } from './LastTime.tsx';
import styles from './PlanSumPane.module.css';
import { HeroFigure } from './PlanSumPane.tsx';

export type CountedSum = NonNullable<NonNullable<PlanCalculation['counted']>>['sum'];

type CountedSumPaneProps = {
  readonly sum: CountedSum | null;
  readonly working: Pick<WorkingProps, 'lines' | 'verdict' | 'empty'>;
  readonly lastSession: PlanScreenView['lastSession'];
  /** True while the numbers belong to an earlier text: they are then out of sight until the answer is in. */
  readonly waiting: boolean;
  /** Rules that are broken, between the sentence and the working. */
  readonly children?: ReactNode;
};

/** What counted doses come to and how it was worked out: no rate, no end of an infusion. */
export function CountedSumPane({ sum, working, lastSession, waiting, children }: CountedSumPaneProps) {
  return (
    <section className={styles['pane']} aria-label="Sum" aria-busy={waiting || undefined}>
      {waiting && <p className={styles['waiting']}>Being worked out</p>}
      <div className={waiting ? styles['stale'] : undefined}>
        <div className={styles['figures']}>
          <HeroFigure label="Total" size={64} value={sum?.dose ?? null} />
          <HeroFigure label="One dose" size={40} value={sum?.volumePerDose ?? null} />
          <HeroFigure label="Draw up" size={40} value={sum?.drawUp ?? null} />
        </div>
        {sum && (
          <p className={styles['sentence']}>
            {`${formatQuantityText(sum.dosePerKg)}. The last one ${formatMinutes(readQuantity(sum.lasts, 'min'))} after the first at the earliest.`}
          </p>
        )}
        {children}
        <div className={styles['working']}>
          <Working {...working} dense />
        </div>
      </div>
      {lastSession && <LastTime session={lastSession} />}
    </section>
  );
}
