import type { ReactNode } from 'react';
import { Figure } from './Figure.tsx';
import styles from './ScreenHead.module.css';

export type ScreenHeadProps = {
  readonly title: string;
  /** One muted line beside the title. */
  readonly note?: ReactNode;
  /** A tag or a choice right after the title. */
  readonly children?: ReactNode;
  /** At the far side, before the clock. */
  readonly end?: ReactNode;
  /** `10:25:00` */
  readonly clock?: string;
};

/** Names the screen. */
export function ScreenHead({ title, note, children, end, clock }: ScreenHeadProps) {
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{title}</h1>
      {children}
      {note && <span className={styles['note']}>{note}</span>}
      <span className={styles['end']}>
        {end}
        {clock !== undefined && <Figure size={24}>{clock}</Figure>}
      </span>
    </header>
  );
}
