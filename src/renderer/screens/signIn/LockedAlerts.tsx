import type { ClockTick } from '../../../contract/views/app.ts';
import type { BoardView } from '../../../contract/views/session.ts';
import { DueChip } from '../../components/DueChip.tsx';
import { formatHourMinute } from '../../components/time.ts';
import { vitalsDue } from '../board/boardWords.ts';
import { onWallClock, sessionNow } from '../session/sessionTime.ts';
import styles from './LockedAlerts.module.css';
import { initialsOf } from './lockedChair.ts';

type LockedAlertsProps = { readonly board: BoardView; readonly clock: ClockTick };

/** Vital signs long overdue, on the lock screen too. Source: UX 3.19, level 3. */
export function LockedAlerts({ board, clock }: LockedAlertsProps) {
  const sessions = board.chairs.flatMap(({ session }) => (session ? [session] : []));
  return sessions.map((session) => {
    const due = vitalsDue(session, sessionNow(session, clock));
    if (!due?.escalated || session.vitalsDueAt === null) return null;
    return (
      <div key={session.id} role="alert" className={styles['alert']}>
        <DueChip level="overdue">{due.text}</DueChip>
        <strong>{`Chair ${session.chair} ${initialsOf(session)}`}</strong>
        <span>{`vitals were due ${formatHourMinute(onWallClock(session.vitalsDueAt, session, clock), clock.zone)}`}</span>
      </div>
    );
  });
}
