import type { SessionView } from '../../../contract/views/session.ts';
import { PatientBanner } from '../../components/PatientBanner.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { useApp } from '../../hooks/useApp.tsx';

type ClosedBannerProps = {
  readonly session: Pick<SessionView, 'patient' | 'chair' | 'state'>;
  /** The date of birth is one of the fields: where it is asked of the patient, it is not in the page. */
  readonly birthClosed?: boolean;
};

/** Who the session is for while its plan's numbers are closed. The weight is not sent at all. */
export function ClosedBanner({ session, birthClosed = false }: ClosedBannerProps) {
  const { clock } = useApp();
  return (
    <PatientBanner
      patient={birthClosed ? { ...session.patient, birth: null } : session.patient}
      now={clock.now}
      zone={clock.zone}
      chair={session.chair}
      state={<StateChip state={session.state} />}
    />
  );
}
