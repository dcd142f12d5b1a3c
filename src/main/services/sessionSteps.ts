import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sessionFrom } from '../../core/session/applyEvent.ts';
import type { Deciding, Decision } from '../../core/session/decisions/deciding.ts';
import { type ClockReading, effectiveNow } from '../../core/session/effectiveTime.ts';
import type { Recorded, SessionEvent } from '../../core/session/events.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Session } from '../../core/session/session.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { NewEvent } from '../eventLog/eventLog.ts';
import type { OpenRecord } from './openRecord.ts';

/** A session and the events it is made of. */
export type LoadedSession = { readonly session: Session; readonly events: readonly Recorded<SessionEvent>[] };

/** One step of a session: who takes it, with whom, and when it is said to have happened. */
export type Step = {
  readonly session: string;
  /** Made by the window before the first try; becomes the id of the first event. */
  readonly requestId: string;
  readonly actor: Actor;
  readonly second?: Actor | null;
  /** Wall clock; now when left out. */
  readonly happenedAt?: number;
  /** True of a time that somebody says, whose bounds are the decision's; else it is the moment of a key. */
  readonly isSaid?: boolean;
};

/** Pause and stop carry the moment of their key, which may lie this far back. */
const LATEST_KEY_MILLISECONDS = 10 * 60_000;

export function loadSession(record: OpenRecord, id: string): LoadedSession | undefined {
  const events = record.log.readStream(`session:${id}`).filter(isSessionEvent);
  const session = sessionFrom(events);
  return session ? { session: { ...session, id }, events } : undefined;
}

/**
 * Load, decide, append: every step of every session goes this way. A request that was stored before changes
 * nothing and is answered with the session as it stands.
 */
export function takeStep(
  record: OpenRecord,
  step: Step,
  decide: (session: Session, deciding: Deciding) => Decision,
): Result<LoadedSession, Failure> {
  const loaded = loadSession(record, step.session);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  if (record.log.hasEvent(step.requestId)) return answered(loaded, step);
  const reading = readClock(record.clock);
  const happenedAt = step.happenedAt ?? reading.now;
  const late = reading.now - happenedAt;
  if (!step.isSaid && (late < 0 || late > LATEST_KEY_MILLISECONDS)) return err({ kind: 'timeNotAllowed' });
  const { session } = loaded;
  const at = effectiveNow(session.anchor, reading) - late;
  const { actor, second = null } = step;
  const decision = decide(session, { actor, second, now: happenedAt, at, late });
  if (!decision.ok) return decision;
  const saved = record.log.append([
    {
      stream: `session:${session.id}`,
      after: session.position,
      events: newEvents(decision.value, step, happenedAt, session.library.hash),
    },
  ]);
  if (!saved.ok) return saved;
  // What is fixed for ever at a transition is anchored at once.
  record.anchor.write();
  const after = loadSession(record, session.id);
  return after ? answered(after, step) : err({ kind: 'notFound', what: 'session' });
}

/** The session after a step; where what was recorded is a refusal, that refusal, also when it is sent again. */
function answered(loaded: LoadedSession, { requestId }: Step): Result<LoadedSession, Failure> {
  const recorded = loaded.events.find(({ id }) => id === requestId);
  if (recorded?.type === 'TryRefused') return err(recorded.data.refusal as Failure);
  if (recorded?.type === 'MatchVoided') return err({ kind: 'checkVoid', because: recorded.data.because });
  return ok(loaded);
}

/** Facts with their envelope: the request's id first, then fresh ones. */
export function newEvents(
  facts: readonly SessionEvent[],
  step: Pick<Step, 'requestId' | 'actor' | 'second'>,
  happenedAt: number,
  library: string,
): readonly NewEvent[] {
  return facts.map((fact, index) => ({
    ...fact,
    id: index === 0 ? step.requestId : newEventId(),
    happenedAt,
    actor: step.actor.id,
    witness: step.second?.id ?? null,
    library,
  }));
}

export function readClock(clock: Clock): ClockReading {
  return { now: clock.now(), counter: clock.counter(), boot: clock.boot };
}

/** Unknown types go through too: the session counts them, and the timeline shows them. */
function isSessionEvent(event: ReadEvent): event is ReadEvent & Recorded<SessionEvent> {
  return event.stream.startsWith('session:');
}
