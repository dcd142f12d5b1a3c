import { useState } from 'react';
import { NAME_LENGTH } from '../../../contract/typedBounds.ts';
import { useStep } from '../../hooks/useStep.ts';
import { NOTHING_TYPED } from '../keys/twice.ts';
import { FirstPassphrase, type FirstSecret, missingSecret } from './FirstPassphrase.tsx';
import { PersonFields } from './PersonFields.tsx';
import { changeOf, EMPTY_PERSON, missingInPerson, type PersonForm } from './personForm.ts';
import { StaffSheet } from './StaffSheet.tsx';

/** Somebody new: who they are, what they may do, and the passphrase they begin with. */
export function AddSheet({ onClose }: { readonly onClose: () => void }) {
  const [form, setForm] = useState(EMPTY_PERSON);
  const [secret, setSecret] = useState<FirstSecret>({ typedBy: null, typed: NOTHING_TYPED });
  const step = useStep('people:add');
  const missing = missingIn(form) ?? missingSecret(secret);
  const { typedBy, typed } = secret;
  const save = async (): Promise<void> => {
    if (missing !== undefined || typedBy === null) return;
    const { fullName } = form;
    if (await step.send({ fullName, ...changeOf(form), passphrase: typed.first, typedBy })) onClose();
  };
  return (
    <StaffSheet
      title="Add a person"
      action={form.fullName.trim() === '' ? 'Add' : `Add ${form.fullName.trim()}`}
      missing={missing}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PersonFields form={form} onChange={setForm} isNew />
      <FirstPassphrase secret={secret} onChange={setSecret} />
    </StaffSheet>
  );
}

function missingIn(form: PersonForm): string | undefined {
  if (form.fullName.trim().length < NAME_LENGTH.least) return 'Type the full name.';
  return missingInPerson(form);
}
