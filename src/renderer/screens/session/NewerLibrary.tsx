import type { SessionView } from '../../../contract/views/session.ts';
import { FailureNote } from '../../components/FailureNote.tsx';
import { newerLibraryText } from './sessionNotes.ts';

/** Above every screen of a session while other rules are in force than the ones it keeps. Source: hazard H19. */
export function NewerLibrary({ session }: { readonly session: SessionView }) {
  const text = newerLibraryText(session);
  return text === null ? null : <FailureNote>{text}</FailureNote>;
}
