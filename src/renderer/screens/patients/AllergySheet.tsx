import { useState } from 'react';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { patientName } from '../../components/patientName.ts';
import { useStep } from '../../hooks/useStep.ts';
import { AllergyFields } from './AllergyFields.tsx';
import { RecordSheet } from './RecordSheet.tsx';
import { allergiesToSend, hasWrongYear, typedFrom } from './typedAllergies.ts';

type AllergySheetProps = { readonly record: PatientRecordView; readonly onClose: () => void };

/** The allergies as they are from now on. What was recorded before stays in the log. */
export function AllergySheet({ record, onClose }: AllergySheetProps) {
  const { banner } = record;
  const [typed, setTyped] = useState(() => typedFrom(banner.allergies));
  const step = useStep('patient:recordAllergies');
  const save = async (): Promise<void> => {
    const saved = await step.send({ patient: banner.id, allergies: allergiesToSend(typed) });
    if (saved) onClose();
  };
  return (
    <RecordSheet
      record={record}
      title="Allergies"
      save={`Record allergies of ${patientName(banner)}`}
      onSave={() => void save()}
      onClose={onClose}
      missing={hasWrongYear(typed) ? 'A year has four digits.' : undefined}
      failure={step.failure}
    >
      <AllergyFields
        typed={typed}
        onChange={(changed) => {
          setTyped(changed);
          step.clear();
        }}
      />
    </RecordSheet>
  );
}
