import { useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { firstMissing } from '../running/sessionWords.ts';
import { SaveButton } from '../sheets/SaveButton.tsx';
import styles from './SheetBody.module.css';

type StopReasonSheetProps = { readonly session: SessionView; readonly onClose: () => void };

/** Why the infusion was stopped, when there was no hand free to say it at the stop. Source: UX 2.3 T15. */
export function StopReasonSheet({ session, onClose }: StopReasonSheetProps) {
  const [reason, setReason] = useState('');
  const step = useStep('infusion:giveStopReason');
  const save = async (): Promise<void> => {
    if (await step.send({ session: session.id, reason })) onClose();
  };
  const missing = firstMissing([
    reason.trim() === '',
    errorText({ kind: 'textMissing', field: 'reason' }, ''),
  ]);
  return (
    <CareSheet
      session={session}
      title="Reason for the stop"
      onClose={onClose}
      typed={reason !== ''}
      failure={step.failure}
      save={<SaveButton session={session} missing={missing} onPress={() => void save()} />}
    >
      <div className={styles['one']}>
        <TextEntry label="Reason" value={reason} onType={setReason} lines={3} autoFocus />
      </div>
    </CareSheet>
  );
}
