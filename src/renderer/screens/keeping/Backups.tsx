import type { KeepingView } from '../../../contract/views/keeping.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { useBackUp } from '../../hooks/useKeeping.ts';
import styles from '../Keeping.module.css';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { dayAndTime, eventsText } from './keepingWords.ts';

/** Older ones are thinned to one a day and one a week; the newest of them are named. */
const NAMED = 6;

/** The last good backup, the ones before it, and one more now. */
export function Backups({ keeping: { backups } }: { readonly keeping: KeepingView }) {
  const { clock } = useApp();
  const { busy, failure, run } = useBackUp();
  const [newest, ...older] = backups;
  return (
    <Panel title="Backups">
      <p className={styles['muted']}>Last good backup</p>
      <p className={styles['big']}>
        {newest ? `${dayAndTime(newest.madeAt, clock.zone)} · ${eventsText(newest.events)}` : 'None yet'}
      </p>
      <p className={styles['muted']}>
        Made at every end of a session, hourly while one runs, and daily. Each is opened and checked before it
        counts. They lie on this disk: export one to keep it elsewhere.
      </p>
      <FailureLine failure={failure} />
      <Button missing={busy ? 'It is being made and checked.' : undefined} onPress={run}>
        Make a backup now
      </Button>
      {older.length > 0 && (
        <ul className={styles['rows']}>
          {older.slice(0, NAMED).map(({ madeAt, events }) => (
            <li key={madeAt}>
              <span>{dayAndTime(madeAt, clock.zone)}</span>
              <span>{eventsText(events)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
