import type { RecoveryView, SessionView } from '../../../../contract/views/session.ts';
import { formatElapsed } from '../../../../core/quantity/formatDuration.ts';
import { DueChip } from '../../../components/DueChip.tsx';
import { Figure } from '../../../components/Figure.tsx';
import { formatHourMinute } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { nextVitals } from '../running/nextVitals.ts';
import { onWallClock, sessionNow } from '../sessionTime.ts';
import styles from './Observation.module.css';
import { ObservationRing } from './ObservationRing.tsx';

const MILLISECONDS_PER_MINUTE = 60_000;

type ObservationProps = {
  readonly session: SessionView;
  readonly recovery: RecoveryView;
  readonly minutes: number;
};

/** How long the patient has been watched, and when the next vital signs are due. */
export function Observation({ session, recovery, minutes }: ObservationProps) {
  const { clock } = useApp();
  const { neededMinutes, ended } = recovery;
  const left = neededMinutes - minutes;
  const longEnough = ended.at + neededMinutes * MILLISECONDS_PER_MINUTE;
  const until = formatHourMinute(onWallClock(longEnough, session, clock), clock.zone);
  return (
    <section className={styles['observation']} aria-label="Observation">
      <ObservationRing minutes={minutes} needed={neededMinutes} />
      <dl className={styles['facts']}>
        <div>
          <dt className={styles['name']}>Observed</dt>
          <dd className={styles['value']}>
            <span className={styles['large']}>
              {left > 0 ? `${formatElapsed(left * MILLISECONDS_PER_MINUTE)} to go` : 'long enough'}
            </span>
            <span className={styles['note']}>{left > 0 ? `until ${until}` : `since ${until}`}</span>
          </dd>
        </div>
        <div>
          <dt className={styles['name']}>Next vitals</dt>
          <dd className={styles['value']}>
            <NextVitals session={session} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function NextVitals({ session }: { readonly session: SessionView }) {
  const { clock } = useApp();
  const due = nextVitals(session, sessionNow(session, clock));
  if (!due || session.vitalsDueAt === null) return <span className={styles['note']}>none due</span>;
  return (
    <>
      <Figure size={24}>
        {formatHourMinute(onWallClock(session.vitalsDueAt, session, clock), clock.zone)}
      </Figure>
      {due.level === 'upcoming' ? (
        <span className={styles['note']}>{due.text.replace('due ', '')}</span>
      ) : (
        <DueChip level={due.level}>{due.text}</DueChip>
      )}
    </>
  );
}
