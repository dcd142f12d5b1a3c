import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import {
  type Backup,
  type BackupReport,
  checkWhole,
  checkWholeInSlices,
  countBackup,
  syncFile,
} from './backupFile.ts';
import { copyInSteps } from './copyInSteps.ts';
import { fileStamp } from './damagedFile.ts';

/** A backup that did not come out whole. Nothing was counted; what is wrong is said in words. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
  readonly report: Extract<BackupReport, { readonly whole: false }>;

  constructor(report: Extract<BackupReport, { readonly whole: false }>) {
    super(report.why);
    this.report = report;
  }
}

/**
 * Copies an open record on its own connection, in steps between which it is written to as always, and counts the copy
 * only after it was opened anew and checked to the last seal. Throws when it is not whole or cannot be written;
 * nothing of it then stays.
 */
export async function makeBackup(database: Database, folder: string, madeAt: number): Promise<Backup> {
  const file = freshFile(folder, madeAt);
  const beside = `${file}.new`;
  try {
    await copyInSteps(database, beside);
    withoutJournal(beside);
    await syncFile(beside);
    return counted(await checkWholeInSlices(beside), { beside, file, madeAt });
  } catch (error) {
    for (const side of ['', '-journal', '-wal', '-shm']) rmSync(beside + side, { force: true });
    throw error;
  }
}

/** The same in one go, before a migration: nobody waits and nothing is recorded yet. */
export function backUpNow(database: Database, folder: string, madeAt: number): Backup {
  const file = freshFile(folder, madeAt);
  const beside = `${file}.new`;
  database.prepare('VACUUM INTO ?').run(beside);
  withoutJournal(beside);
  syncNow(beside);
  return counted(checkWhole(beside), { beside, file, madeAt });
}

/** A name that is not taken. What a backup that was broken off left behind is taken away; it never counted. */
function freshFile(folder: string, madeAt: number): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = join(folder, fileStamp(madeAt));
  let file = `${stem}.db`;
  for (let copy = 2; existsSync(file); copy += 1) file = `${stem}-${copy}.db`;
  for (const name of readdirSync(folder)) if (name.includes('.new')) rmSync(join(folder, name));
  return file;
}

type Copy = { readonly beside: string; readonly file: string; readonly madeAt: number };

function counted(report: BackupReport, { beside, file, madeAt }: Copy): Backup {
  if (!report.whole) throw new BackupFailed(report);
  renameSync(beside, file);
  const backup = { ...report.head, madeAt, file };
  countBackup(backup);
  return backup;
}

/** One file without a journal, readable by this user alone. */
function withoutJournal(file: string): void {
  chmodSync(file, 0o600);
  const copy = new Sqlite(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

function syncNow(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
