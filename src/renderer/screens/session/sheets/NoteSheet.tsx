import { useStep } from '../../../hooks/useStep.ts';
import { CareSheet } from '../running/CareSheet.tsx';
import styles from '../running/sheetBody.module.css';
import type { SheetProps } from '../running/sheetProps.ts';
import { NoteFields, useNote } from './NoteFields.tsx';
import { SaveButton } from './SaveButton.tsx';

/** Words about the patient at this chair, in their own line of the timeline. Source: UX 2.2 and 3.11. */
export function NoteSheet({ session, onClose }: SheetProps) {
  const note = useNote();
  const step = useStep('observation:note');
  const save = async (): Promise<void> => {
    const { kind, text, missing } = note;
    if (missing === undefined && (await step.send({ session: session.id, kind, text }))) onClose();
  };
  return (
    <CareSheet
      session={session}
      title="Note"
      onClose={onClose}
      typed={note.text !== ''}
      failure={step.failure}
      save={<SaveButton session={session} missing={note.missing} onPress={() => void save()} />}
    >
      <div className={styles['body']}>
        <NoteFields note={note} onEnter={() => void save()} />
      </div>
    </CareSheet>
  );
}
