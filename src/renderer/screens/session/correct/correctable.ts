import type { AppView } from '../../../../contract/views/app.ts';
import type { SessionView, TimelineRow } from '../../../../contract/views/session.ts';
import { CLINICAL } from '../../../../core/session/roles.ts';
import type { SessionState } from '../../../../core/session/session.ts';

const STATES: readonly SessionState[] = ['READY', 'RUNNING', 'PAUSED', 'RECOVERY', 'DISCHARGED'];

/** Whether a row has a button to correct it. The service decides; this only hides what it would refuse. */
export function canCorrect(
  { state, signatures }: SessionView,
  user: AppView['user'],
): (row: TimelineRow) => boolean {
  const isOpen = STATES.includes(state) && signatures.nurse === null && signatures.prescriber === null;
  const roles = user?.roles ?? [];
  const isClinical = roles.some((role) => CLINICAL.includes(role));
  return ({ correctable }) =>
    isOpen &&
    correctable !== null &&
    isClinical &&
    (roles.includes('nurse') || correctable.recordedBy === user?.id);
}
