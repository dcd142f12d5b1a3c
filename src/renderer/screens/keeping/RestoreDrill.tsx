import type { KeepingView } from '../../../contract/views/keeping.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import styles from '../Keeping.module.css';
import { FailureLine } from '../session/running/FailureLine.tsx';
import { dayAndTime } from './keepingWords.ts';

/** Whether the newest backup can really be used: opened in a place of its own, checked in full, recorded. */
export function RestoreDrill({ keeping: { lastDrill, backups } }: { readonly keeping: KeepingView }) {
  const { clock } = useApp();
  const step = useStep('keeping:drill');
  const missing = backups.length === 0 ? 'Make a backup first.' : undefined;
  return (
    <Panel
      title="Restore drill"
      note="Takes the newest backup as if it were needed, opens it in a place of its own and checks it in full. Once a month is a good habit. The record is not touched."
    >
      <div role="status">
        <p className={styles['muted']}>Last drill</p>
        <p className={styles['big']}>
          {lastDrill
            ? `${dayAndTime(lastDrill.at, clock.zone)} · ${lastDrill.fault === null ? 'whole' : 'failed'}`
            : 'Not recorded'}
        </p>
        {lastDrill && lastDrill.fault !== null && (
          <FailureNote tone="stop">
            {`The backup of ${dayAndTime(lastDrill.madeAt, clock.zone)} cannot be used and counts no more: ${lastDrill.fault}. Make a new one and run the drill again.`}
          </FailureNote>
        )}
      </div>
      <FailureLine failure={step.failure} />
      <Button missing={step.busy ? 'The drill is running.' : missing} onPress={() => void step.send({})}>
        Run a restore drill
      </Button>
    </Panel>
  );
}
