import { formatTime } from '../components/time.ts';
import styles from './ClockLines.module.css';

type ClockLinesProps = { readonly moment: number; readonly zone: string };

/** A time in a narrow column, with its offset below it where the clocks show it twice. */
export function ClockLines({ moment, zone }: ClockLinesProps) {
  return formatTime(moment, zone)
    .split(/\s/)
    .map((line) => (
      <span key={line} className={styles['line']}>
        {line}
      </span>
    ));
}
