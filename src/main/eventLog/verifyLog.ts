import type { Database } from 'better-sqlite3';
import type { Head } from './eventLog.ts';
import { type EventRow, GENESIS, sealOf } from './eventRow.ts';

/** What a check of the chain found. */
export type ChainReport =
  | { readonly whole: true; readonly events: number; readonly head: Head }
  | { readonly whole: false; readonly events: number; readonly badSeq: number; readonly why: string };

/** What does not fit, at which event. */
export type ChainFault = { readonly row: EventRow; readonly why: string };

/** Walks a chain event by event, wherever it begins. */
export type ChainWalk = {
  /** Takes the next event; what does not fit is answered, and the walk goes on from that event as it is. */
  take(row: EventRow): ChainFault | undefined;
  /** The event taken last. */
  last(): { readonly seq: number; readonly hash: Buffer };
};

/**
 * Numbers without a gap, each event sealed to the one before it, each stream in order. `before` is the event in front
 * of the first one taken; in a walk from the middle the first event of each stream there gives its order.
 */
export function walkChain(before?: { readonly seq: number; readonly hash: Buffer }): ChainWalk {
  const positions = new Map<string, number>();
  const isWhole = before === undefined;
  let head = before ?? { seq: 0, hash: GENESIS };
  return {
    take(row) {
      const expected = (positions.get(row.stream) ?? (isWhole ? 0 : row.stream_seq - 1)) + 1;
      const why = faultOf(row, head, expected);
      positions.set(row.stream, row.stream_seq);
      head = row;
      return why === undefined ? undefined : { row, why };
    },
    last: () => head,
  };
}

/**
 * Walks the whole chain and names the first event that does not fit, but for those accepted. A cut tail cannot be seen here; the anchor is
 * for that.
 */
export function verifyChain(
  database: Database,
  isAccepted: (fault: ChainFault) => boolean = () => false,
): ChainReport {
  const walk = walkChain();
  let events = 0;
  for (const row of database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').iterate()) {
    const fault = walk.take(row);
    if (fault && !isAccepted(fault)) return { whole: false, events, badSeq: row.seq, why: fault.why };
    events = row.seq;
  }
  const { seq, hash } = walk.last();
  return { whole: true, events: seq, head: { seq, hash: hash.toString('hex') } };
}

function faultOf(
  row: EventRow,
  before: { readonly seq: number; readonly hash: Buffer },
  expected: number,
): string | undefined {
  if (row.seq !== before.seq + 1) return `follows event ${before.seq}, so events between them are missing`;
  if (!row.prev.equals(before.hash)) return 'is not sealed to the event before it';
  if (!sealOf(row.prev, row).equals(row.hash)) return 'has been changed: its seal does not fit its content';
  if (row.stream_seq !== expected)
    return `is number ${row.stream_seq} of ${row.stream} where ${expected} belongs`;
  return undefined;
}

/**
 * Every event among the last `count` that does not fit. The event before them is taken as it is, for the whole walk
 * to judge.
 */
export function tailFaults(database: Database, count: number): readonly ChainFault[] {
  const rows = database
    .prepare<[number], EventRow>('SELECT * FROM event ORDER BY seq DESC LIMIT ?')
    .all(count + 1)
    .reverse();
  const isFromFirst = rows.length <= count;
  const walk = isFromFirst ? walkChain() : walkChain(rows[0]);
  return (isFromFirst ? rows : rows.slice(1)).flatMap((row) => walk.take(row) ?? []);
}

/** What does not fit at one event, held against the one before it and the one before it in its stream. */
export function faultsAt(database: Database, seq: number): readonly ChainFault[] {
  const [row, before] = database
    .prepare<[number], EventRow>('SELECT * FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT 2')
    .all(seq);
  if (!row) return [];
  const last = database
    .prepare<[string, number], Pick<EventRow, 'stream_seq'>>(
      'SELECT stream_seq FROM event WHERE stream = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
    )
    .get(row.stream, row.seq);
  const why = faultOf(row, before ?? { seq: 0, hash: GENESIS }, (last?.stream_seq ?? 0) + 1);
  return why === undefined ? [] : [{ row, why }];
}

/** The last event. */
export function headOf(database: Database): Head {
  const last = database
    .prepare<[], Pick<EventRow, 'seq' | 'hash'>>('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
    .get();
  return last
    ? { seq: last.seq, hash: last.hash.toString('hex') }
    : { seq: 0, hash: GENESIS.toString('hex') };
}

/** Whether a log reaches a head that was seen, and has that event. */
export function holdAgainst(database: Database, seen: Head): 'holds' | 'cut' | 'rewritten' {
  if (seen.seq === 0) return 'holds';
  if (seen.seq > headOf(database).seq) return 'cut';
  return sealAt(database, seen.seq) === seen.hash ? 'holds' : 'rewritten';
}

/** The seal of one event, or null when there is no such event. */
export function sealAt(database: Database, seq: number): string | null {
  const row = database
    .prepare<[number], Pick<EventRow, 'hash'>>('SELECT hash FROM event WHERE seq = ?')
    .get(seq);
  return row ? row.hash.toString('hex') : null;
}
