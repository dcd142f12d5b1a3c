import { useState } from 'react';
import type { TypedDetailsView } from '../../../contract/views/patients.ts';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { patientName } from '../../components/patientName.ts';
import { TextEntry } from '../../components/TextEntry.tsx';
import { errorText } from '../../errorText.ts';
import { useApp } from '../../hooks/useApp.tsx';
import { useStep } from '../../hooks/useStep.ts';
import { DetailFields } from './DetailFields.tsx';
import { RecordSheet } from './RecordSheet.tsx';

type DetailsSheetProps = { readonly record: PatientRecordView; readonly onClose: () => void };

/** Who the patient is from now on, and why it changed. What was recorded before stays in the log. */
export function DetailsSheet({ record, onClose }: DetailsSheetProps) {
  const { clock } = useApp();
  const { banner, details } = record;
  const [typed, setTyped] = useState(() => typedFrom(details));
  const [reason, setReason] = useState('');
  const step = useStep('patient:changeDetails');
  const { failure } = step;
  const save = async (): Promise<void> => {
    const saved = await step.send({ patient: banner.id, details: typed, reason });
    if (saved) onClose();
  };
  const isTaken = failure?.kind === 'recordNumberTaken';
  return (
    <RecordSheet
      record={record}
      title="Change details"
      save={`Record the change for ${patientName(banner)}`}
      onSave={() => void save()}
      onClose={onClose}
      missing={reason.trim() === '' ? errorText({ kind: 'reasonMissing' }, clock.zone) : undefined}
      failure={isTaken || failure?.kind === 'patientRefused' ? null : failure}
    >
      <DetailFields
        typed={typed}
        failure={failure}
        taken={isTaken ? errorText(failure, clock.zone) : undefined}
        onChange={(part) => {
          setTyped((before) => ({ ...before, ...part }));
          step.clear();
        }}
      />
      <p>
        Between the double check and the start another name, date of birth or record number voids the check
        and the label: both enter again.
      </p>
      <TextEntry label="Reason for the change" value={reason} onType={setReason} />
    </RecordSheet>
  );
}

function typedFrom(details: PatientRecordView['details']): TypedDetailsView {
  const { familyName, givenName, preferredName, title, born, sex, recordNumber, height } = details;
  return {
    familyName,
    givenName,
    preferredName: preferredName ?? '',
    title: title ?? '',
    born,
    sex,
    recordNumber,
    height: height?.split(' ')[0] ?? '',
  };
}
