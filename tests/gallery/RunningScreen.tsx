import { PatientBanner } from '../../src/renderer/components/PatientBanner.tsx';
import { Screen } from '../../src/renderer/components/Screen.tsx';
import { StateChip } from '../../src/renderer/components/StateChip.tsx';
import { Timeline } from '../../src/renderer/components/Timeline.tsx';
import { NOW, OKAFOR, TIMELINE, ZONE } from './people.ts';
import { RunningActions } from './RunningActions.tsx';
import { RunningTiles } from './RunningTiles.tsx';
import styles from './stories.module.css';

/** A running session put together from parts, without its chart. */
export function RunningScreen() {
  return (
    <Screen
      banner={
        <PatientBanner
          patient={OKAFOR}
          now={NOW}
          zone={ZONE}
          chair={2}
          state={<StateChip state="RUNNING" />}
        />
      }
      actions={<RunningActions />}
    >
      <RunningTiles />
      <div className={styles['pad']}>
        <Timeline rows={TIMELINE} zone={ZONE} empty="Not started" />
      </div>
    </Screen>
  );
}
