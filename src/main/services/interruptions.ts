import type { Failure } from '../../contract/failures.ts';
import { ok, type Result } from '../../core/result.ts';
import { decided, fact } from '../../core/session/decisions/deciding.ts';
import { openInterruption, type SessionState } from '../../core/session/session.ts';
import { newEventId } from '../eventId.ts';
import { PROGRAM } from '../identity/identity.ts';
import { readAlive, writeAlive } from '../profile.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadSession, takeStep } from './sessionSteps.ts';
import { recordWorkstationFact } from './workstations.ts';

const RUNNING: readonly SessionState[] = ['RUNNING', 'PAUSED'];

/**
 * On opening a record: the start is a fact, and so is, for every session that was running, the time the program
 * was not. What the pump did meanwhile is asked; nothing is assumed. Source: UX 2.6.
 */
export function noteStart(record: OpenRecord): Result<null, Failure> {
  const lastAlive = readAlive(record.file);
  const started = recordWorkstationFact(record, {
    type: 'ProgramStarted',
    version: 1,
    data: { lastAlive },
  });
  if (!started.ok) return started;
  const now = record.clock.now();
  for (const { id } of record.tables.sessionsInStates(RUNNING)) {
    const last = loadSession(record, id)?.events.at(-1)?.recordedAt ?? now;
    const from = Math.min(now, Math.max(lastAlive ?? last, last));
    const step = { session: id, requestId: newEventId(), actor: { id: PROGRAM, roles: [] } };
    const noted = takeStep(record, step, (session) =>
      openInterruption(session) ? decided() : decided(fact('InterruptionFound', { from, to: now })),
    );
    if (!noted.ok) return noted;
  }
  return ok(null);
}

/** Once a second while an infusion runs, and at close: when the program was last seen. */
export function noteAlive(record: OpenRecord): void {
  if (record.tables.sessionsInStates(RUNNING).length > 0) writeAlive(record.file, record.clock.now());
}
