import type { Database } from 'better-sqlite3';
import type { Head } from './eventLog.ts';
import { type EventRow, GENESIS, sealOf } from './eventRow.ts';

/** What a check of the chain found. */
export type ChainReport =
  | { readonly whole: true; readonly events: number; readonly head: Head }
  | { readonly whole: false; readonly events: number; readonly badSeq: number; readonly why: string };

/**
 * Walks the whole chain: numbers without a gap, each event sealed to the one before it, each stream in order.
 * Names the first event that does not fit. A cut tail cannot be seen here; the anchor is for that.
 */
export function verifyChain(database: Database): ChainReport {
  const positions = new Map<string, number>();
  let head: { seq: number; hash: Buffer } = { seq: 0, hash: GENESIS };
  const rows = database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').iterate();
  for (const row of rows) {
    const why = faultOf(row, head, positions);
    if (why !== undefined) return { whole: false, events: head.seq, badSeq: row.seq, why };
    positions.set(row.stream, row.stream_seq);
    head = row;
  }
  return { whole: true, events: head.seq, head: { seq: head.seq, hash: head.hash.toString('hex') } };
}

function faultOf(
  row: EventRow,
  before: { readonly seq: number; readonly hash: Buffer },
  positions: ReadonlyMap<string, number>,
): string | undefined {
  if (row.seq !== before.seq + 1) return `follows event ${before.seq}, so events between them are missing`;
  if (!row.prev.equals(before.hash)) return 'is not sealed to the event before it';
  if (!sealOf(row.prev, row).equals(row.hash)) return 'has been changed: its seal does not fit its content';
  const expected = (positions.get(row.stream) ?? 0) + 1;
  if (row.stream_seq !== expected)
    return `is number ${row.stream_seq} of ${row.stream} where ${expected} belongs`;
  return undefined;
}

/** The seal of one event, to hold an anchor against. Null when the log does not reach it. */
export function sealAt(database: Database, seq: number): string | null {
  const row = database
    .prepare<[number], Pick<EventRow, 'hash'>>('SELECT hash FROM event WHERE seq = ?')
    .get(seq);
  return row ? row.hash.toString('hex') : null;
}
