import type { AppView } from '../../../contract/views/app.ts';
import type { BoardView, ChairSession } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { DueChip } from '../../components/DueChip.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { patientName } from '../../components/patientName.ts';
import { formatHourMinute } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { interruptionText, interruptionWord } from '../session/running/interruptionText.ts';
import { onWallClock, sessionNow } from '../session/sessionTime.ts';
import styles from './BoardAlert.module.css';
import { vitalsDue } from './boardWords.ts';
import type { ChairCommand } from './chairCommands.ts';

type BoardAlertProps = {
  readonly board: BoardView;
  readonly library: AppView['library'];
  readonly onAct: (session: string, command: ChairCommand) => void;
};

/** What cannot wait, above the chairs: no library, a gap that is not answered, vital signs long overdue. */
export function BoardAlert({ board, library, onAct }: BoardAlertProps) {
  const sessions = board.chairs.flatMap(({ session }) => (session ? [session] : []));
  return (
    <>
      {!library && <FailureNote>No published library. Sessions cannot be authorised.</FailureNote>}
      {sessions.map((session) =>
        session.interruption ? (
          <Interrupted key={session.id} session={session} onAct={() => onAct(session.id, 'interruption')} />
        ) : (
          <LongOverdue key={session.id} session={session} onAct={() => onAct(session.id, 'vitals')} />
        ),
      )}
    </>
  );
}

type ChairAlertProps = { readonly session: ChairSession; readonly onAct: () => void };

function Interrupted({ session, onAct }: ChairAlertProps) {
  const { clock } = useApp();
  const gap = session.interruption;
  if (!gap) return null;
  return (
    <div role="alert" className={styles['alert']}>
      <strong>{`Chair ${session.chair} ${patientName(session.patient)}`}</strong>
      <span>{interruptionText(gap, clock.zone, session)}</span>
      <Button variant="primary" onPress={onAct}>
        {interruptionWord(session)}
      </Button>
    </div>
  );
}

function LongOverdue({ session, onAct }: ChairAlertProps) {
  const { clock } = useApp();
  const due = vitalsDue(session, sessionNow(session, clock));
  if (!due?.escalated || session.vitalsDueAt === null) return null;
  return (
    <div role="alert" className={styles['alert']}>
      <DueChip level="overdue">{due.text}</DueChip>
      <strong>{`Chair ${session.chair} ${patientName(session.patient)}`}</strong>
      <span>{`vitals were due ${formatHourMinute(onWallClock(session.vitalsDueAt, session, clock), clock.zone)}`}</span>
      <Button onPress={onAct}>Record vitals</Button>
    </div>
  );
}
