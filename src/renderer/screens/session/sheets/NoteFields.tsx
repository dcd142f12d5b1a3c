import { useState } from 'react';
import { LONGEST_NOTE } from '../../../../contract/typedBounds.ts';
import { NOTE_KINDS, type NoteKind } from '../../../../core/session/events.ts';
import { NOTE_WORDS } from '../../../../core/session/words.ts';
import { Segmented } from '../../../components/Segmented.tsx';
import { TextEntry } from '../../../components/TextEntry.tsx';
import { errorText } from '../../../errorText.ts';

const KINDS = NOTE_KINDS.map((id) => ({ id, label: NOTE_WORDS[id] }));

/** What is written so far. A plain note unless somebody says that it is about more. */
export function useNote() {
  const [kind, setKind] = useState<NoteKind>('note');
  const [text, setText] = useState('');
  const missing = text.trim() === '' ? errorText({ kind: 'noteEmpty' }, '') : undefined;
  return { kind, text, missing, setKind, setText };
}

type NoteFieldsProps = { readonly note: ReturnType<typeof useNote>; readonly onEnter: () => void };

/** One line of words, and what they are about. Source: UX 1, row 34. */
export function NoteFields({ note, onEnter }: NoteFieldsProps) {
  return (
    <>
      <TextEntry
        label="Note"
        value={note.text}
        onType={note.setText}
        onEnter={onEnter}
        maxLength={LONGEST_NOTE}
        autoFocus
      />
      <Segmented
        label="About"
        choices={KINDS}
        chosen={note.kind}
        onChoose={(id) => note.setKind(NOTE_KINDS.find((kind) => kind === id) ?? 'note')}
      />
    </>
  );
}
