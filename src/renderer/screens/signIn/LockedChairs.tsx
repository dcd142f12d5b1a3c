import type { ClockTick } from '../../../contract/views/app.ts';
import type { BoardView } from '../../../contract/views/session.ts';
import { classes } from '../../components/classes.ts';
import { DueChip } from '../../components/DueChip.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { vitalsDue } from '../board/boardWords.ts';
import { sessionNow } from '../session/sessionTime.ts';
import styles from './LockedChairs.module.css';
import { chairNote, initialsOf } from './lockedChair.ts';

type LockedChairsProps = { readonly board: BoardView | undefined; readonly clock: ClockTick };
type ChairProps = { readonly chair: BoardView['chairs'][number]; readonly clock: ClockTick };

/** The chairs while nobody is signed in: number, initials, state, time left, what is due. Source: UX 3.1. */
export function LockedChairs({ board, clock }: LockedChairsProps) {
  return (
    <section className={styles['chairs']} aria-label="Chairs">
      <h2 className={styles['title']}>Chairs</h2>
      <ul className={styles['list']}>
        {board?.chairs.map((chair) => (
          <LockedChair key={chair.number} chair={chair} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

function LockedChair({ chair: { number, name, session }, clock }: ChairProps) {
  const due = session && vitalsDue(session, sessionNow(session, clock));
  return (
    <li className={classes(styles['chair'], due?.level === 'overdue' && styles['overdue'])}>
      <strong className={classes(styles['number'], !session && styles['empty'])}>{number}</strong>
      {session ? (
        <span className={styles['facts']}>
          <span className={styles['line']}>
            <strong>{initialsOf(session)}</strong>
            <StateChip state={session.state} />
          </span>
          <span className={styles['note']}>{chairNote(session, clock)}</span>
        </span>
      ) : (
        <span className={styles['empty']}>{name === `Chair ${number}` ? 'empty' : `${name}, empty`}</span>
      )}
      {due && <DueChip level={due.level}>{due.text}</DueChip>}
    </li>
  );
}
