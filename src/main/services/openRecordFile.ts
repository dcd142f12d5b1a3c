import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import { type Anchor, anchorFile, createAnchor } from '../eventLog/anchor.ts';
import { createCredentialTable } from '../eventLog/credentialTable.ts';
import { createEventLog } from '../eventLog/eventLog.ts';
import { openDatabase } from '../eventLog/openDatabase.ts';
import { createIdentity } from '../identity/identity.ts';
import type { Paths } from '../paths.ts';
import { projectEvent } from '../projections/projectEvent.ts';
import { createReadTables } from '../projections/readTables.ts';
import { ensureProjections } from '../projections/tables.ts';
import { createSetClock } from '../setClock.ts';
import { createLibraryShelf } from './libraryShelf.ts';
import type { OpenRecord } from './openRecord.ts';
import { seedTraining } from './training/seedTraining.ts';
import { readWorkstation } from './workstations.ts';

export type RecordParts = {
  readonly kind: OpenRecord['kind'];
  readonly file: string;
  readonly clock: Clock;
  readonly paths: Paths;
  readonly version: string;
  /** False while a record is being made beside its place: there is nothing yet to hold it against. */
  readonly anchored?: boolean;
};

const UNANCHORED: Anchor = { schedule: () => undefined, write: () => undefined };

/** Opens a record file and puts together everything a service works with. Throws a `StartFailure`. */
export function openRecordFile(parts: RecordParts): OpenRecord {
  const { kind, file, clock, paths, version, anchored = true } = parts;
  const database = openDatabase(file);
  ensureProjections(database);
  const log = createEventLog({
    database,
    clock,
    workstation: 'W1',
    appVersion: version,
    project: projectEvent,
  });
  const tables = createReadTables(database);
  const identity = createIdentity({ log, tables, credentials: createCredentialTable(database), clock });
  const anchor = anchored
    ? createAnchor(anchorFile(paths.config, file), log.head, () => undefined)
    : UNANCHORED;
  log.onCommitted(() => anchor.schedule());
  const library = createLibraryShelf(log, clock);
  return {
    kind,
    file,
    log,
    tables,
    identity,
    library,
    clock,
    anchor,
    paths,
    workstation: () => readWorkstation(log),
  };
}

/** Closes a record; its head is anchored last. */
export function closeRecord(record: OpenRecord): void {
  record.anchor.write();
  record.log.close();
}

/** Makes the training clinic's file if it is not there yet, on a clock set to its invented past. */
export async function ensureTrainingFile(parts: RecordParts): Promise<void> {
  if (existsSync(parts.file)) return;
  const { clock } = parts;
  const past = createSetClock(clock.now(), clock.zone(), 'training-past');
  await makeRecordFile({ ...parts, clock: past }, (record) => seedTraining(record, past, clock.now()));
}

/**
 * Makes a record file beside its place and puts it there when it is whole, so that a start that is broken off
 * leaves no half record.
 */
export async function makeRecordFile(
  parts: RecordParts,
  fill: (record: OpenRecord) => Promise<void>,
): Promise<void> {
  const file = `${parts.file}.new`;
  for (const leftover of [file, `${file}-wal`, `${file}-shm`]) rmSync(leftover, { force: true });
  const record = openRecordFile({ ...parts, file, anchored: false });
  try {
    await fill(record);
  } finally {
    record.log.close();
  }
  renameSync(file, parts.file);
}
