import { useState } from 'react';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { formatTime } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairPatient } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import type { KeyTime } from '../running/useKeyTime.ts';

type StopSheetProps = SheetProps & { readonly keyTime: KeyTime };

/** T15: stop first, everything else after. Enter records the moment of the key. */
export function StopSheet({ session, onClose, keyTime }: StopSheetProps) {
  const { clock } = useApp();
  const step = useStep('infusion:stop');
  const [reason, setReason] = useState('');
  const { at } = keyTime;
  const save = async (): Promise<void> => {
    if (at === null) return;
    if (await step.send({ session: session.id, at, reason: reason.trim() || null })) onClose();
  };
  const button = at !== null && (
    <SaveButton icon="octagon" iconAfter="enter" autoFocus onSave={save}>
      {`Record stop at ${formatTime(at, clock.zone)} — ${chairPatient(session)}`}
    </SaveButton>
  );
  return (
    <CareSheet
      session={session}
      title="Stop"
      onClose={onClose}
      failure={step.failure ?? keyTime.failure}
      save={button}
    >
      <div className={styles['body']}>
        <p className={styles['first']}>{session.counted ? 'Give no more doses.' : 'Stop the pump first.'}</p>
        <TextEntry
          label="Reason, now or before the signature"
          value={reason}
          onType={setReason}
          onEnter={() => void save()}
          optional
        />
      </div>
    </CareSheet>
  );
}
