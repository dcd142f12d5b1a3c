import type { SessionView } from '../../../../contract/views/session.ts';
import { Button } from '../../../components/Button.tsx';
import { useApp } from '../../../hooks/useApp.tsx';
import { canDo } from '../../board/chairCommands.ts';
import { interruptionText, interruptionWord } from './interruptionText.ts';
import styles from './SessionAlert.module.css';

type InterruptionAlertProps = { readonly session: SessionView; readonly onAnswer: () => void };

/** The program was not running: until somebody says what the pump did, no total is confirmed. Source: UX 2.6. */
export function InterruptionAlert({ session, onAnswer }: InterruptionAlertProps) {
  const { app, clock } = useApp();
  const { interruption, state, counted } = session;
  if (!interruption) return null;
  return (
    <div role="alert" className={styles['alert']}>
      <span>{interruptionText(interruption, clock.zone, session)}</span>
      {canDo('interruption', state, app.user?.roles ?? []) && (
        <Button variant="primary" icon={counted ? 'check' : 'pump'} onPress={onAnswer}>
          {interruptionWord(session)}
        </Button>
      )}
    </div>
  );
}
