import { useState } from 'react';
import type { Failure } from '../../../contract/failures.ts';
import { NAME_LENGTH } from '../../../contract/typedBounds.ts';
import type { BoardView } from '../../../contract/views/session.ts';
import type { SessionState } from '../../../core/session/session.ts';
import { Button } from '../../components/Button.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { newRequestId } from '../../hooks/call.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { StaffSheet } from '../people/StaffSheet.tsx';
import styles from './EmergencyDoor.module.css';

/** Sessions somebody may have to act on without a proof. */
const ATTENDED: readonly SessionState[] = ['RUNNING', 'PAUSED', 'RECOVERY'];

/** The way in for whoever cannot sign in while a patient needs them. There only while a session runs or is watched. */
export function EmergencyDoor({ board }: { readonly board: BoardView | undefined }) {
  const [opening, setOpening] = useState(false);
  const isNeeded = board?.chairs.some(({ session }) => session && ATTENDED.includes(session.state)) ?? false;
  if (!isNeeded && !opening) return null;
  return (
    <div className={styles['door']}>
      <Button icon="warning" onPress={() => setOpening(true)}>
        Emergency access
      </Button>
      {opening && <EmergencySheet onClose={() => setOpening(false)} />}
    </div>
  );
}

function EmergencySheet({ onClose }: { readonly onClose: () => void }) {
  const { change } = useApp();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [requestId] = useState(newRequestId);
  const missing = name.trim().length < NAME_LENGTH.least ? 'Type your name.' : undefined;
  const open = async (): Promise<void> => {
    if (missing !== undefined) return;
    const reply = await change('emergency:open', { requestId, name });
    if (!reply.ok) setFailure(reply.failure);
  };
  return (
    <StaffSheet
      title="Emergency access"
      action="Open under this name"
      missing={missing}
      failure={failure}
      onSave={() => void open()}
      onClose={onClose}
    >
      <p>
        For somebody who cannot sign in while a patient needs them. It opens pause, stop, vitals, effects and
        notes of sessions that run or are in recovery, and nothing else.
      </p>
      <p>
        It stands on every screen, everything recorded carries the name you type, and a medical director looks
        at it.
      </p>
      <TextEntry
        label="Your full name"
        value={name}
        onType={setName}
        onEnter={() => void open()}
        maxLength={80}
        autoFocus
      />
    </StaffSheet>
  );
}
