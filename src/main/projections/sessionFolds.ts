import { type ReadEvent, readEvent } from '../../contract/events/storedEvent.ts';
import { applyEvent } from '../../core/session/applyEvent.ts';
import type { Recorded, SessionEvent } from '../../core/session/events.ts';
import type { Session } from '../../core/session/session.ts';
import { type EventRow, eventFromRow } from '../eventLog/eventRow.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';

/** Sessions that are kept between two events of theirs: more than a clinic has chairs, few enough to be held. */
const MOST_KEPT = 64;

const foldsOf = new WeakMap<Database, Map<string, Session>>();

/**
 * The session an event belongs to, as it stands after it; undefined where it has facts this version does not know, or
 * does not begin as a session does. Those are made anew by whoever asks for them.
 *
 * A session is followed from its first event on, so that making the read tables anew reads no stream a second time.
 * One that was lost from sight is read again from `log` when `isNeeded`. What is kept is never more than an aid: it
 * counts only when it stands exactly one event before this one, so a transaction that was undone leaves nothing wrong.
 */
export function sessionAfter(
  database: Database,
  log: Database,
  event: ReadEvent,
  isNeeded: boolean,
): Session | undefined {
  const folds = foldsOf.get(database) ?? new Map<string, Session>();
  foldsOf.set(database, folds);
  const kept = event.streamSeq === 1 ? undefined : folds.get(event.stream);
  const isNext = event.streamSeq === (kept?.position ?? 0) + 1;
  const session = isNext ? withEvent(kept, event) : isNeeded ? fromLog(log, event) : undefined;
  // Put in again at the end: what was followed longest ago goes first.
  folds.delete(event.stream);
  if (session) folds.set(event.stream, session);
  const oldest = folds.keys().next().value;
  if (folds.size > MOST_KEPT && oldest !== undefined) folds.delete(oldest);
  return session;
}

function withEvent(session: Session | undefined, event: ReadEvent): Session | undefined {
  if (!event.known || (!session && event.type !== 'SessionPlanned')) return undefined;
  return applyEvent(session ?? null, event as ReadEvent & Recorded<SessionEvent>);
}

/** The stream up to this event: where the log is longer than the tables, what comes later is not there yet. */
function fromLog(log: Database, { stream, streamSeq }: ReadEvent): Session | undefined {
  const rows = prepared(
    log,
    'SELECT * FROM event WHERE stream = ? AND stream_seq <= ? ORDER BY stream_seq',
  ).all(stream, streamSeq) as EventRow[];
  let session: Session | undefined;
  for (const row of rows) {
    session = withEvent(session, readEvent(eventFromRow(row)));
    if (!session) return undefined;
  }
  return session;
}
