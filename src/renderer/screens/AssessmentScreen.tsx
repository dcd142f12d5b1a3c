import { useState } from 'react';
import type { PatientRecordView } from '../../contract/views/people.ts';
import { ActionBar } from '../components/ActionBar.tsx';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { patientName } from '../components/patientName.ts';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { formatTime, isoDate } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { useKeys } from '../hooks/useKeys.ts';
import { type Place, useHoldBack, usePlace } from '../hooks/usePlace.tsx';
import { useStep } from '../hooks/useStep.ts';
import { Education } from './patients/assessment/Education.tsx';
import { Indications } from './patients/assessment/Indications.tsx';
import { History, Questions } from './patients/assessment/Questions.tsx';
import { SignAssessmentSheet } from './patients/assessment/SignAssessmentSheet.tsx';
import { startOfAssessment } from './patients/assessment/startOfAssessment.ts';
import { Medicines, Treatments } from './patients/assessment/Treatments.tsx';
import styles from './patients/FormRows.module.css';
import { PatientRecordBanner } from './patients/PatientRecordBanner.tsx';

/** An assessment being written, part by part. Source: UX 3.5. */
export function AssessmentScreen({ patient }: { readonly patient: string }) {
  const { clock } = useApp();
  const { data: record, failure } = useRead('patient:load', { patient });
  if (failure) return <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>;
  return record ? <AssessmentForm key={patient} record={record} /> : null;
}

/** A draft is no part of the record; it is kept when somebody goes on, so that nothing typed is lost. */
function AssessmentForm({ record }: { readonly record: PatientRecordView }) {
  const { app, clock } = useApp();
  const { go } = usePlace();
  const { banner } = record;
  const [value, setValue] = useState(() => startOfAssessment(record));
  const [unsaved, setUnsaved] = useState(false);
  const [signing, setSigning] = useState(false);
  const drafting = useStep('patient:draftAssessment');
  const back: Place = { at: 'patient', patient: banner.id };
  const change = (part: Partial<typeof value>): void => {
    setValue((before) => ({ ...before, ...part }));
    setUnsaved(true);
  };
  const save = async (): Promise<boolean> => {
    const saved = await drafting.send({ patient: banner.id, assessment: value });
    if (saved) setUnsaved(false);
    return saved !== null;
  };
  useHoldBack((next) => {
    if (!unsaved) return false;
    void save().then((saved) => {
      if (saved) go(next);
    });
    return true;
  });
  useKeys({ escape: () => go(back) });
  const prescribes = app.user?.roles.includes('prescriber') === true;
  return (
    <Screen
      banner={<PatientRecordBanner record={record} />}
      head={
        <ScreenHead
          title="Assessment"
          note={unsaved ? 'Draft, not saved' : record.draft ? 'Draft saved, not signed' : 'Not signed'}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
      alert={
        drafting.failure && <FailureNote tone="stop">{errorText(drafting.failure, clock.zone)}</FailureNote>
      }
      actions={
        <ActionBar
          groups={[
            <Button key="back" size="act" onPress={() => go(back)}>
              Back to the record
            </Button>,
          ]}
          end={
            <>
              <Button size="act" onPress={() => void save()}>
                Save draft
              </Button>
              {prescribes ? (
                <Button
                  size="act"
                  variant="primary"
                  icon="lock"
                  onPress={() => {
                    // What is signed has been saved as a draft first: the record stands where the signature says.
                    void save().then((saved) => setSigning(saved));
                  }}
                >
                  {`Sign the assessment of ${patientName(banner)}`}
                </Button>
              ) : (
                <strong>A prescriber signs it.</strong>
              )}
            </>
          }
        />
      }
    >
      <div className={styles['form']}>
        <Indications value={value} known={record.indications} onChange={change} />
        <Questions value={value} onChange={change} />
        <Medicines value={value} onChange={change} />
        <Treatments value={value} onChange={change} />
        <History value={value} onChange={change} />
        <Education value={value} today={isoDate(clock.now, clock.zone)} onChange={change} />
      </div>
      {signing && (
        <SignAssessmentSheet
          record={record}
          assessment={value}
          onClose={() => setSigning(false)}
          onSigned={() => go(back)}
        />
      )}
    </Screen>
  );
}
