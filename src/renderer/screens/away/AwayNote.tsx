import type { ChairSession } from '../../../contract/views/session.ts';
import { useStep } from '../../hooks/useStep.ts';
import { useSecondPerson } from '../session/running/SecondPerson.tsx';
import { NoteFields, useNote } from '../session/sheets/NoteFields.tsx';
import { AwaySheet } from './AwaySheet.tsx';

type AwayNoteProps = { readonly session: ChairSession; readonly onClose: () => void };

/** A note for one chair. */
export function AwayNote({ session, onClose }: AwayNoteProps) {
  const note = useNote();
  const person = useSecondPerson();
  const step = useStep('away:note');
  const save = async (): Promise<void> => {
    const { kind, text, missing } = note;
    if (missing !== undefined || !person.proof) return;
    if (await step.send({ session: session.id, by: person.proof, kind, text })) onClose();
  };
  return (
    <AwaySheet
      session={session}
      title="Write a note"
      missing={note.missing}
      person={person}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <NoteFields note={note} onEnter={() => {}} />
    </AwaySheet>
  );
}
