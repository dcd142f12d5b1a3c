import type { PatientRecordView } from '../../contract/views/people.ts';
import { CLINICAL } from '../../core/session/roles.ts';
import { Button } from '../components/Button.tsx';
import { FailureNote } from '../components/FailureNote.tsx';
import { PatientBanner } from '../components/PatientBanner.tsx';
import { patientName } from '../components/patientName.ts';
import { Screen } from '../components/Screen.tsx';
import { ScreenHead } from '../components/ScreenHead.tsx';
import { StateChip } from '../components/StateChip.tsx';
import { formatTime } from '../components/time.ts';
import { errorText } from '../errorText.ts';
import { useRead } from '../hooks/queries.ts';
import { useApp } from '../hooks/useApp.tsx';
import { usePlace } from '../hooks/usePlace.tsx';
import styles from './PatientScreen.module.css';
import { PatientFacts } from './patients/PatientFacts.tsx';
import { knownState, staleWeightText } from './patients/patientWords.ts';
import { SessionTable } from './patients/SessionTable.tsx';
import { WeighingForm } from './patients/WeighingForm.tsx';
import { Weighings } from './patients/Weighings.tsx';

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
  const roles = app.user?.roles ?? [];
  const weighs = roles.some((role) => CLINICAL.includes(role));
  return (
    <Screen
      banner={<Banner record={record} />}
      head={
        <ScreenHead
          title="Patient record"
          end={roles.includes('prescriber') && <PlanButton record={record} />}
          clock={formatTime(clock.now, clock.zone)}
        />
      }
    >
      <div className={styles['top']}>
        {weighs && <WeighingForm record={record} />}
        <Weighings record={record} clock={clock} />
        <PatientFacts record={record} zone={clock.zone} />
      </div>
      <SessionTable patient={record.banner.id} />
    </Screen>
  );
}

function Banner({ record }: { readonly record: PatientRecordView }) {
  const { clock } = useApp();
  const active = record.activeSession;
  const state = active && knownState(active.state);
  return (
    <PatientBanner
      patient={record.banner}
      now={clock.now}
      zone={clock.zone}
      chair={active?.chair ?? null}
      state={state && <StateChip state={state} />}
    />
  );
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
