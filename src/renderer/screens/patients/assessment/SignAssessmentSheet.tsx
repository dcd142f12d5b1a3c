import { useState } from 'react';
import type { PatientRecordView } from '../../../../contract/views/people.ts';
import { patientName } from '../../../components/patientName.ts';
import { SecretField } from '../../../components/SecretField.tsx';
import { errorText } from '../../../errorText.ts';
import { useApp } from '../../../hooks/useApp.tsx';
import { useStep } from '../../../hooks/useStep.ts';
import { RecordSheet } from '../RecordSheet.tsx';
import type { Assessment } from './assessmentWords.ts';

type SignAssessmentSheetProps = {
  readonly record: PatientRecordView;
  readonly assessment: Assessment;
  readonly onClose: () => void;
  readonly onSigned: () => void;
};

/** The prescriber signs what stood on screen, proved once more by passphrase. */
export function SignAssessmentSheet({ record, assessment, onClose, onSigned }: SignAssessmentSheetProps) {
  const { clock } = useApp();
  const [passphrase, setPassphrase] = useState('');
  const step = useStep('patient:signAssessment');
  const { banner, position } = record;
  const sign = async (): Promise<void> => {
    if (passphrase === '') return;
    const signed = await step.send({ patient: banner.id, position, assessment, passphrase });
    if (signed) onSigned();
  };
  const isWrongSecret = step.failure?.kind === 'wrongSecret';
  const open = assessment.questions.filter(({ answer }) => answer === 'notAsked').length;
  return (
    <RecordSheet
      record={record}
      title={`Sign the assessment of ${patientName(banner)}`}
      save="Sign"
      onSave={() => void sign()}
      onClose={onClose}
      missing={passphrase === '' ? 'The passphrase is not entered.' : undefined}
      failure={isWrongSecret ? null : step.failure}
    >
      <p>
        {assessment.primaryIndication ?? 'No primary indication'}
        {open > 0 || assessment.pregnancy === 'notAsked'
          ? '. Some questions are not asked: no order can be signed until they are.'
          : '. Every question is asked.'}
      </p>
      <SecretField
        label="Your passphrase"
        size="field"
        value={passphrase}
        onType={(text) => {
          setPassphrase(text);
          step.clear();
        }}
        onEnter={() => void sign()}
        refusal={isWrongSecret && step.failure ? errorText(step.failure, clock.zone) : undefined}
        autoFocus
      />
    </RecordSheet>
  );
}
