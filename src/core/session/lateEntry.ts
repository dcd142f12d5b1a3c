import type { Deciding } from './decisions/deciding.ts';
import type { SessionRefusal } from './refusals.ts';
import type { Done, Session } from './session.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
/** Said to be at least this much earlier than recorded: a late entry. Source: UX 2.5. */
const LATE_FROM_MILLISECONDS = 60_000;
/** A time typed to the minute may lie this far ahead of the clock. Source: UX 2.5. */
const AHEAD_ALLOWED_MILLISECONDS = 60_000;
/** Further back a late entry says why it is late. Source: UX 2.5. */
const REASON_BEYOND_MINUTES = 120;

/** Whether something was recorded at least a minute after it is said to have happened. */
export function isLate({ happenedAt, recordedAt }: Pick<Done, 'happenedAt' | 'recordedAt'>): boolean {
  return recordedAt - happenedAt >= LATE_FROM_MILLISECONDS;
}

/**
 * The bounds of a time that somebody says: not beyond 60 s in the future, not before the patient's arrival, and more
 * than 120 min back only with a reason (or the number of the downtime form). What happens now has none.
 *
 * Where nobody has said when the patient arrived, the weighing the session doses from counts as it. Refuses
 * `saidInFuture`, `saidBeforeArrival` and `lateReasonMissing`. Source: UX 2.5.
 */
export function lateEntryRefusal(
  { match, arrivedAt: arrived }: Pick<Session, 'match' | 'arrivedAt'>,
  reason: string | null,
  { at, late }: Pick<Deciding, 'at' | 'late'>,
): SessionRefusal | undefined {
  if (late === 0) return undefined;
  if (late < -AHEAD_ALLOWED_MILLISECONDS) return { kind: 'saidInFuture' };
  const arrivedAt = arrived ?? match?.weighing.weighedAt;
  if (arrivedAt !== undefined && at < arrivedAt)
    return { kind: 'saidBeforeArrival', arrivedAt, by: arrived === null ? 'weighing' : 'arrival' };
  const needsReason = late > REASON_BEYOND_MINUTES * MILLISECONDS_PER_MINUTE;
  if (!needsReason || (reason ?? '').trim() !== '') return undefined;
  return { kind: 'lateReasonMissing', minutes: Math.floor(late / MILLISECONDS_PER_MINUTE) };
}
