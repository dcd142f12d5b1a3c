import type { PatientRecordView } from '../../../contract/views/people.ts';
import { PatientBanner } from '../../components/PatientBanner.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { useApp } from '../../hooks/useApp.tsx';
import { knownState } from './patientWords.ts';

/** The banner on a patient's own pages and on every sheet over them. */
export function PatientRecordBanner({ record }: { readonly record: PatientRecordView }) {
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
