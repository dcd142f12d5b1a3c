import type { WorkstationEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { ok, type Result } from '../../core/result.ts';
import { clockMove, type Gap, wallMoved } from '../../core/session/clockWatch.ts';
import { type ClockReading, readingAt } from '../../core/session/effectiveTime.ts';
import type { InterruptionCause, SessionEvent } from '../../core/session/events.ts';
import type { SessionState } from '../../core/session/session.ts';
import { newEventId } from '../eventId.ts';
import type { Batch } from '../eventLog/eventLog.ts';
import { PROGRAM } from '../identity/identity.ts';
import { readAlive, writeAlive } from '../profile.ts';
import type { OpenRecord } from './openRecord.ts';
import { type LoadedSession, loadSession, newEvents, readClock } from './sessionSteps.ts';
import { WORKSTATION, workstationBatch } from './workstations.ts';

const RUNNING: readonly SessionState[] = ['RUNNING', 'PAUSED'];

/**
 * On opening a record: the start is a fact, a clock that was moved meanwhile is one, and so is, for every session
 * that was running, the time the program was not. What the pump did then is asked; nothing is assumed. Source: UX 2.6.
 */
export function noteStart(record: OpenRecord): Result<null, Failure> {
  const lastAlive = readAlive(record.file);
  const now = readClock(record.clock);
  const last = record.log.readStream(WORKSTATION).at(-1);
  const move = last ? clockMove(readingAt(last), now) : null;
  const alive = last && lastAlive !== null ? lastAlive + wallMoved(readingAt(last), now) : lastAlive;
  const facts: readonly WorkstationEvent[] = [
    { type: 'ProgramStarted', version: 1, data: { lastAlive } },
    ...(move ? [{ type: 'ClockChanged', version: 1, data: move } as const] : []),
  ];
  return writeWithGap(record, { facts: withIds(facts), cause: 'closed', now }, ({ events }) => {
    const lastEvent = events.at(-1);
    const seen = lastEvent ? lastEvent.recordedAt + wallMoved(readingAt(lastEvent), now) : now.now;
    return { from: Math.min(now.now, Math.max(alive ?? seen, seen)), to: now.now };
  });
}

/**
 * The program was open and stood still: a fact of the workstation, and for every session that was running the same
 * question as after a restart. `id` is made when the gap is found, so that trying again writes it once.
 */
export function noteStandstill(record: OpenRecord, gap: Gap, id: string): Result<null, Failure> {
  const facts = [{ fact: { type: 'MachineSlept', version: 1, data: gap } as const, id }];
  const now = readClock(record.clock);
  return writeWithGap(record, { facts, cause: 'stoodStill', now }, () => gap);
}

/** Once a second while an infusion runs, and at close: when the program was last seen. */
export function noteAlive(record: OpenRecord): void {
  if (record.tables.sessionsInStates(RUNNING).length > 0) writeAlive(record.file, record.clock.now());
}

type Noted = {
  readonly facts: Parameters<typeof workstationBatch>[1];
  readonly cause: InterruptionCause;
  readonly now: ClockReading;
};

/** All of it or nothing: the workstation's facts, and the gap in every session that was running. */
function writeWithGap(
  record: OpenRecord,
  { facts, cause, now }: Noted,
  gapIn: (loaded: LoadedSession) => Gap,
): Result<null, Failure> {
  const running = record.tables.sessionsInStates(RUNNING);
  const sessions = running.flatMap(({ id }) => loadSession(record, id) ?? []);
  const found = sessions.map((loaded): Batch => {
    const { id, position, library } = loaded.session;
    const event: SessionEvent = {
      type: 'InterruptionFound',
      version: 2,
      data: { ...gapIn(loaded), cause },
    };
    const step = { requestId: newEventId(), actor: { id: PROGRAM, roles: [] } };
    return {
      stream: `session:${id}`,
      after: position,
      events: newEvents([event], step, now.now, library.hash),
    };
  });
  const saved = record.log.append([workstationBatch(record.log, facts, now.now), ...found]);
  if (!saved.ok) return saved;
  record.anchor.write();
  return ok(null);
}

function withIds(facts: readonly WorkstationEvent[]): Noted['facts'] {
  return facts.map((fact) => ({ fact, id: newEventId() }));
}
