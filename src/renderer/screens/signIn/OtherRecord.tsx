import type { BoardView } from '../../../contract/views/session.ts';
import type { SessionState } from '../../../core/session/session.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import styles from './OtherRecord.module.css';
import { useRecords } from './useRecords.ts';

/** Somebody is on the drug or under observation: their record may not be put away. */
const AT_A_CHAIR: readonly SessionState[] = ['RUNNING', 'PAUSED', 'RECOVERY'];

/** The way to the other record: out of the training clinic, or quietly into it. */
export function OtherRecord({ board }: { readonly board: BoardView | undefined }) {
  const { app, clock } = useApp();
  const { send, busy, failure } = useRecords();
  const attended = board?.chairs.some(({ session }) => session && AT_A_CHAIR.includes(session.state));
  return (
    <div className={styles['way']}>
      {failure && <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>}
      <p role="status" className={styles['status']}>
        {busy === 'app:openTraining' && !app.has.training
          ? 'Preparing the training clinic. This takes a few seconds, once.'
          : null}
      </p>
      {app.file === 'training' ? (
        <Button onPress={() => send('app:leave', {})}>Leave the training clinic</Button>
      ) : (
        <Button
          variant="ghost"
          missing={attended ? 'Not while a session is running here.' : undefined}
          onPress={() => send('app:openTraining', {})}
        >
          Open the training clinic
        </Button>
      )}
    </div>
  );
}
