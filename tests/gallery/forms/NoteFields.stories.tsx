import { NoteFields, useNote } from '../../../src/renderer/screens/session/sheets/NoteFields.tsx';
import { nothing, type Story } from '../story.ts';

function Note() {
  return <NoteFields note={useNote()} onEnter={nothing} />;
}

export const stories: readonly Story[] = [{ name: 'a plain note, empty', render: () => <Note /> }];
