import type { Database } from 'better-sqlite3';
import type { RecordStanding } from '../../contract/recordStanding.ts';
import { acceptances, acceptedFaults, fingerprint } from './acceptedFaults.ts';
import { isConnectionFault } from './connectionFault.ts';
import type { Head } from './eventLog.ts';
import { versionOf } from './openDatabase.ts';
import { faultsAt, headOf, holdAgainst, tailFaults } from './verifyLog.ts';

/** Seals that are checked at every start; the whole chain is checked on demand. Source: decision 8. */
const TAIL = 1_000;

export type LookAt = {
  /** The head that was seen last; null for none. */
  readonly seen: Head | null;
  /** The damaged files that lie beside the record. */
  readonly aside: readonly string[];
  /** Whether every page is gone through now. */
  readonly pages: boolean;
  /** An event further back that a check of the whole has found not to fit. */
  readonly doubted?: number;
};

/**
 * Looks at a record before anything is written to it: `quick_check` where the pages are due, the last 1,000 seals, then
 * the head that was seen last. What a medical director or an administrator has accepted is not found twice.
 */
export function checkAtOpen(database: Database, look: LookAt): RecordStanding | 'damaged' {
  try {
    if (versionOf(database) === 0) return emptyStanding(look.seen);
    if (look.pages && database.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'damaged';
    return standingOf(database, look);
  } catch (error) {
    if (isConnectionFault(error)) return 'damaged';
    throw error;
  }
}

function emptyStanding(seen: Head | null): RecordStanding {
  return seen && seen.seq > 0 ? { kind: 'endMissing', seen: seen.seq, ends: 0 } : { kind: 'whole' };
}

function standingOf(database: Database, { seen, aside, doubted }: LookAt): RecordStanding {
  const accepted = acceptances(database);
  const ends = headOf(database).seq;
  const unexplained = aside.find((name) => !accepted.some(({ standing }) => isAbout(standing, name)));
  if (unexplained !== undefined)
    return {
      kind: 'fromBackup',
      aside: unexplained,
      ends,
      lastAt: lastAt(database),
      seen: seen?.seq ?? null,
    };
  const isAccepted = acceptedFaults(database);
  const faults = [
    ...(doubted === undefined ? [] : faultsAt(database, doubted)),
    ...tailFaults(database, TAIL),
  ];
  const fault = faults.find((found) => !isAccepted(found));
  if (fault)
    return { kind: 'broken', badSeq: fault.row.seq, ends, why: fault.why, found: fingerprint(fault) };
  if (seen === null) return ends === 0 ? { kind: 'whole' } : { kind: 'unanchored' };
  // Accepted, and stopped before the new head was anchored: the old one is asked about no more.
  if (accepted.some((acceptance) => acceptance.seen?.hash === seen.hash)) return { kind: 'whole' };
  const held = holdAgainst(database, seen);
  if (held === 'cut') return { kind: 'endMissing', seen: seen.seq, ends };
  return held === 'rewritten' ? { kind: 'rewritten', seq: seen.seq, ends } : { kind: 'whole' };
}

function isAbout(standing: RecordStanding, name: string): boolean {
  return standing.kind === 'fromBackup' && standing.aside === name;
}

function lastAt(database: Database): number | null {
  const last = database
    .prepare<[], { recorded_at: number }>('SELECT recorded_at FROM event ORDER BY seq DESC LIMIT 1')
    .get();
  return last?.recorded_at ?? null;
}
