import type { SessionView } from '../../../../contract/views/session.ts';
import { formatDateTime } from '../../../components/time.ts';
import { personName } from '../../../documents/words.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import styles from './Cancelled.module.css';

/** Why a session never started, who ended it, and when. */
export function Cancelled({ cancelled }: { readonly cancelled: NonNullable<SessionView['cancelled']> }) {
  const { clock } = useApp();
  const { done, reason } = cancelled;
  return (
    <section aria-label="Cancelled">
      <p className={styles['reason']}>{`“${reason}”`}</p>
      <p className={styles['who']}>
        {`${personName(done.by)}, ${formatDateTime(done.happenedAt, clock.zone)}. Nothing was given.`}
      </p>
    </section>
  );
}
