import type { ReactNode } from 'react';
import styles from './ChairBoard.module.css';

export type ChairBoardProps = {
  /** Chair cards in the order of their numbers. */
  readonly children: ReactNode;
};

/** The ruled board. As many columns as fit; the order of the chairs never changes. */
export function ChairBoard({ children }: ChairBoardProps) {
  return <div className={styles['board']}>{children}</div>;
}
