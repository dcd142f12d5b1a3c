import { useState } from 'react';
import type { StaffRow } from '../../../contract/views/staff.ts';
import { useStep } from '../../hooks/useStep.ts';
import { NOTHING_TYPED } from '../keys/twice.ts';
import { FirstPassphrase, type FirstSecret, missingSecret } from './FirstPassphrase.tsx';
import { StaffSheet } from './StaffSheet.tsx';

type PassphraseSheetProps = { readonly person: StaffRow; readonly onClose: () => void };

/** For somebody who has lost their passphrase, or tried too often. */
export function PassphraseSheet({ person, onClose }: PassphraseSheetProps) {
  const [secret, setSecret] = useState<FirstSecret>({ typedBy: null, typed: NOTHING_TYPED });
  const step = useStep('people:resetPassphrase');
  const missing = missingSecret(secret);
  const { typedBy, typed } = secret;
  const save = async (): Promise<void> => {
    if (missing !== undefined || typedBy === null) return;
    if (await step.send({ user: person.id, passphrase: typed.first, typedBy })) onClose();
  };
  return (
    <StaffSheet
      title={`New passphrase — ${person.fullName}`}
      action="Set this passphrase"
      missing={missing}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p>The one there is now works no more from this moment on.</p>
      <FirstPassphrase secret={secret} onChange={setSecret} />
    </StaffSheet>
  );
}
