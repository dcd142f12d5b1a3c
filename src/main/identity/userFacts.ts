import type { UserEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { EventLog } from '../eventLog/eventLog.ts';

export type UserRecorder = { readonly log: EventLog; readonly clock: Clock };

/** Facts about one member of staff, by whom, and what has to be written together with them. */
export type UserFacts = {
  readonly user: string;
  readonly actor: string;
  readonly facts: readonly UserEvent[];
  /** Becomes the id of the first fact; made here when left out. */
  readonly requestId?: string;
  readonly beside?: () => void;
};

/** Records facts in a person's own stream, all or none. */
export function recordUserFacts(
  { log, clock }: UserRecorder,
  { user, actor, facts, requestId = newEventId(), beside }: UserFacts,
): Result<null, Failure> {
  if (!log.isOpen()) return err({ kind: 'notSaved', why: 'fault' });
  const stream = `user:${user}`;
  const happenedAt = clock.now();
  const events = facts.map((fact, index) => ({
    ...fact,
    id: index === 0 ? requestId : newEventId(),
    happenedAt,
    actor,
    witness: null,
  }));
  const saved = log.append([{ stream, after: log.position(stream), events }], beside);
  return saved.ok ? ok(null) : saved;
}
