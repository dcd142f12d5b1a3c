import { useState } from 'react';
import type { SessionView } from '../../../contract/views/session.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNote } from '../../components/FailureNote.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { canDo } from '../board/chairCommands.ts';
import { SessionSheet } from '../session/SessionSheet.tsx';
import styles from './Waiting.module.css';

/** Why the double check is void, and the drug that has to be wasted before anything is entered anew. */
export function VoidNote({ session }: { readonly session: SessionView }) {
  const { app, clock } = useApp();
  const [isWasting, setWasting] = useState(false);
  const { voided, reconciliation, state } = session;
  if (!voided) return null;
  const left = reconciliation?.left;
  return (
    <>
      <FailureNote>{errorText({ kind: 'checkVoid', because: voided.because }, clock.zone)}</FailureNote>
      {left && (
        <FailureNote>
          {errorText({ kind: 'voidDrugFirst', drawn: left.syringe, inVial: left.vial }, clock.zone)}
        </FailureNote>
      )}
      {left && canDo('waste', state, app.user?.roles ?? []) && (
        <div className={styles['buttons']}>
          <Button size="act" icon="syringe" onPress={() => setWasting(true)}>
            Record waste
          </Button>
        </div>
      )}
      {isWasting && <SessionSheet session={session.id} command="waste" onClose={() => setWasting(false)} />}
    </>
  );
}
