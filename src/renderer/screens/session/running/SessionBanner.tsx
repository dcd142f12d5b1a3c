import type { ReactNode } from 'react';
import type { SessionView } from '../../../../contract/views/session.ts';
import { PatientBanner } from '../../../components/PatientBanner.tsx';
import { StateChip } from '../../../components/StateChip.tsx';
import { useApp } from '../../../hooks/useApp.tsx';

type SessionBannerProps = {
  readonly session: Pick<SessionView, 'patient' | 'chair' | 'state'>;
  /** In place of the state: that something is overdue, that the view is blind. */
  readonly chip?: ReactNode;
};

/** Who sits in which chair, on every screen and sheet of a session. */
export function SessionBanner({ session, chip }: SessionBannerProps) {
  const { clock } = useApp();
  return (
    <PatientBanner
      patient={session.patient}
      now={clock.now}
      zone={clock.zone}
      chair={session.chair}
      state={chip ?? <StateChip state={session.state} />}
    />
  );
}
