import { hash } from 'node:crypto';
import { type StoredEvent, storedEvent } from '../../contract/events/storedEvent.ts';
import { canonicalJson } from './canonicalJson.ts';

/** A row of the table `event`, in column names. */
export type EventRow = {
  readonly seq: number;
  readonly id: string;
  readonly workstation: string;
  readonly stream: string;
  readonly stream_seq: number;
  readonly type: string;
  readonly version: number;
  readonly happened_at: number;
  readonly zone: string;
  readonly recorded_at: number;
  readonly monotonic: number;
  readonly boot: string;
  readonly actor: string;
  readonly witness: string | null;
  readonly data: string;
  readonly library: string | null;
  readonly app_version: string;
  readonly prev: Buffer;
  readonly hash: Buffer;
};

export type UnsealedRow = Omit<EventRow, 'prev' | 'hash'>;

/** Stands before the first event. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** hash = SHA-256(prev || canonical JSON of every other column). Source: DESIGN 6. */
export function sealOf(prev: Buffer, row: UnsealedRow): Buffer {
  const { seq, id, workstation, stream, stream_seq, type, version, happened_at, zone } = row;
  const { recorded_at, monotonic, boot, actor, witness, data, library, app_version } = row;
  const columns = {
    seq,
    id,
    workstation,
    stream,
    stream_seq,
    type,
    version,
    happened_at,
    zone,
    recorded_at,
    monotonic,
    boot,
    actor,
    witness,
    data,
    library,
    app_version,
  };
  return hash('sha256', Buffer.concat([prev, Buffer.from(canonicalJson(columns))]), 'buffer');
}

/** A row as the rest of the program reads it. */
export function eventFromRow(row: EventRow): StoredEvent {
  return storedEvent.parse({
    seq: row.seq,
    id: row.id,
    workstation: row.workstation,
    stream: row.stream,
    streamSeq: row.stream_seq,
    type: row.type,
    version: row.version,
    happenedAt: row.happened_at,
    zone: row.zone,
    recordedAt: row.recorded_at,
    counter: row.monotonic,
    boot: row.boot,
    actor: row.actor,
    witness: row.witness,
    data: JSON.parse(row.data),
    library: row.library,
    appVersion: row.app_version,
  });
}
