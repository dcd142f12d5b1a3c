import { useRef, useState } from 'react';
import { TextEntry } from '../../../../components/TextEntry.tsx';
import { errorText } from '../../../../errorText.ts';
import { firstMissing } from '../../running/sessionWords.ts';
import type { AnswerFieldsProps } from './CheckSheet.tsx';

const NOBODY = { name: '', relation: '', phone: '' };

/** Who takes the patient home. */
export function EscortFields({ onAnswer }: AnswerFieldsProps) {
  const [escort, setEscort] = useState(NOBODY);
  const relation = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const phone = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const change = (part: Partial<typeof NOBODY>): void => {
    const next = { ...escort, ...part };
    setEscort(next);
    const missing = firstMissing(
      [next.name.trim() === '', errorText({ kind: 'textMissing', field: 'escortName' }, '')],
      [next.relation.trim() === '', errorText({ kind: 'textMissing', field: 'escortRelation' }, '')],
      [next.phone.trim() === '', errorText({ kind: 'textMissing', field: 'escortPhone' }, '')],
    );
    onAnswer({ answer: missing === undefined ? { kind: 'escort', ...next } : null, missing });
  };
  return (
    <>
      <TextEntry
        label="Name"
        value={escort.name}
        maxLength={80}
        onType={(name) => change({ name })}
        onEnter={() => relation.current?.focus()}
        autoFocus
      />
      <TextEntry
        ref={relation}
        label="Relation to the patient"
        value={escort.relation}
        maxLength={40}
        onType={(text) => change({ relation: text })}
        onEnter={() => phone.current?.focus()}
      />
      <TextEntry
        ref={phone}
        label="Phone"
        value={escort.phone}
        maxLength={40}
        onType={(text) => change({ phone: text })}
      />
    </>
  );
}
