import type { WorkstationDetails } from '../../contract/events/otherEvents.ts';
import type { WorkstationEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { Batch, EventLog } from '../eventLog/eventLog.ts';
import { PROGRAM } from '../identity/identity.ts';
import type { OpenRecord } from './openRecord.ts';

/** The stream of the workstation's own facts. */
export const WORKSTATION = 'workstation';

/** Name of the clinic, of the workstation, and its chairs; null until it is set up. */
export function readWorkstation(log: EventLog): WorkstationDetails | null {
  const event = log
    .readStream(WORKSTATION)
    .findLast(({ type, known }) => type === 'WorkstationSetUp' && known);
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
  const saved = log.append([workstationBatch(log, [{ fact, ...by }], clock.now())]);
  return saved.ok ? ok(null) : saved;
}

/** Facts of the program itself or of a person, to be written alone or with others of the same moment. */
export function workstationBatch(
  log: EventLog,
  facts: readonly { readonly fact: WorkstationEvent; readonly id: string; readonly actor?: string }[],
  happenedAt: number,
): Batch {
  return {
    stream: WORKSTATION,
    after: log.position(WORKSTATION),
    events: facts.map(({ fact, id, actor = PROGRAM }) => ({ ...fact, id, happenedAt, actor, witness: null })),
  };
}
