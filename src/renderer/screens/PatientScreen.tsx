import { useState } from 'react';
import type { PatientRecordView } from '../../contract/views/people.ts';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { patientName } from '../components/patientName.ts';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { Tabs, type TabsProps } from '../components/Tabs.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { usePlace } from '../hooks/usePlace.tsx';
import { AssessmentTab } from './patients/AssessmentTab.tsx';
import { PatientRecordBanner } from './patients/PatientRecordBanner.tsx';
import { Prints } from './patients/Prints.tsx';
import { staleWeightText } from './patients/patientWords.ts';
import { SessionTable } from './patients/SessionTable.tsx';
import { Summary } from './patients/Summary.tsx';
import { WeightTab } from './patients/WeightTab.tsx';

/** P5: one patient. Today's weight comes first, because everything after it needs it. Source: UX 3.5. */
export function PatientScreen({ patient }: { readonly patient: string }) {
  const { clock } = useApp();
  const { data: record, failure } = useRead('patient:load', { patient });
  if (failure) {
    return (
      <Screen>
        <FailureNote tone="stop">{errorText(failure, clock.zone)}</FailureNote>
      </Screen>
    );
  }
  return record ? <PatientPage key={patient} record={record} /> : null;
}

function PatientPage({ record }: { readonly record: PatientRecordView }) {
  const { app, clock } = useApp();
  const [tab, setTab] = useState('summary');
  const plans = app.user?.roles.includes('prescriber') === true && record.inactive === null;
  return (
    <Screen
      banner={<PatientRecordBanner record={record} />}
      head={
        <ScreenHead
          title="Patient record"
          end={plans && <PlanButton record={record} />}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      <Tabs label="Patient record" tabs={tabsOf(record)} current={tab} onChange={setTab} />
    </Screen>
  );
}

/** Only what there is something in. */
function tabsOf(record: PatientRecordView): TabsProps['tabs'] {
  const prints = { id: 'documents', label: 'Documents', content: <Prints record={record} /> };
  return [
    { id: 'summary', label: 'Summary', content: <Summary record={record} /> },
    { id: 'assessment', label: 'Assessment', content: <AssessmentTab record={record} /> },
    { id: 'sessions', label: 'Sessions', content: <SessionTable patient={record.banner.id} /> },
    { id: 'weight', label: 'Weight', content: <WeightTab record={record} /> },
    ...(record.prints.length > 0 ? [prints] : []),
  ];
}

function PlanButton({ record }: { readonly record: PatientRecordView }) {
  const { clock } = useApp();
  const { go } = usePlace();
  const { banner, weighings } = record;
  const weightReady = banner.weightClosed || staleWeightText(weighings, clock.now) === null;
  return (
    <Button
      icon="note"
      autoFocus={weightReady}
      onPress={() => go({ at: 'plan', patient: banner.id, session: null, chair: null })}
    >{`Plan a session for ${patientName(banner)}`}</Button>
  );
}
