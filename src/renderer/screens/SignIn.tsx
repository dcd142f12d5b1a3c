import { FailureNote } from '../components/FailureNote.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { StatusBar } from '../components/StatusBar.tsx';
import { TrainingMark } from '../components/TrainingMark.tsx';
import { formatDate, formatTime, formatWeekday } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { clockBehindText, clockChangeText } from '../errorTexts/startTexts.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import type { Dropped } from '../hooks/useDroppedByLock.ts';
import { useKeyMode } from '../hooks/useKeys.ts';
import { recordSlots } from '../statusSlots.ts';
import { AwayNotes } from './away/AwayNotes.tsx';
import { DroppedNote } from './away/DroppedNote.tsx';
import { EmergencyDoor } from './away/EmergencyDoor.tsx';
import { StandingNote } from './keeping/StandingNote.tsx';
import styles from './SignIn.module.css';
import { LockedAlerts } from './signIn/LockedAlerts.tsx';
import { LockedChairs } from './signIn/LockedChairs.tsx';
import { OtherRecord } from './signIn/OtherRecord.tsx';
import { People } from './signIn/People.tsx';
import { TrainingKeys } from './signIn/TrainingKeys.tsx';

/** P1: who signs in, and beside it the chairs, which stay readable. Source: UX 3.1. */
export function SignIn({ dropped }: { readonly dropped: Dropped }) {
  const { app, clock } = useApp();
  const keys = useKeyMode();
  const { data: board, failure } = useRead('board:load', {});
  const behind = clockBehindText(app.clockBehind);
  const training = app.file === 'training';
  return (
    <div className={styles['frame']} data-training={training || undefined}>
      <main className={styles['main']}>
        <ScreenHead
          title={app.clinic}
          note={app.workstation}
          end={`${formatWeekday(clock.now, clock.zone)} ${formatDate(clock.now, clock.zone)}`}
          clock={formatTime(clock.now, clock.zone)}
        />
        {app.clockChange && <FailureNote>{clockChangeText(app.clockChange, clock.zone)}</FailureNote>}
        <StandingNote />
        <AwayNotes />
        <DroppedNote dropped={dropped} />
        {behind !== null && <FailureNote>{behind}</FailureNote>}
        {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
        {board && <LockedAlerts board={board} clock={clock} />}
        <div className={styles['columns']} data-keys={app.trainingKeys !== null || undefined}>
          <People key={app.file} />
          <LockedChairs board={board} clock={clock} />
          <div className={styles['end']}>
            {app.trainingKeys && <TrainingKeys keys={app.trainingKeys} />}
            <EmergencyDoor board={board} />
            <OtherRecord board={board} />
          </div>
        </div>
      </main>
      <StatusBar slots={recordSlots(app, clock)} keys={keys} />
      {training && <TrainingMark />}
    </div>
  );
}
