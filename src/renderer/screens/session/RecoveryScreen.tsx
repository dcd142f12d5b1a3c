import { useState } from 'react';
import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { Screen } from '../../components/Screen.tsx';
import { ScreenHead } from '../../components/ScreenHead.tsx';
import { formatTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useKeys } from '../../hooks/useKeys.ts';
import { canDo } from '../board/chairCommands.ts';
import { Criteria } from './recovery/Criteria.tsx';
import { Discharge } from './recovery/Discharge.tsx';
import { observedMinutes } from './recovery/dischargeNeeds.ts';
import { Effects } from './recovery/Effects.tsx';
import { Observation } from './recovery/Observation.tsx';
import styles from './recovery/Recovery.module.css';
import { RecoveryActions } from './recovery/RecoveryActions.tsx';
import { RecoverySheet, type RecoverySheetName } from './recovery/RecoverySheet.tsx';
import { RecoveryVitals } from './recovery/RecoveryVitals.tsx';
import { endedNote } from './recovery/recoveryWords.ts';
import { SessionBanner } from './running/SessionBanner.tsx';

/** P12: watched until everything for going home is met, then discharged. Source: UX 3.13, mockup 10. */
export function RecoveryScreen({ session }: { readonly session: SessionView }) {
  const { app, clock } = useApp();
  const [sheet, setSheet] = useState<RecoverySheetName | null>(null);
  const { recovery } = session;
  const open = (name: 'vitals' | 'effect' | 'note'): void => {
    if (canDo(name, session.state, app.user?.roles ?? [])) setSheet(name);
  };
  useKeys({ v: () => open('vitals'), e: () => open('effect'), n: () => open('note') });
  if (!recovery) return null;
  const minutes = observedMinutes(session, clock);
  return (
    <Screen
      banner={<SessionBanner session={session} />}
      head={<RecoveryHead session={session} onTimeline={() => setSheet('timeline')} />}
      actions={<RecoveryActions session={session} onOpen={setSheet} />}
    >
      <div className={styles['columns']}>
        <div className={styles['watch']}>
          <Observation session={session} recovery={recovery} minutes={minutes} />
          <RecoveryVitals session={session} />
        </div>
        <div className={styles['needs']}>
          <Criteria
            session={session}
            recovery={recovery}
            minutes={minutes}
            onEscort={() => setSheet('escort')}
          />
        </div>
        <div className={styles['leave']}>
          <Effects session={session} />
          <div className={styles['last']}>
            <Discharge session={session} recovery={recovery} minutes={minutes} />
          </div>
        </div>
      </div>
      {sheet && <RecoverySheet sheet={sheet} session={session} onClose={() => setSheet(null)} />}
    </Screen>
  );
}

type RecoveryHeadProps = { readonly session: SessionView; readonly onTimeline: () => void };

function RecoveryHead({ session, onTimeline }: RecoveryHeadProps) {
  const { clock } = useApp();
  return (
    <ScreenHead
      title="Recovery"
      note={endedNote(session, clock)}
      end={
        <Button variant="ghost" onPress={onTimeline}>
          Timeline
        </Button>
      }
      clock={formatTime(clock.now, clock.zone)}
    />
  );
}
