import { classes } from './classes.ts';
import styles from './GivenBar.module.css';

export type GivenBarProps = {
  /** 0 to 100, for the length of the bar only; the amounts stand beside it in words. */
  readonly percent: number;
  readonly tone?: 'running' | 'paused' | 'plain';
  /** What it measures: `Given, 16.2 of 36 mL`. */
  readonly label: string;
};

/** Share of the whole, with a tick at every quarter. */
export function GivenBar({ percent, tone = 'running', label }: GivenBarProps) {
  const share = Math.min(100, Math.max(0, percent));
  return (
    <div role="img" aria-label={label} className={styles['bar']}>
      <span className={classes(styles['share'], styles[tone])} style={{ width: `${share}%` }} />
      {[25, 50, 75].map((quarter) => (
        <span key={quarter} className={styles['quarter']} style={{ left: `${quarter}%` }} />
      ))}
    </div>
  );
}
