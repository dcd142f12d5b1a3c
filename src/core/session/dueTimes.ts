import type { Session } from './session.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * When the next vital signs are due, on the session's axis: one interval after the last set, or after the start
 * or the end of the infusion, whichever came last. Null when nothing is being observed. Source: protocol.
 */
export function vitalsDueAt(session: Session): number | null {
  const protocol = session.authorised?.rules.protocol;
  const last = session.vitals.at(-1)?.at ?? 0;
  if (!protocol) return null;
  const { infusion, recovery } = protocol.vitalsEveryMinutes;
  if (session.state === 'RECOVERY' && session.ended) {
    return Math.max(last, session.ended.at) + recovery * MILLISECONDS_PER_MINUTE;
  }
  if ((session.state === 'RUNNING' || session.state === 'PAUSED') && session.started) {
    return Math.max(last, session.started.at) + infusion * MILLISECONDS_PER_MINUTE;
  }
  return null;
}
