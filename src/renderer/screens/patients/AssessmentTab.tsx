import { useState } from 'react';
import type { PatientRecordView } from '../../../contract/views/people.ts';
import { Button } from '../../components/Button.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { usePlace } from '../../hooks/usePlace.tsx';
import { SignedAssessment } from './assessment/SignedAssessment.tsx';
import { ConsentSheet } from './ConsentSheet.tsx';
import styles from './FormRows.module.css';
import { signedText } from './patientWords.ts';

/** What was signed, the newest first, with those before it; and the ways to a new one and to a consent. */
export function AssessmentTab({ record }: { readonly record: PatientRecordView }) {
  const { app } = useApp();
  const { go } = usePlace();
  const [consenting, setConsenting] = useState(false);
  const { assessments, draft, banner } = record;
  const writes = app.user?.roles.some((role) => role === 'nurse' || role === 'prescriber') === true;
  const [newest, ...earlier] = assessments;
  return (
    <div className={styles['form']}>
      {writes && (
        <div className={styles['actions']}>
          <Button icon="note" onPress={() => go({ at: 'assessment', patient: banner.id })}>
            {draft ? 'Go on with the draft' : newest ? 'Assess again' : 'Write the assessment'}
          </Button>
          <Button onPress={() => setConsenting(true)}>Record a consent</Button>
        </div>
      )}
      {draft && (
        <p className={styles['muted']}>
          A draft by {draft.saved.by.name} is not signed yet. It is no part of the record.
        </p>
      )}
      {newest ? (
        <SignedAssessment assessment={newest} consent={record.consent} />
      ) : (
        <p>No assessment yet — needed before a plan</p>
      )}
      {earlier.map((assessment) => (
        <details key={assessment.signed.recordedAt}>
          <summary>
            Earlier: <SignedLine assessment={assessment} />
          </summary>
          <SignedAssessment assessment={assessment} consent={null} />
        </details>
      ))}
      {consenting && <ConsentSheet record={record} onClose={() => setConsenting(false)} />}
    </div>
  );
}

function SignedLine({ assessment }: { readonly assessment: PatientRecordView['assessments'][number] }) {
  const { clock } = useApp();
  return <span className="hy">{signedText(assessment.signed, clock.zone)}</span>;
}
