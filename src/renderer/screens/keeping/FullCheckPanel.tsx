import { formatCount } from '../../../core/quantity/format.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { useFullCheck } from '../../hooks/useKeeping.ts';
import styles from '../Keeping.module.css';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { eventsText } from './keepingWords.ts';

/** The check of every event, from the first seal to the last. Work goes on meanwhile. */
export function FullCheckPanel({ events }: { readonly events: number }) {
  const { app } = useApp();
  const { progress, busy, found, failure, run, stop } = useFullCheck();
  const checked = progress?.checked ?? 0;
  const of = progress?.of ?? events;
  return (
    <Panel
      title="Check of all events"
      note="The last 1,000 seals are checked at every start. This checks every event there is; work goes on meanwhile."
    >
      {app.standing?.kind === 'unanchored' && (
        <p>
          When this record was opened, no last event of it had been kept on this computer: an end that was cut
          off before that would not have been seen. From now on it is.
        </p>
      )}
      {busy && (
        <div>
          <progress className={styles['progress']} aria-label="Events checked" value={checked} max={of} />
          <p className={styles['muted']}>{`${formatCount(checked)} of ${formatCount(of)}`}</p>
        </div>
      )}
      <div role="status">
        {found?.kind === 'whole' && (
          <p className={styles['big']}>{`${eventsText(found.events)}, chain intact`}</p>
        )}
        {found?.kind === 'broken' && (
          <FailureNote tone="stop">
            {`Event ${formatCount(found.badSeq)} ${found.why}. Do not change the file. Call whoever looks after this computer, and compare with print-outs and backups.`}
          </FailureNote>
        )}
      </div>
      <FailureLine failure={failure} />
      {busy ? (
        <Button onPress={stop}>Stop the check</Button>
      ) : (
        <Button onPress={run}>Check all events</Button>
      )}
    </Panel>
  );
}
