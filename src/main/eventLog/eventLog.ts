import Sqlite, { type Database } from 'better-sqlite3';
import { type ReadEvent, readEvent, type StoredEvent } from '../../contract/events/storedEvent.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Clock } from '../clock.ts';
import { canonicalJson } from './canonicalJson.ts';
import { isConnectionFault } from './connectionFault.ts';
import { type EventRow, eventFromRow, GENESIS, sealOf, type UnsealedRow } from './eventRow.ts';
import { headOf } from './verifyLog.ts';

/** A fact to be written. Its id is made by whoever causes it, before the first try. */
export type NewEvent = {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  readonly happenedAt: number;
  readonly actor: string;
  readonly witness: string | null;
  readonly library?: string | null;
};

/** Facts for one stream, and where that stream stood when they were decided. */
export type Batch = { readonly stream: string; readonly after: number; readonly events: readonly NewEvent[] };

/** `roomMade`: the disk was full, and the room that was kept for that is free now. */
type NotSaved = 'diskFull' | 'roomMade' | 'busy' | 'fault';

export type AppendFailure =
  /** Somebody else's event came first: decide again on what is there now. */
  | { readonly kind: 'changedMeanwhile' }
  /** The disk or the file refused. Nothing was acknowledged, and nothing is tried again by itself. */
  | { readonly kind: 'notSaved'; readonly why: NotSaved }
  /** Something is wrong with the record, and nobody has recorded yet what happened. */
  | { readonly kind: 'openForReading' };

export type Head = { readonly seq: number; readonly hash: string };

/** Keeps a read table in step, inside the transaction of the append. */
export type Projector = (database: Database, event: ReadEvent) => void;

export type EventLog = {
  /**
   * Writes facts, all or none. Resolves an event id it has seen before to what was stored then, so a request sent
   * twice is stored once. When it answers ok the commit is durable. What stands beside the log and may not part from
   * the facts (a secret's hash) is written by `beside` in the same transaction.
   */
  append(batches: readonly Batch[], beside?: () => void): Result<readonly StoredEvent[], AppendFailure>;
  readStream(stream: string): readonly ReadEvent[];
  /** How many events a stream has. */
  position(stream: string): number;
  /** Every event of streams whose name begins so, in log order. */
  readStreams(prefix: string): readonly ReadEvent[];
  hasEvent(id: string): boolean;
  head(): Head;
  /** The latest wall clock among the newest events, or null for an empty log. */
  lastRecordedAt(): number | null;
  /** The one connection, for the projections' own tables. */
  readonly database: Database;
  onCommitted(listener: (events: readonly StoredEvent[]) => void): void;
  /** True until the acceptance of what is wrong with the record is written: the one fact that is let through. */
  isForReading(): boolean;
  /** From now on nothing is acknowledged: the file is damaged, and is about to be opened anew. */
  hold(): void;
  /** Told when a fault of the disk has closed the connection under an append. */
  onBroken(listener: () => void): void;
  /** False after `close` and after a fault: nothing can then be read or written through this log. */
  isOpen(): boolean;
  close(): void;
};

export type EventLogParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly workstation: string;
  readonly appVersion: string;
  readonly project: Projector;
  /** Opens for reading: every append but the acceptance is refused. */
  readonly forReading?: boolean;
  /** Lets go the room that is kept for a full disk; false when there is none. */
  readonly makeRoom?: () => boolean;
};

/** The one fact that is written to a record which is open for reading. Source: decision 8. */
const ACCEPTANCE = 'RecordStandingAccepted';

const INSERT = `INSERT INTO event VALUES (
  @seq, @id, @workstation, @stream, @stream_seq, @type, @version, @happened_at, @zone, @recorded_at, @monotonic,
  @boot, @actor, @witness, @data, @library, @app_version, @prev, @hash)`;

