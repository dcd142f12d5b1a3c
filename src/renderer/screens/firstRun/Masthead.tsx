import type { ClockTick } from '../../../contract/views/app.ts';
import { formatDate, formatHourMinute, formatWeekday } from '../../components/time.ts';
import styles from './Masthead.module.css';

type MastheadProps = { readonly version: string; readonly clock: ClockTick };

/** The product's name, its version and the time this computer believes it is. */
export function Masthead({ version, clock }: MastheadProps) {
  const { now, zone } = clock;
  return (
    <header className={styles['masthead']}>
      <Mark />
      <h1 className={styles['word']}>Infusion Desk</h1>
      <p className={styles['facts']}>
        {`Version ${version} · this computer only`}
        <br />
        <span className="hy">{`${formatWeekday(now, zone)} ${formatDate(now, zone)} ${formatHourMinute(now, zone)}`}</span>
      </p>
    </header>
  );
}

function Mark() {
  return (
    <svg className={styles['mark']} viewBox="15 2 18 46" aria-hidden="true">
      <path d="M16 4h16v26l-8 8-8-8z" />
      <path d="M24 38v8M16 12h5M16 18h8M16 24h5" />
      <path className={styles['fill']} d="M17 24h14v5.500l-7 7-7-7z" />
    </svg>
  );
}
