import { useState } from 'react';
import type { ClockTick } from '../../../contract/views/app.ts';
import type { BoardView, ChairSession } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { classes } from '../../components/classes.ts';
import { DueChip } from '../../components/DueChip.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { AwayNote } from '../away/AwayNote.tsx';
import { AwayPad } from '../away/AwayPad.tsx';
import { PressSheet } from '../away/PressSheet.tsx';
import { type Pressed, usePress } from '../away/usePress.ts';
import { vitalsDue } from '../board/boardWords.ts';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { sessionNow } from '../session/sessionTime.ts';
import styles from './LockedChairs.module.css';
import { chairNote, initialsOf } from './lockedChair.ts';

type LockedChairsProps = { readonly board: BoardView | undefined; readonly clock: ClockTick };
/** What is typed on a sheet of its own. */
type Written = 'observe' | 'note';
type Act = (session: ChairSession, what: Pressed['what'] | Written) => void;
type ChairProps = {
  readonly chair: BoardView['chairs'][number];
  readonly clock: ClockTick;
  /** Its number was typed: P and S are for it. */
  readonly chosen: boolean;
  readonly onPress: Act;
};

/** States with somebody in the chair whose vital signs count. */
const OBSERVED: readonly ChairSession['state'][] = ['RUNNING', 'PAUSED', 'RECOVERY'];

function canPress({ state }: ChairSession, what: Pressed['what']): boolean {
  return state === 'RUNNING' || (what === 'stop' && state === 'PAUSED');
}

/** The chairs while nobody is signed in: number, initials, state, time left, what is due. Source: UX 3.1. */
export function LockedChairs({ board, clock }: LockedChairsProps) {
  const press = usePress();
  const [chosen, setChosen] = useState<number | null>(null);
  const [sheet, setSheet] = useState<{ readonly session: ChairSession; readonly what: Written } | null>(null);
  const act: Act = (session, what) => {
    if (what === 'observe' || what === 'note') return setSheet({ session, what });
    void press.press({ session: session.id, chair: session.chair, initials: initialsOf(session), what });
  };
  const session = board?.chairs.find(({ number }) => number === chosen)?.session;
  const key = (what: Pressed['what']): void => {
    if (session && canPress(session, what)) act(session, what);
  };
  const write = (what: Written): void => {
    if (session && OBSERVED.includes(session.state)) setSheet({ session, what });
  };
  const close = (): void => setSheet(null);
  useKeys({
    ...Object.fromEntries((board?.chairs ?? []).map(({ number }) => [`${number}`, () => setChosen(number)])),
    p: () => key('pause'),
    s: () => key('stop'),
    v: () => write('observe'),
    n: () => write('note'),
  });
  return (
    <section className={styles['chairs']} aria-label="Chairs">
      <h2 className={styles['title']}>Chairs</h2>
      <ul className={styles['list']}>
        {board?.chairs.map((chair) => (
          <LockedChair
            key={chair.number}
            chair={chair}
            clock={clock}
            chosen={chair.number === chosen}
            onPress={act}
          />
        ))}
      </ul>
      {sheet?.what === 'observe' && <AwayPad session={sheet.session} onClose={close} />}
      {sheet?.what === 'note' && <AwayNote session={sheet.session} onClose={close} />}
      {!press.waiting && <FailureLine failure={press.failure} />}
      {press.waiting && (
        <PressSheet
          {...press.waiting}
          failure={press.failure}
          onRecord={(by) => void press.record(by)}
          onDrop={() => void press.drop()}
          onOver={press.end}
        />
      )}
    </section>
  );
}

function LockedChair({ chair: { number, name, session }, clock, chosen, onPress }: ChairProps) {
  const due = session && vitalsDue(session, sessionNow(session, clock));
  return (
    <li
      className={classes(
        styles['chair'],
        due?.level === 'overdue' && styles['overdue'],
        chosen && styles['chosen'],
      )}
    >
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
      {session && OBSERVED.includes(session.state) && <ChairActs session={session} onPress={onPress} />}
    </li>
  );
}

type ChairActsProps = { readonly session: ChairSession; readonly onPress: Act };

/** Never refused: the key’s moment counts, and one PIN records it. Source: UX 2.3. */
function ChairActs({ session, onPress }: ChairActsProps) {
  const named = (word: string) => (
    <>
      {word}
      <span className="visually-hidden">{`, Chair ${session.chair}`}</span>
    </>
  );
  return (
    <span className={styles['acts']}>
      <Button icon="heart" onPress={() => onPress(session, 'observe')}>
        {named('Vitals')}
      </Button>
      <Button icon="note" onPress={() => onPress(session, 'note')}>
        {named('Note')}
      </Button>
      {canPress(session, 'pause') && (
        <Button icon="pause" iconSolid onPress={() => onPress(session, 'pause')}>
          {named('Pause')}
        </Button>
      )}
      {canPress(session, 'stop') && (
        <Button variant="stop" icon="octagon" onPress={() => onPress(session, 'stop')}>
          {named('Stop')}
        </Button>
      )}
    </span>
  );
}
