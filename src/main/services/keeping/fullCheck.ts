import type { Failure } from '../../../contract/failures.ts';
import type { FullCheck } from '../../../contract/views/keeping.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { verifyInSlices } from '../../eventLog/verifyInSlices.ts';
import type { OpenRecord } from '../openRecord.ts';

/** The check of a whole record, one at a time. */
export type FullChecker = {
  /** Checks every event on the record's own connection, in slices. `tell` hears how far it is. */
  check(record: OpenRecord, tell: (checked: number, of: number) => void): Promise<Result<FullCheck, Failure>>;
  /** Ends the check that is running, between two slices. */
  stop(): void;
};

/** A window that hears of every slice has no time for anything else. */
const TOLD_EVERY_MILLISECONDS = 100;

export function createFullChecker(): FullChecker {
  let run = 0;
  return {
    async check({ log }, tell) {
      run += 1;
      const own = run;
      const of = log.head().seq;
      let told = Number.NEGATIVE_INFINITY;
      const found = await verifyInSlices(log.database, {
        onSlice: (checked) => {
          if (performance.now() - told < TOLD_EVERY_MILLISECONDS) return;
          told = performance.now();
          tell(checked, Math.max(of, checked));
        },
        isStopped: () => own !== run,
      });
      if (found === null) return err({ kind: 'checkStopped' });
      if (found.whole) return ok({ kind: 'whole', events: found.events });
      return ok({ kind: 'broken', badSeq: found.badSeq, why: found.why });
    },
    stop() {
      run += 1;
    },
  };
}
