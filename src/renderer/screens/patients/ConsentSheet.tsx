import { useState } from 'react';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { DateOfBirthField } from '../../components/DateOfBirthField.tsx';
import { patientName } from '../../components/patientName.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { useStep } from '../../hooks/useStep.ts';
import styles from './FormRows.module.css';
import { RecordSheet } from './RecordSheet.tsx';

const LASTS = [
  { id: 'day', label: 'Until a day' },
  { id: 'always', label: 'Does not lapse' },
] as const;

type ConsentSheetProps = { readonly record: PatientRecordView; readonly onClose: () => void };

/** A consent as it was signed on paper. Source: UX 3.5. */
export function ConsentSheet({ record, onClose }: ConsentSheetProps) {
  const [form, setForm] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [lasts, setLasts] = useState<string | null>(null);
  const [validUntil, setValidUntil] = useState('');
  const [witnessedBy, setWitnessedBy] = useState('');
  const [concerns, setConcerns] = useState('');
  const step = useStep('patient:recordConsent');
  const save = async (): Promise<void> => {
    const until = lasts === 'always' ? null : validUntil;
    const patient = record.banner.id;
    const saved = await step.send({ patient, form, signedOn, validUntil: until, witnessedBy, concerns });
    if (saved) onClose();
  };
  const missing = missingIn(signedOn, lasts, validUntil);
  return (
    <RecordSheet
      record={record}
      title="Consent"
      save={`Record the consent of ${patientName(record.banner)}`}
      onSave={() => void save()}
      onClose={onClose}
      missing={missing}
      failure={step.failure}
    >
      <div className={styles['row']}>
        <TextEntry label="Version of the form" value={form} maxLength={40} onType={setForm} />
        <DateOfBirthField label="Signed on" value={signedOn} onChange={setSignedOn} />
        <TextEntry label="Witnessed by" value={witnessedBy} maxLength={80} onType={setWitnessedBy} />
      </div>
      <div className={styles['row']}>
        <Segmented label="Valid" choices={LASTS} chosen={lasts} onChoose={setLasts} />
        {lasts === 'day' && <DateOfBirthField label="Last day" value={validUntil} onChange={setValidUntil} />}
      </div>
      <TextEntry
        label="Expectations and concerns"
        lines={3}
        maxLength={2_000}
        value={concerns}
        optional
        onType={setConcerns}
      />
    </RecordSheet>
  );
}

function missingIn(signedOn: string, lasts: string | null, validUntil: string): string | undefined {
  if (signedOn === '') return 'Type the day it was signed.';
  if (lasts === null) return 'Say how long it is valid.';
  return lasts === 'day' && validUntil === '' ? 'Type the last day it is valid.' : undefined;
}
