import type { Batch } from '../../../src/main/eventLog/eventLog.ts';
import { GENESIS } from '../../../src/main/eventLog/eventRow.ts';
import type { OpenRecord } from '../../../src/main/services/openRecord.ts';
import type { Acknowledged } from '../script/judge.ts';

/** Before anything was acknowledged. */
export const NOTHING: Acknowledged = { seq: 0, hash: GENESIS.toString('hex') };

/** True when the program said that it is saved. */
export function saveOnce(record: OpenRecord, save: readonly Batch[]): boolean {
  return record.log.append(save).ok;
}

/** Whether everything that was saved can be read while saving is refused. */
export function canRead({ log, tables }: OpenRecord): boolean {
  try {
    return log.readStreams('').length === log.head().seq && tables.countSessions() >= 0;
  } catch {
    return false;
  }
}
