import type { ChairSession } from '../../../contract/views/session.ts';
import { CLINICAL } from '../../../core/session/roles.ts';
import { useStep } from '../../hooks/useStep.ts';
import { StaffSheet } from '../people/StaffSheet.tsx';
import { SecondPerson, useSecondPerson } from '../session/running/SecondPerson.tsx';
import { NoteFields, useNote } from '../session/sheets/NoteFields.tsx';
import { initialsOf } from '../signIn/lockedChair.ts';

type AwayNoteProps = { readonly session: ChairSession; readonly onClose: () => void };

/** A note for one chair under one PIN; the desk stays locked. Source: UX 2.3 and 3.1. */
export function AwayNote({ session, onClose }: AwayNoteProps) {
  const note = useNote();
  const person = useSecondPerson();
  const step = useStep('away:note');
  const { proof } = person;
  const missing = note.missing ?? (proof ? undefined : 'Say who you are.');
  const save = async (): Promise<void> => {
    const { kind, text } = note;
    if (missing !== undefined || !proof) return;
    if (await step.send({ session: session.id, by: proof, kind, text })) onClose();
  };
  const chair = `Chair ${session.chair}, ${initialsOf(session)}`;
  return (
    <StaffSheet
      title={`Write a note — ${chair}`}
      action={`Save for ${chair}`}
      missing={missing}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
      close="Do not record"
    >
      <NoteFields note={note} onEnter={() => {}} />
      <SecondPerson
        label="Who you are"
        state={person}
        roles={CLINICAL}
        except={[]}
        failure={step.failure}
        onEnter={() => void save()}
      />
    </StaffSheet>
  );
}
