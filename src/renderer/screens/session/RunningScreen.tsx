import { useState } from 'react';
import type { InfusionView, SessionView } from '../../../contract/views/session.ts';
import { Screen } from '../../components/Screen.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { type ChairCommand, canDo } from '../board/chairCommands.ts';
import { ContainerAlert } from './container/ContainerAlert.tsx';
import { CountedRunning } from './counted/CountedRunning.tsx';
import { type GivenFigures, givenFigures } from './givenFigures.ts';
import styles from './RunningScreen.module.css';
import { ChartPanel } from './running/ChartPanel.tsx';
import { InterruptionAlert } from './running/InterruptionAlert.tsx';
import { nextVitals } from './running/nextVitals.ts';
import { PauseReasonAlert } from './running/PauseReasonAlert.tsx';
import { RunningActions, runningKeys } from './running/RunningActions.tsx';
import { RunningTiles } from './running/RunningTiles.tsx';
import { SessionBanner } from './running/SessionBanner.tsx';
import { chairAndPatient } from './running/sessionWords.ts';
import { TimelinePanel } from './running/TimelinePanel.tsx';
import { SessionSheet } from './SessionSheet.tsx';
import { sessionNow } from './sessionTime.ts';
import { StageAlert } from './stage/StageAlert.tsx';

/** P10: a running or paused infusion. Source: UX 3.11. */
export function RunningScreen({ session }: { readonly session: SessionView }) {
  const { infusion, counted } = session;
  if (counted) return <CountedRunning session={session} counted={counted} />;
  if (!infusion) return <Screen banner={<SessionBanner session={session} />}>Not started</Screen>;
  return <Running session={session} infusion={infusion} />;
}

type RunningProps = { readonly session: SessionView; readonly infusion: InfusionView };

function Running({ session, infusion }: RunningProps) {
  const { app } = useApp();
  const [command, setCommand] = useState<ChairCommand | null>(null);
  // Whoever reads the pump blind has the window to themselves: the numbers are gone from the page, not covered.
  const [isAlone, setAlone] = useState(false);
  const can = (wanted: ChairCommand): boolean => canDo(wanted, session.state, app.user?.roles ?? []);
  useKeys(runningKeys(session, can, setCommand));
  return (
    <>
      {!isAlone && <RunningView session={session} infusion={infusion} onCommand={setCommand} />}
      {command && (
        <SessionSheet
          session={session.id}
          command={command}
          onClose={() => setCommand(null)}
          onAlone={setAlone}
        />
      )}
    </>
  );
}

type RunningViewProps = RunningProps & { readonly onCommand: (command: ChairCommand) => void };

function RunningView({ session, infusion, onCommand }: RunningViewProps) {
  const { clock } = useApp();
  const now = sessionNow(session, clock);
  const figures = givenFigures(infusion, now);
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      alert={
        <>
          <InterruptionAlert session={session} onAnswer={() => onCommand('interruption')} />
          <PauseReasonAlert session={session} />
          <StageAlert session={session} infusion={infusion} onBegin={() => onCommand('stage')} />
          <ContainerAlert session={session} infusion={infusion} onChange={() => onCommand('container')} />
        </>
      }
      actions={
        <RunningActions session={session} due={dueCommand(session, figures, now)} onCommand={onCommand} />
      }
    >
      <h1 className="visually-hidden">{`Running infusion, ${chairAndPatient(session)}`}</h1>
      <RunningTiles session={session} infusion={infusion} figures={figures} />
      <div className={styles['columns']}>
        <ChartPanel session={session} />
        <TimelinePanel session={session} />
      </div>
    </Screen>
  );
}

/** The one action that stands out: what cannot wait first. */
function dueCommand(session: SessionView, figures: GivenFigures, now: number): ChairCommand | null {
  if (session.interruption) return null;
  if (session.state === 'RUNNING' && figures.complete) return 'complete';
  if (session.state === 'RUNNING' && figures.stageOver) return 'stage';
  const due = nextVitals(session, now);
  if (due && due.level !== 'upcoming') return 'vitals';
  return session.state === 'PAUSED' ? 'resume' : 'vitals';
}
