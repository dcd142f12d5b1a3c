import { useState } from 'react';
import type { EmergencyView } from '../../../contract/views/away.ts';
import { SecretField } from '../../components/SecretField.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { formatTime } from '../../components/time.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { dayAndTime } from '../keeping/keepingWords.ts';
import { StaffSheet } from '../people/StaffSheet.tsx';

type ReviewSheetProps = { readonly emergency: EmergencyView; readonly onClose: () => void };

/** A medical director looks at what was done without a proof, and says what is to be said about it. */
export function ReviewSheet({ emergency, onClose }: ReviewSheetProps) {
  const { clock } = useApp();
  const [note, setNote] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const step = useStep('emergency:review');
  const missing = missingIn(note, passphrase);
  const save = async (): Promise<void> => {
    if (missing === undefined && (await step.send({ emergency: emergency.id, note, passphrase }))) onClose();
  };
  const { openedAt, closedAt, acts } = emergency;
  const until = closedAt === null ? 'still open' : `until ${formatTime(closedAt, clock.zone)}`;
  return (
    <StaffSheet
      title={`Emergency access by “${emergency.name}”`}
      action="Looked at"
      missing={missing}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>{`${dayAndTime(openedAt, clock.zone)}, ${until}`}</p>
      {acts.length === 0 ? (
        <p>Nothing was recorded under it.</p>
      ) : (
        <ul>
          {acts.map(({ id, chair, what, happenedAt }) => (
            <li key={id}>{`${formatTime(happenedAt, clock.zone)} Chair ${chair}: ${what}`}</li>
          ))}
        </ul>
      )}
      <TextEntry label="Who it was, and what follows from it" value={note} onType={setNote} autoFocus />
      <SecretField
        label="Your passphrase"
        value={passphrase}
        onType={setPassphrase}
        onEnter={() => void save()}
        size="field"
      />
    </StaffSheet>
  );
}

function missingIn(note: string, passphrase: string): string | undefined {
  if (note.trim() === '') return 'Write who it was.';
  return passphrase === '' ? 'Type your passphrase.' : undefined;
}
