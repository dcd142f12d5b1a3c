import { type SessionOutcome, sessionOutcome } from '../../core/session/outcome.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadSession } from './sessionSteps.ts';

/** What a session came to so far. A finished one is looked up, any other is made from its events. */
export function outcomeOf(record: OpenRecord, id: string): SessionOutcome | undefined {
  const kept = record.tables.outcome(id);
  if (kept) return kept;
  const session = loadSession(record, id)?.session;
  return session && sessionOutcome(session);
}
