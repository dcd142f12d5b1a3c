import { useState } from 'react';
import { CHECKERS } from '../../../../core/session/roles.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { SaveButton } from '../running/SaveButton.tsx';
import { chairAndPatient, firstMissing, roleMissing } from '../running/sessionWords.ts';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';

/** What was made up and will not be connected: its drug stays on the balance until it is wasted. */
export function DiscardNextSheet({ session, onClose }: Pick<SheetProps, 'session' | 'onClose'>) {
  const { app } = useApp();
  const step = useStep('container:discardNext');
  const [reason, setReason] = useState('');
  const noun = session.infusion?.container.noun ?? 'container';
  const save = async (): Promise<void> => {
    if (await step.send({ session: session.id, reason: reason.trim() })) onClose();
  };
  const missing = firstMissing([
    reason.trim() === '',
    errorText({ kind: 'textMissing', field: 'reason' }, ''),
  ]);
  return (
    <CareSheet
      session={session}
      title={`Discard the next ${noun}`}
      onClose={onClose}
      typed={reason !== ''}
      failure={step.failure}
      save={
        <SaveButton missing={roleMissing(app, CHECKERS) ?? missing} onSave={save}>
          {`Discard it for ${chairAndPatient(session)}`}
        </SaveButton>
      }
    >
      <div className={styles['body']}>
        <p className={styles['first']}>Its drug is wasted with a witness.</p>
        <TextEntry label="Reason" value={reason} onType={setReason} autoFocus />
      </div>
    </CareSheet>
  );
}
