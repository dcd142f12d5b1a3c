import { existsSync, renameSync, rmSync } from 'node:fs';
import { isForReading } from '../../contract/recordStanding.ts';
import type { Clock } from '../clock.ts';
import { type Disk, diskRoom, systemDisk } from '../disk.ts';
import { type Anchor, anchorFile, createAnchor, readAnchor } from '../eventLog/anchor.ts';
import { backupFolder } from '../eventLog/backupFile.ts';
import { letGoBallast } from '../eventLog/ballast.ts';
import { markChecked } from '../eventLog/checkedMark.ts';
import { createCredentialTable } from '../eventLog/credentialTable.ts';
import { createEventLog, type EventLog, type Head } from '../eventLog/eventLog.ts';
import { backUpNow } from '../eventLog/makeBackup.ts';
import { type FoundLater, type Opened, openChecked } from '../eventLog/openChecked.ts';
import { closedOnFailure } from '../eventLog/openDatabase.ts';
import { createIdentity, nobodyPresent, type Presence } from '../identity/identity.ts';
import type { Paths } from '../paths.ts';
import { recordIsThere } from '../profile.ts';
import { projectEvent } from '../projections/projectEvent.ts';
import { createReadTables } from '../projections/readTables.ts';
import { ensureProjections } from '../projections/tables.ts';
import { createSetClock } from '../setClock.ts';
import { createLibraryShelf } from './libraryShelf.ts';
import type { OpenRecord, PageCheck } from './openRecord.ts';
import { settingsReader } from './people/settings.ts';
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
  readonly disk?: Disk;
  /** Who was here when the file had to be opened anew. */
  readonly presence?: Presence;
  /** What was found out about the record while it was open, for which it is opened anew. */
  readonly found?: FoundLater;
};

/** Opens a record file and puts together everything a service works with. Throws a `StartFailure`. */
export function openRecordFile(parts: RecordParts): OpenRecord {
  const { file, clock, paths, anchored = true } = parts;
  const backups = backupFolder(paths.data, file);
  const kept = anchorFile(paths.config, file);
  const seen = anchored ? readAnchor(kept) : null;
  const opened = openChecked({
    file,
    backups,
    seen,
    now: clock.now(),
    beforeMigration: (old) => backUpNow(old, backups, clock.now()),
    ...(parts.found && { found: parts.found }),
  });
  return closedOnFailure(opened.database, file, () => recordOver(parts, opened));
}

/** Everything a service works with, over one open connection. */
function recordOver(parts: RecordParts, { database, standing, pagesDue }: Opened): OpenRecord {
  const { kind, file, clock, paths, version } = parts;
  const { anchored = true, presence = nobodyPresent(), disk = systemDisk } = parts;
  const backups = backupFolder(paths.data, file);
  ensureProjections(database);
  const log = createEventLog({
    database,
    clock,
    workstation: 'W1',
    appVersion: version,
    project: projectEvent,
    forReading: isForReading(standing),
    makeRoom: () => letGoBallast(paths.data),
  });
  const tables = createReadTables(database);
  const credentials = createCredentialTable(database);
  const identity = createIdentity({ log, tables, credentials, clock, presence });
  const anchor = anchorOf(log, anchored ? anchorFile(paths.config, file) : null);
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
    presence,
    backups,
    pages: pageCheck(pagesDue),
    room: () => diskRoom(disk, paths.data),
    standing: () => (isForReading(standing) && !log.isForReading() ? { kind: 'whole' } : standing),
    settings: settingsReader(log),
    workstation: () => readWorkstation(log),
  };
}

/**
 * The anchor of a log. While the record is open for reading it stays as it is: it is what the record is held against
 * until somebody has recorded what happened.
 */
function anchorOf(log: EventLog, file: string | null): Anchor {
  if (file === null) return { schedule: () => undefined, write: () => undefined };
  const anchor = createAnchor(file, log.head, () => undefined);
  const mayWrite = (): boolean => log.isOpen() && !log.isForReading();
  return {
    schedule: () => (mayWrite() ? anchor.schedule() : undefined),
    write: () => (mayWrite() ? anchor.write() : undefined),
  };
}

function pageCheck(pagesDue: boolean): PageCheck {
  let isDue = pagesDue;
  return {
    isDue: () => isDue,
    done: () => {
      isDue = false;
    },
    doubt: () => {
      isDue = true;
    },
  };
}

/** Closes a record; its head is anchored last, and that its pages were gone through is noted beside it. */
export function closeRecord(record: OpenRecord): void {
  const isSound = !record.log.isForReading() && !record.pages.isDue();
  record.anchor.write();
  record.log.close();
  if (isSound) markChecked(record.file);
}

/** Makes the training clinic's file if it is not there yet, on a clock set to its invented past. */
export async function ensureTrainingFile(parts: RecordParts): Promise<void> {
  if (recordIsThere(parts.file)) return;
  const { clock } = parts;
  const past = createSetClock(clock.now(), clock.zone(), 'training-past');
  // The head of an older training clinic says nothing about the one that is made now.
  rmSync(anchorFile(parts.paths.config, parts.file), { force: true });
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
    anchorFirstHead(parts, record.log.head());
  } finally {
    record.log.close();
  }
  renameSync(file, parts.file);
}

/** A new record is anchored before it is opened. A head that is kept already is left: a record has gone missing. */
function anchorFirstHead({ paths, file }: RecordParts, head: Head): void {
  const kept = anchorFile(paths.config, file);
  if (!existsSync(kept))
    createAnchor(
      kept,
      () => head,
      () => undefined,
    ).write();
}
