import type { Failure } from '../../contract/failures.ts';
import { SESSION_NEEDS } from '../disk.ts';
import type { OpenRecord } from './openRecord.ts';
import type { Step } from './sessionSteps.ts';

/** Why a session is neither ordered nor started on a disk that may run full while it runs. */
export function diskRefusal(record: OpenRecord, { requestId }: Step): Failure | undefined {
  const { level, megabytes } = record.room();
  if (level !== 'tooLittle' || record.log.hasEvent(requestId)) return undefined;
  return { kind: 'diskTooFull', megabytes, needed: SESSION_NEEDS };
}