/** The append-only log over one open database. */
export function createEventLog(parts: EventLogParts): EventLog {
  const { database } = parts;
  const listeners: ((events: readonly StoredEvent[]) => void)[] = [];
  const brokenListeners: (() => void)[] = [];
  let forReading = parts.forReading ?? false;
  let held = false;
  const makeRoom = parts.makeRoom ?? (() => false);
  const streamRows = database.prepare<[string], EventRow>(
    'SELECT * FROM event WHERE stream = ? ORDER BY stream_seq',
  );
  const prefixRows = database.prepare<[string, string], EventRow>(
    'SELECT * FROM event WHERE stream >= ? AND stream < ? ORDER BY seq',
  );
  // The last row alone would hide a clock that was set back just before it.
  const latest = database.prepare<[], { latest: number | null }>(
    'SELECT max(recorded_at) AS latest FROM (SELECT recorded_at FROM event ORDER BY seq DESC LIMIT 1000)',
  );
  const byId = database.prepare<[string], EventRow>('SELECT * FROM event WHERE id = ?');
  const position = preparePosition(database);
  const write = appender(parts);
  /** A connection that failed is not used again: what the disk has is found out by opening the file anew. */
  const giveUp = (): void => {
    database.close();
    for (const listener of brokenListeners) listener();
  };
  return {
    database,
    append(batches, beside) {
      if (!database.open || held) return err({ kind: 'notSaved', why: 'fault' });
      if (forReading && !isAcceptance(batches)) return err({ kind: 'openForReading' });
      const written = tried(() => write(batches, beside), giveUp, makeRoom);
      if (!written.ok) return written;
      forReading = false;
      if (written.value.fresh) for (const listener of listeners) listener(written.value.events);
      return ok(written.value.events);
    },
    position: (stream) => position(stream),
    readStream: (stream) => streamRows.all(stream).map((row) => readEvent(eventFromRow(row))),
    readStreams: (prefix) =>
      prefixRows.all(prefix, `${prefix}\u{10ffff}`).map((row) => readEvent(eventFromRow(row))),
    hasEvent: (id) => byId.get(id) !== undefined,
    head: () => headOf(database),
    lastRecordedAt: () => latest.get()?.latest ?? null,
    onCommitted: (listener) => {
      listeners.push(listener);
    },
    isForReading: () => forReading,
    hold: () => {
      held = true;
    },
    onBroken: (listener) => {
      brokenListeners.push(listener);
    },
    isOpen: () => database.open,
    close: () => database.close(),
  };
}

function isAcceptance(batches: readonly Batch[]): boolean {
  return batches.every(({ events }) => events.every(({ type }) => type === ACCEPTANCE));
}

function preparePosition(database: Database): (stream: string) => number {
  const select = database.prepare<[string], { position: number | null }>(
    'SELECT max(stream_seq) AS position FROM event WHERE stream = ?',
  );
  return (stream) => select.get(stream)?.position ?? 0;
}

class StreamHasMoved extends Error {}

type Written = { readonly events: readonly StoredEvent[]; readonly fresh: boolean };

function appender({ database, clock, workstation, appVersion, project }: EventLogParts) {
  const insert = database.prepare(INSERT);
  const byId = database.prepare<[string], EventRow>('SELECT * FROM event WHERE id = ?');
  const last = database.prepare<[], Pick<EventRow, 'seq' | 'hash'>>(
    'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1',
  );
  const position = preparePosition(database);
  const inTransaction = database.transaction((batches: readonly Batch[], beside?: () => void): Written => {
    const first = batches[0]?.events[0];
    const earlier = first && byId.get(first.id);
    if (earlier) return { events: [eventFromRow(earlier)], fresh: false };
    const stamp = {
      zone: clock.zone(),
      recorded_at: clock.now(),
      monotonic: clock.counter(),
      boot: clock.boot,
    };
    // The head is read inside the transaction, so two writers could not fork the chain.
    let head = last.get() ?? { seq: 0, hash: GENESIS };
    const events: StoredEvent[] = [];
    for (const { stream, after, events: news } of batches) {
      if (position(stream) !== after) throw new StreamHasMoved();
      for (const [index, event] of news.entries()) {
        const unsealed: UnsealedRow = {
          ...stamp,
          seq: head.seq + 1,
          id: event.id,
          workstation,
          stream,
          stream_seq: after + index + 1,
          type: event.type,
          version: event.version,
          happened_at: event.happenedAt,
          actor: event.actor,
          witness: event.witness,
          data: canonicalJson(event.data),
          library: event.library ?? null,
          app_version: appVersion,
        };
        const row: EventRow = { ...unsealed, prev: head.hash, hash: sealOf(head.hash, unsealed) };
        insert.run(row);
        const stored = eventFromRow(row);
        project(database, readEvent(stored));
        events.push(stored);
        head = row;
      }
    }
    beside?.();
    return { events, fresh: true };
  });
  return (batches: readonly Batch[], beside?: () => void): Written =>
    inTransaction.immediate(batches, beside);
}

function tried(
  act: () => Written,
  giveUp: () => void,
  makeRoom: () => boolean,
): Result<Written, AppendFailure> {
  try {
    return ok(act());
  } catch (error) {
    if (error instanceof StreamHasMoved) return err({ kind: 'changedMeanwhile' });
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    if (isConnectionFault(error)) giveUp();
    return err({ kind: 'notSaved', why: whyNotSaved(error.code, makeRoom) });
  }
}

function whyNotSaved(code: string, makeRoom: () => boolean): NotSaved {
  if (code === 'SQLITE_FULL') return makeRoom() ? 'roomMade' : 'diskFull';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy';
  return 'fault';
}
