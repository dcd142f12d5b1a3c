import type { Failure } from '../../../../contract/failures.ts';
import type { ClockTick } from '../../../../contract/views/app.ts';
import type { RecoveryView, SessionView } from '../../../../contract/views/session.ts';
import type { DischargeNeed } from '../../../../core/session/events.ts';
import { sessionNow } from '../sessionTime.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** Time, pressure and escort are needed beside what people tick. */
export const WORKED_OUT = 3;

/** Whole minutes since the end, on the session's own axis: a moved wall clock shortens no observation (DESIGN 7). */
export function observedMinutes(session: SessionView, clock: ClockTick): number {
  const { recovery } = session;
  if (!recovery) return 0;
  const now = sessionNow(session, clock);
  return Math.max(0, Math.floor((now - recovery.ended.at) / MILLISECONDS_PER_MINUTE));
}

/** What a discharge still lacks, as far as the answers say: the service decides once more. */
export function unmetNeeds(recovery: RecoveryView, minutes: number): readonly DischargeNeed[] {
  const { neededMinutes, systolic, criteria, escort } = recovery;
  return [
    ...(minutes < neededMinutes ? (['observationTime'] as const) : []),
    ...(systolic?.settled ? [] : (['systolicNearBaseline'] as const)),
    ...criteria.filter(({ met }) => !met).map(({ criterion }) => criterion),
    ...(escort ? [] : (['escort'] as const)),
  ];
}

/** The refusal a nurse would get now; null when everything is met. Source: UX 2.3 T17c. */
export function dischargeRefusal(recovery: RecoveryView, minutes: number): Failure | null {
  const unmet = unmetNeeds(recovery, minutes);
  if (unmet.length === 0) return null;
  if (unmet.includes('observationTime')) {
    return { kind: 'observationTooShort', minutes, neededMinutes: recovery.neededMinutes };
  }
  return unmet.length === 1 && unmet[0] === 'escort'
    ? { kind: 'noEscort' }
    : { kind: 'criteriaUnmet', unmet: [...unmet] };
}
