import type { WorkstationDetails } from '../../contract/events/otherEvents.ts';
import type { WorkstationEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import { PROGRAM } from '../identity/identity.ts';
import type { OpenRecord } from './openRecord.ts';

const STREAM = 'workstation';

/** Name of the clinic, of the workstation, and its chairs; null until it is set up. */
export function readWorkstation(log: EventLog): WorkstationDetails | null {
  const event = log.readStream(STREAM).findLast(({ type, known }) => type === 'WorkstationSetUp' && known);
  return event ? (event.data as WorkstationDetails) : null;
}

export function setUpWorkstation(record: OpenRecord, details: WorkstationDetails): Result<null, Failure> {
  if (record.workstation()) return err({ kind: 'alreadySetUp' });
  return recordWorkstationFact(record, { type: 'WorkstationSetUp', version: 1, data: details });
}

type Recorder = { readonly log: EventLog; readonly clock: Clock };

/** Records a fact of the workstation, by the program itself or by a person. */
export function recordWorkstationFact(
  { log, clock }: Recorder,
  fact: WorkstationEvent,
  by: { readonly id: string; readonly actor: string } = { id: newEventId(), actor: PROGRAM },
): Result<null, Failure> {
  const events = [{ ...fact, ...by, happenedAt: clock.now(), witness: null }];
  const saved = log.append([{ stream: STREAM, after: log.position(STREAM), events }]);
  return saved.ok ? ok(null) : saved;
}
