import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { moment } from '../../contract/primitives.ts';
import { logHead } from '../../contract/recordStanding.ts';
import { type Infer, z } from '../../contract/zod.ts';
import { acceptedFaults } from './acceptedFaults.ts';
import { saysDamaged } from './connectionFault.ts';
import { integrityElsewhere } from './integrityElsewhere.ts';
import { replaceFile } from './replaceFile.ts';
import { verifyInSlices } from './verifyInSlices.ts';
import { type ChainReport, verifyChain } from './verifyLog.ts';

const headText = z.strictObject({ ...logHead.shape, madeAt: moment });

/** A backup that was found good when it was made: its file, the head it ends with, and when it was made. */
export type Backup = Infer<typeof headText> & { readonly file: string };

/** Where the backups of a record lie: `backups/clinic` beside `clinic.db`. */
export function backupFolder(dataFolder: string, recordFile: string): string {
  return join(dataFolder, 'backups', basename(recordFile, '.db'));
}

/** The good backups of a folder, the one that reaches furthest first. One without a head file never counted. */
export function goodBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .flatMap((name) => readBackup(join(folder, name)) ?? [])
    .sort((left, right) => right.seq - left.seq || right.madeAt - left.madeAt);
}

function readBackup(file: string): Backup | undefined {
  try {
    return { ...headText.parse(JSON.parse(readFileSync(headFile(file), 'utf8'))), file };
  } catch {
    return undefined;
  }
}

/** From now on a checked file counts as a backup: its head is written last. */
export function countBackup({ file, ...head }: Backup): void {
  replaceFile(headFile(file), JSON.stringify(head));
}

/** A backup that turned out bad: its file stays, and it counts no more. */
export function discountBackup({ file }: Backup): void {
  renameSync(headFile(file), `${headFile(file)}.bad`);
}

/** Takes a good backup away that newer good ones replace. */
export function removeBackup({ file }: Backup): void {
  rmSync(headFile(file), { force: true });
  rmSync(file, { force: true });
}

/** What a check of a backup found; `isDamage` where SQLite says so of the file, and not only nobody could look. */
export type BackupReport =
  | ChainReport
  | { readonly whole: false; readonly why: string; readonly isDamage: boolean };

/** Opens a backup and checks it to the last seal. An older schema is as good as a new one. */
export function checkWhole(file: string): BackupReport {
  let database: Sqlite.Database | undefined;
  try {
    database = new Sqlite(file, { readonly: true, timeout: 0 });
    const said = database.pragma('integrity_check(1)', { simple: true });
    if (said !== 'ok') return { whole: false, why: String(said), isDamage: true };
    return verifyChain(database, acceptedFaults(database));
  } catch (error) {
    return unread(error);
  } finally {
    database?.close();
  }
}

/** The same without making anybody wait: beside the main thread, and in slices on it. */
export async function checkWholeInSlices(file: string): Promise<BackupReport> {
  const { said, isDamage } = await integrityElsewhere(file);
  if (said !== 'ok') return { whole: false, why: said, isDamage };
  let database: Sqlite.Database | undefined;
  try {
    database = new Sqlite(file, { readonly: true, timeout: 0 });
    const report = await verifyInSlices(database);
    return report ?? { whole: false, why: 'was not checked to the end', isDamage: false };
  } catch (error) {
    return unread(error);
  } finally {
    database?.close();
  }
}

function unread(error: unknown): BackupReport {
  const why = error instanceof Error ? error.message : 'unreadable';
  return { whole: false, why, isDamage: saysDamaged(error) };
}

/** The newest backup that is still good, checked once more. A bad one counts no more and the next is tried. */
export function newestSoundBackup(folder: string): Backup | undefined {
  for (const backup of goodBackups(folder)) {
    const report = checkWhole(backup.file);
    if (report.whole && report.head.hash === backup.hash) return backup;
    discountBackup(backup);
  }
  return undefined;
}

/** The same while work goes on. */
export async function soundBackupInSlices(folder: string): Promise<Backup | undefined> {
  for (const backup of goodBackups(folder)) {
    const report = await checkWholeInSlices(backup.file);
    if (report.whole && report.head.hash === backup.hash) return backup;
    discountBackup(backup);
  }
  return undefined;
}

/** Copies a backup to a place where nothing lies. Throws when something does. */
export function placeBackup({ file }: Backup, place: string): void {
  const beside = `${place}.new`;
  rmSync(beside, { force: true });
  copyFileSync(file, beside, constants.COPYFILE_EXCL);
  const handle = openSync(beside, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  putInPlace(beside, place);
}

/** The same while work goes on: a large file takes seconds to copy and to sync. */
export async function placeBackupBeside({ file }: Backup, place: string): Promise<void> {
  const beside = `${place}.new`;
  await rm(beside, { force: true });
  await copyFile(file, beside, constants.COPYFILE_EXCL);
  await syncFile(beside);
  putInPlace(beside, place);
}

/** Has a file's content on the disk, without making anybody wait. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function putInPlace(beside: string, place: string): void {
  if (existsSync(place)) throw new Error('A restored file never replaces another.');
  renameSync(beside, place);
}

function headFile(file: string): string {
  return `${file}.head`;
}
