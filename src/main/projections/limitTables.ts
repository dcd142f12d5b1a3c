import type { Database } from '../eventLog/openDatabase.ts';

/** How many orders were signed under a limit, and how many of them passed it. */
export type LimitTally = { readonly id: string; readonly signed: number; readonly passed: number };

/** One order that passed a limit, and why. */
export type LimitPassed = {
  readonly session: string;
  readonly signed_at: number;
  readonly prescriber: string;
  readonly reason: string;
};

/** The questions about limits that signed orders passed. */
export type LimitTables = {
  /** Orders signed under a protocol, whatever its limits were. */
  ordersSigned(protocol: string): number;
  limitTallies(protocol: string): readonly LimitTally[];
  /** Newest first. */
  limitReasons(tally: string, most: number): readonly LimitPassed[];
};

export function createLimitTables(database: Database): LimitTables {
  const signed = database.prepare<[string], { signed: number }>(
    'SELECT signed FROM order_tally WHERE id = ?',
  );
  const tallies = database.prepare<[string], LimitTally>(
    'SELECT id, signed, passed FROM limit_tally WHERE protocol = ?',
  );
  const reasons = database.prepare<[string, number], LimitPassed>(
    `SELECT session, signed_at, prescriber, reason FROM limit_passed WHERE tally = ?
     ORDER BY signed_at DESC, id DESC LIMIT ?`,
  );
  return {
    ordersSigned: (protocol) => signed.get(protocol)?.signed ?? 0,
    limitTallies: (protocol) => tallies.all(protocol),
    limitReasons: (tally, most) => reasons.all(tally, most),
  };
}
