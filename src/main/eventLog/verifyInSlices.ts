import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { acceptedFaults } from './acceptedFaults.ts';
import type { EventRow } from './eventRow.ts';
import { type ChainReport, walkChain } from './verifyLog.ts';

/** A slice ends at the first page after this time, so that a press or a save waits no longer than 8 ms. */
const SLICE_MILLISECONDS = 2;
/** Events of one page: less than half a millisecond, also on a slow machine. */
const PAGE = 16;

export type Slices = {
  /** Events checked so far; told after every slice. */
  readonly onSlice?: (checked: number) => void;
  /** Asked between two slices; true ends the check without a finding. */
  readonly isStopped?: () => boolean;
};

/**
 * Checks a whole chain on the connection it is used on, in slices between which everything else goes on. Faults that
 * were accepted are passed over. Null when it was stopped.
 */
export async function verifyInSlices(
  database: Database,
  { onSlice = () => undefined, isStopped = () => false }: Slices = {},
): Promise<ChainReport | null> {
  const isAccepted = acceptedFaults(database);
  const walk = walkChain();
  const page = database.prepare<[number], EventRow>(
    `SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
  );
  for (;;) {
    const until = performance.now() + SLICE_MILLISECONDS;
    do {
      const rows = page.all(walk.last().seq);
      if (rows.length === 0) return whole(walk.last());
      const before = walk.last().seq;
      for (const row of rows) {
        const fault = walk.take(row);
        if (fault && !isAccepted(fault))
          return { whole: false, events: before, badSeq: row.seq, why: fault.why };
      }
    } while (performance.now() < until);
    onSlice(walk.last().seq);
    await setImmediate();
    if (isStopped() || !database.open) return null;
  }
}

function whole({ seq, hash }: { readonly seq: number; readonly hash: Buffer }): ChainReport {
  return { whole: true, events: seq, head: { seq, hash: hash.toString('hex') } };
}
