import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import { type SoftLimit, softLimitName, softLimits } from '../../core/library/softLimits.ts';
import type { Authorised } from '../../core/session/countedSession.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';

/** What the orders under one limit are counted by. A limit that was changed is another limit. */
export function tallyId(protocol: string, limit: SoftLimit): string {
  return JSON.stringify([protocol, softLimitName(limit), limit.limit]);
}

/**
 * Counts a signed order once for its protocol and once for every soft limit it was held against, and keeps the reason
 * for each it passed.
 */
export function projectOrder(
  database: Database,
  session: string,
  { id, happenedAt, actor }: Pick<ReadEvent, 'id' | 'happenedAt' | 'actor'>,
  { rules: { protocol }, overrideReasons, breaches }: Authorised,
): void {
  prepared(
    database,
    'INSERT INTO order_tally VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET signed = signed + 1',
  ).run(protocol.id);
  const passed = new Set(breaches.map((breach) => tallyId(protocol.id, breach)));
  for (const limit of softLimits(protocol)) {
    const tally = tallyId(protocol.id, limit);
    const isPassed = passed.has(tally);
    prepared(
      database,
      `INSERT INTO limit_tally VALUES (?, ?, 1, ?)
       ON CONFLICT (id) DO UPDATE SET signed = signed + 1, passed = passed + excluded.passed`,
    ).run(tally, protocol.id, isPassed ? 1 : 0);
    if (!isPassed) continue;
    const name = softLimitName(limit);
    const reason = overrideReasons.find((given) => given.limit === name)?.reason ?? '';
    prepared(database, 'INSERT INTO limit_passed VALUES (?, ?, ?, ?, ?, ?)').run(
      `${id} ${name}`,
      tally,
      session,
      happenedAt,
      actor,
      reason,
    );
  }
}
