import { useState } from 'react';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { patientName } from '../../components/patientName.ts';
import { TextEntry } from '../../components/TextEntry.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { RecordSheet } from './RecordSheet.tsx';

type ActivitySheetProps = { readonly record: PatientRecordView; readonly onClose: () => void };

/** An inactive patient cannot be planned for. Nothing of their record goes away. */
export function ActivitySheet({ record, onClose }: ActivitySheetProps) {
  const { clock } = useApp();
  const [reason, setReason] = useState('');
  const step = useStep('patient:setActivity');
  const active = record.inactive !== null;
  const save = async (): Promise<void> => {
    const saved = await step.send({ patient: record.banner.id, active, reason });
    if (saved) onClose();
  };
  return (
    <RecordSheet
      record={record}
      title={active ? 'Make active' : 'Make inactive'}
      save={`Make ${patientName(record.banner)} ${active ? 'active' : 'inactive'}`}
      onSave={() => void save()}
      onClose={onClose}
      missing={reason.trim() === '' ? errorText({ kind: 'reasonMissing' }, clock.zone) : undefined}
      failure={step.failure}
    >
      <p>
        An inactive patient is found as before and cannot be planned for. Nothing of the record goes away.
      </p>
      <TextEntry label="Reason" value={reason} onType={setReason} />
    </RecordSheet>
  );
}
