import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { OpenRecord } from '../openRecord.ts';
import type { By } from '../people/staff.ts';
import { recordWorkstationFact } from '../workstations.ts';

/** “That was me”: the person who pressed a key on a locked desk, once they are known. Nobody takes it from them. */
export function claimPress(
  record: OpenRecord,
  { requestId, actor }: By,
  event: string,
): Result<null, Failure> {
  if (record.log.hasEvent(requestId)) return ok(null);
  const row = record.tables.unidentified().find(({ id }) => id === event);
  if (!row || row.claimed_by !== null) return err({ kind: 'nothingToAnswer' });
  return recordWorkstationFact(
    record,
    { type: 'PressClaimed', version: 1, data: { event } },
    { id: requestId, actor: actor.id },
  );
}
