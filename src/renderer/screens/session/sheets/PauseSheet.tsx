import { useState } from 'react';
import type { PauseReason } from '../../../../core/session/events.ts';
import { formatTime } from '../../../components/time.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { PauseReasons } from '../running/PauseReasons.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairPatient } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import type { KeyTime } from '../running/useKeyTime.ts';

type PauseSheetProps = SheetProps & { readonly keyTime: KeyTime };

/** T11: the pause happened when the key went down; Enter records that moment, and the reason may follow. */
export function PauseSheet({ session, onClose, keyTime }: PauseSheetProps) {
  const { clock } = useApp();
  const step = useStep('infusion:pause');
  const [reason, setReason] = useState<PauseReason | null>(null);
  const { at } = keyTime;
  const save = async (): Promise<void> => {
    if (at !== null && (await step.send({ session: session.id, at, reason }))) onClose();
  };
  return (
    <CareSheet
      session={session}
      title="Pause"
      onClose={onClose}
      failure={step.failure ?? keyTime.failure}
      say={
        session.counted
          ? 'Give no dose until it is resumed.'
          : 'Pause the pump. The record does not control it.'
      }
      save={
        at !== null && (
          <SaveButton icon="pause" iconSolid iconAfter="enter" autoFocus onSave={save}>
            {`Record pause at ${formatTime(at, clock.zone)} — ${chairPatient(session)}`}
          </SaveButton>
        )
      }
    >
      <div className={styles['body']}>
        <PauseReasons label="Reason, now or later" chosen={reason} onChoose={setReason} />
      </div>
    </CareSheet>
  );
}
