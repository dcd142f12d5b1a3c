import { useState } from 'react';
import { StatusBar } from '../components/StatusBar.tsx';
import { useApp } from '../hooks/useApp.tsx';
import { useKeyMode } from '../hooks/useKeys.ts';
import { doorSlots } from '../statusSlots.ts';
import styles from './FirstRun.module.css';
import { Doors } from './firstRun/Doors.tsx';
import { Masthead } from './firstRun/Masthead.tsx';
import { ProblemNote } from './firstRun/ProblemNote.tsx';
import { SetUp } from './firstRun/SetUp.tsx';
import { Statements } from './firstRun/Statements.tsx';
import { useRecords } from './signIn/useRecords.ts';

/** The two doors: the clinic's own record, and the training clinic. Source: UX 0.4, quick start. */
export function FirstRun() {
  const { app, clock } = useApp();
  const keys = useKeyMode();
  const records = useRecords();
  const [settingUp, setSettingUp] = useState(false);
  return (
    <div className={styles['frame']}>
      <main className={styles['main']}>
        <Masthead version={app.version} clock={clock} />
        {app.problem && <ProblemNote problem={app.problem} />}
        {settingUp ? (
          <SetUp records={records} onBack={() => setSettingUp(false)} />
        ) : (
          <Doors records={records} onSetUp={() => setSettingUp(true)} />
        )}
        <Statements />
      </main>
      <StatusBar slots={doorSlots(app)} keys={keys} />
    </div>
  );
}
