import { useState } from 'react';
import type { CountedView, SessionView } from '../../../../contract/views/session.ts';
import { Screen } from '../../../components/Screen.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { useKeys } from '../../../hooks/useKeys.ts';
import { type ChairCommand, canDo } from '../../board/chairCommands.ts';
import styles from '../RunningScreen.module.css';
import { ChartPanel } from '../running/ChartPanel.tsx';
import { InterruptionAlert } from '../running/InterruptionAlert.tsx';
import { nextVitals } from '../running/nextVitals.ts';
import { PauseReasonAlert } from '../running/PauseReasonAlert.tsx';
import { RunningActions, runningKeys } from '../running/RunningActions.tsx';
import { SessionBanner } from '../running/SessionBanner.tsx';
import { chairAndPatient } from '../running/sessionWords.ts';
import { TimelinePanel } from '../running/TimelinePanel.tsx';
import { SessionSheet } from '../SessionSheet.tsx';
import { sessionNow } from '../sessionTime.ts';
import { CountedTiles } from './CountedTiles.tsx';

type CountedRunningProps = { readonly session: SessionView; readonly counted: CountedView };

/** P10 of counted doses: what was given, what comes next and when; no rate anywhere. Source: UX 1, row 5. */
export function CountedRunning({ session, counted }: CountedRunningProps) {
  const { app, clock } = useApp();
  const [command, setCommand] = useState<ChairCommand | null>(null);
  const can = (wanted: ChairCommand): boolean => canDo(wanted, session.state, app.user?.roles ?? []);
  useKeys(runningKeys(session, can, setCommand));
  const due = dueCommand(session, counted, sessionNow(session, clock));
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      alert={
        <>
          <InterruptionAlert session={session} onAnswer={() => setCommand('interruption')} />
          <PauseReasonAlert session={session} />
        </>
      }
      actions={<RunningActions session={session} due={due} onCommand={setCommand} />}
    >
      <h1 className="visually-hidden">{`Counted doses, ${chairAndPatient(session)}`}</h1>
      <CountedTiles session={session} counted={counted} />
      <div className={styles['columns']}>
        <ChartPanel session={session} />
        <TimelinePanel session={session} />
      </div>
      {command && <SessionSheet session={session.id} command={command} onClose={() => setCommand(null)} />}
    </Screen>
  );
}

/** The one action that stands out: vital signs that are due first, then a dose whose gap has passed. */
function dueCommand(session: SessionView, { next }: CountedView, now: number): ChairCommand | null {
  if (session.interruption) return null;
  const vitals = nextVitals(session, now);
  if (vitals && vitals.level !== 'upcoming') return 'vitals';
  if (session.state === 'PAUSED') return 'resume';
  return next && now >= next.earliestAt ? 'dose' : 'vitals';
}
