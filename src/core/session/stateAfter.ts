import type { SessionEventType } from './events.ts';
import type { SessionState } from './session.ts';

/** Where each fact leaves a session. A fact that is not named here changes no state. Source: UX 2.2 and 2.3. */
const STATE_AFTER: Partial<Record<SessionEventType, SessionState>> = {
  SessionPlanned: 'PLANNED',
  PlanAuthorised: 'AUTHORISED',
  CountedPlanAuthorised: 'AUTHORISED',
  AuthorisationVoided: 'PLANNED',
  FirstEntryMade: 'ENTERED_A',
  FirstEntryExpired: 'AUTHORISED',
  EntriesDiffered: 'MISMATCH',
  SecondAttemptStarted: 'AUTHORISED',
  PlanHeld: 'HELD',
  HoldReleased: 'AUTHORISED',
  EntriesMatched: 'MATCHED',
  CountedEntriesMatched: 'MATCHED',
  MatchVoided: 'AUTHORISED',
  OrderReopened: 'PLANNED',
  PreparationWitnessed: 'PREPARED',
  SessionReady: 'READY',
  InfusionStarted: 'RUNNING',
  DosesStarted: 'RUNNING',
  InfusionPaused: 'PAUSED',
  InfusionResumed: 'RUNNING',
  DosesResumed: 'RUNNING',
  RecoveryStarted: 'RECOVERY',
  PatientDischarged: 'DISCHARGED',
  // The nurse signs first; with the countersignature the record is closed.
  SessionCountersigned: 'SIGNED',
  SignatureSufficed: 'SIGNED',
  SessionCancelled: 'CANCELLED',
};

/** The state after one more fact. */
export function stateAfter(state: SessionState, type: string): SessionState {
  return STATE_AFTER[type as SessionEventType] ?? state;
}
