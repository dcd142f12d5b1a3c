import { useRef, useState } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';
import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import { firstMissing } from '../running/sessionWords.ts';
import { SaveButton } from '../sheets/SaveButton.tsx';
import styles from './SheetBody.module.css';

type EscortSheetProps = { readonly session: SessionView; readonly onClose: () => void };

type Escort = { readonly name: string; readonly relation: string; readonly phone: string };

/** Who takes the patient home. Recording again replaces the one before; both stay in the log. */
export function EscortSheet({ session, onClose }: EscortSheetProps) {
  const [escort, setEscort] = useState<Escort>({ name: '', relation: '', phone: '' });
  const step = useStep('recovery:recordEscort');
  const save = async (): Promise<void> => {
    if (await step.send({ session: session.id, escort })) onClose();
  };
  const missing = firstMissing(
    [escort.name.trim() === '', errorText({ kind: 'textMissing', field: 'escortName' }, '')],
    [escort.relation.trim() === '', errorText({ kind: 'textMissing', field: 'escortRelation' }, '')],
  );
  return (
    <CareSheet
      session={session}
      title="Escort"
      onClose={onClose}
      typed={Object.values(escort).some((text) => text !== '')}
      failure={step.failure}
      save={<SaveButton session={session} missing={missing} onPress={() => void save()} />}
    >
      <EscortFields escort={escort} onChange={setEscort} />
    </CareSheet>
  );
}

type EscortFieldsProps = { readonly escort: Escort; readonly onChange: (escort: Escort) => void };

function EscortFields({ escort, onChange }: EscortFieldsProps) {
  const relation = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const phone = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  return (
    <div className={styles['three']}>
      <TextEntry
        label="Name"
        value={escort.name}
        onType={(name) => onChange({ ...escort, name })}
        onEnter={() => relation.current?.focus()}
        maxLength={80}
        autoFocus
      />
      <TextEntry
        ref={relation}
        label="Relation to the patient"
        value={escort.relation}
        onType={(text) => onChange({ ...escort, relation: text })}
        onEnter={() => phone.current?.focus()}
        maxLength={40}
      />
      <TextEntry
        ref={phone}
        label="Phone"
        hint="optional"
        value={escort.phone}
        onType={(text) => onChange({ ...escort, phone: text })}
        maxLength={40}
        optional
      />
    </div>
  );
}
