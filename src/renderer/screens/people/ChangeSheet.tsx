import { useState } from 'react';
import type { StaffRow } from '../../../contract/views/staff.ts';
import { useStep } from '../../hooks/useStep.ts';
import { PersonFields } from './PersonFields.tsx';
import { changeOf, formOf, missingInPerson } from './personForm.ts';
import { StaffSheet } from './StaffSheet.tsx';

type ChangeSheetProps = { readonly person: StaffRow; readonly onClose: () => void };

/** Another role, other letters, a new licence. What was signed before keeps what was true then. */
export function ChangeSheet({ person, onClose }: ChangeSheetProps) {
  const [form, setForm] = useState(() => formOf(person));
  const step = useStep('people:change');
  const save = async (): Promise<void> => {
    if (missingInPerson(form) === undefined && (await step.send({ user: person.id, ...changeOf(form) })))
      onClose();
  };
  return (
    <StaffSheet
      title={`Roles and licence — ${person.fullName}`}
      action="Save the change"
      missing={missingInPerson(form)}
      failure={step.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PersonFields form={form} onChange={setForm} isNew={false} />
    </StaffSheet>
  );
}
