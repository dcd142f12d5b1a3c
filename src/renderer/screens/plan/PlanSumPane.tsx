import type { ReactNode } from 'react';
import type { PlanScreenView } from '../../../contract/views/plan.ts';
import type { QuantityText } from '../../../core/quantity/quantity.ts';
import { type ShownAmount, textInAmount } from '../../../core/quantity/shownAmount.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { type FigureSize, Quantity } from '../../components/Quantity.tsx';
import { Working, type WorkingProps } from '../../components/Working.tsx';
import { LastTime } from './LastTime.tsx';
import styles from './PlanSumPane.module.css';
import { type ClockNow, containerSentence, finishSentence, type Protocol, type Sum } from './planWords.ts';
import { StageLines } from './StageLines.tsx';

type PlanSumPaneProps = {
  readonly sum: Sum | null;
  readonly protocol: Protocol | undefined;
  /** What the drug is counted in. */
  readonly amount?: ShownAmount;
  readonly working: Pick<WorkingProps, 'lines' | 'verdict' | 'empty'>;
  readonly lastSession: PlanScreenView['lastSession'];
  /** True while the numbers belong to an earlier text: they are then out of sight until the answer is in. */
  readonly waiting: boolean;
  /** While the plan is not signed: when it would end. */
  readonly clock?: ClockNow;
  /** Rules that are broken, between the sentence and the working. */
  readonly children?: ReactNode;
};

/** The answer and how it was come by: three figures, what they mean in time, the sum line by line. */
export function PlanSumPane({
  sum,
  protocol,
  amount = 'mg',
  working,
  lastSession,
  waiting,
  clock,
  children,
}: PlanSumPaneProps) {
  return (
    <section className={styles['pane']} aria-label="Sum" aria-busy={waiting || undefined}>
      {waiting && <p className={styles['waiting']}>Being worked out</p>}
      <div className={waiting ? styles['stale'] : undefined}>
        <div className={styles['figures']}>
          <HeroFigure
            label={sum?.staged ? 'First rate' : 'Rate'}
            icon="pump"
            size={64}
            value={(sum?.staged?.stages[0] ?? sum)?.rate ?? null}
          />
          <HeroFigure
            label={sum?.staged ? 'Dose in all' : 'Dose'}
            size={40}
            value={sum ? textInAmount((sum.staged ?? sum).dose, amount) : null}
          />
          <HeroFigure
            label={sum?.staged ? 'Volume in all' : 'Volume to give'}
            icon="bag"
            size={40}
            value={(sum?.staged ?? sum)?.volumeToGive ?? null}
          />
        </div>
        {sum && protocol && (
          <>
            {sum.staged && <StageLines staged={sum.staged} amount={amount} />}
            <p className={styles['sentence']}>{finishSentence(sum, protocol, clock)}</p>
            <p className={styles['muted']}>{containerSentence(sum, protocol)}</p>
          </>
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

type HeroFigureProps = {
  readonly label: string;
  readonly icon?: IconName;
  readonly size: FigureSize;
  readonly value: QuantityText | null;
};

/** One figure of the answer, under its name. */
export function HeroFigure({ label, icon, size, value }: HeroFigureProps) {
  return (
    <section className={styles['figure']} aria-label={label}>
      <h2 className={styles['label']}>
        {icon && <Icon name={icon} size={16} />}
        {label}
      </h2>
      <div className={styles['value']}>
        {value === null ? (
          <span className={styles['muted']}>Not worked out yet</span>
        ) : (
          <Quantity value={value} size={size} />
        )}
      </div>
    </section>
  );
}
