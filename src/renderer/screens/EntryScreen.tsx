import { FailureNote } from '../components/FailureNote.tsx';
import type { EntryPerson } from '../hooks/usePlace.tsx';
import { BlindForm } from './entry/BlindForm.tsx';
import { EntryDoor, EntryRefused } from './entry/EntryDoor.tsx';
import { useEntryForm } from './entry/useEntryForm.ts';

type EntryScreenProps = { readonly session: string; readonly by: EntryPerson };

/** P7: one of the two blind entries, from the question whether this person may make it to its outcome. */
export function EntryScreen({ session, by }: EntryScreenProps) {
  const { phase, tryAgain, end } = useEntryForm(session, by);
  switch (phase.at) {
    case 'opening':
      return <EntryDoor session={session} leaving={false} />;
    case 'refused':
      return <EntryRefused session={session} by={by} failure={phase.failure} onTryAgain={tryAgain} />;
    case 'over':
      return (
        <EntryDoor session={session}>
          <FailureNote>{phase.sentence}</FailureNote>
        </EntryDoor>
      );
    case 'open':
      return <BlindForm form={phase.form} onEnd={end} />;
  }
}
