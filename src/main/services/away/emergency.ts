import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../../core/session/roles.ts';
import type { SessionState } from '../../../core/session/session.ts';
import { newEventId } from '../../eventId.ts';
import { emergencyActor } from '../../identity/actors.ts';
import type { OpenRecord } from '../openRecord.ts';
import type { By } from '../people/staff.ts';
import { loadSession } from '../sessionSteps.ts';
import { recordWorkstationFact } from '../workstations.ts';

type Outcome = Result<null, Failure>;

/** Sessions somebody may have to act on without a proof: on the drug, or watched after it. */
const ATTENDED: readonly SessionState[] = ['RUNNING', 'PAUSED', 'RECOVERY'];

/**
 * The way in for somebody who cannot prove who they are while a session needs them: under a typed name, loud, recorded
 * and to be looked at by a medical director. It opens what an assistant may do at a running session, and no more.
 */
export function openEmergency(
  record: OpenRecord,
  { requestId, name }: { readonly requestId: string; readonly name: string },
): Outcome {
  const { presence, clock } = record;
  if (presence.user !== null || presence.emergency !== null) return err({ kind: 'somebodyIsHere' });
  if (record.tables.sessionsInStates(ATTENDED).length === 0) return err({ kind: 'nothingRuns' });
  const opened = recordWorkstationFact(
    record,
    { type: 'BreakGlassOpened', version: 1, data: { name } },
    { id: requestId, actor: emergencyActor(requestId) },
  );
  if (!opened.ok) return opened;
  presence.emergency = { id: requestId, name, since: clock.now() };
  presence.touchedAt = clock.counter();
  return ok(null);
}

/** Nobody acts without a proof any more. */
export function closeEmergency(record: OpenRecord): Outcome {
  const { emergency } = record.presence;
  if (!emergency) return ok(null);
  record.presence.emergency = null;
  const { id } = emergency;
  return recordWorkstationFact(
    record,
    { type: 'BreakGlassClosed', version: 1, data: { opened: id } },
    { id: newEventId(), actor: emergencyActor(id) },
  );
}

/** Whoever is in by the emergency way, as an actor: an assistant at most, and nobody the record knows. */
export function emergencyPerson({ presence }: OpenRecord): Actor | null {
  return presence.emergency ? { id: emergencyActor(presence.emergency.id), roles: ['assistant'] } : null;
}

/** Why this session is closed to an emergency access; undefined when it is running or watched. */
export function emergencySessionRefusal(record: OpenRecord, session: string): Failure | undefined {
  const state = loadSession(record, session)?.session.state;
  return state && ATTENDED.includes(state) ? undefined : { kind: 'closedInEmergency' };
}

/** A medical director has looked at what was done under an emergency access. */
export function reviewEmergency(
  record: OpenRecord,
  { requestId, actor }: By,
  { emergency, note }: { readonly emergency: string; readonly note: string },
): Outcome {
  if (record.log.hasEvent(requestId)) return ok(null);
  const row = record.tables.emergencies().find(({ id }) => id === emergency);
  if (!row || row.reviewed_at !== null) return err({ kind: 'nothingToAnswer' });
  return recordWorkstationFact(
    record,
    { type: 'BreakGlassReviewed', version: 1, data: { opened: emergency, note: note.trim() } },
    { id: requestId, actor: actor.id },
  );
}
