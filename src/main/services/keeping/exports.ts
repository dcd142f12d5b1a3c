import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Failure } from '../../../contract/failures.ts';
import type { ChosenExport, Restored } from '../../../contract/views/keeping.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../../core/session/roles.ts';
import { type Backup, checkWholeInSlices } from '../../eventLog/backupFile.ts';
import { fileStamp } from '../../eventLog/damagedFile.ts';
import type { Head } from '../../eventLog/eventLog.ts';
import { NotOpened, openSealed, sealFile } from '../../eventLog/sealedFile.ts';
import { holdAgainst } from '../../eventLog/verifyLog.ts';
import { SHORTEST_PASSPHRASE } from '../../identity/secretRules.ts';
import type { Shell } from '../../shell/shell.ts';
import type { OpenRecord } from '../openRecord.ts';
import { calendarDay } from '../patients.ts';
import { recordWorkstationFact } from '../workstations.ts';
import type { IncomingExport } from './incomingExport.ts';

/** Without its point, as a dialog takes it. */
export const EXPORT_EXTENSION = 'infusiondesk';
const ENDING = `.${EXPORT_EXTENSION}`;

type By = { readonly requestId: string; readonly actor: Actor; readonly passphrase: string };

/** Exports in the folder of documents, the newest first. */
export function exportNames({ paths }: OpenRecord): readonly string[] {
  if (!existsSync(paths.documents)) return [];
  return readdirSync(paths.documents)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .reverse();
}

/** A backup, encrypted with a passphrase, where the person wants it; and the fact that it left. */
export async function exportBackup(
  record: OpenRecord,
  shell: Shell,
  { seq, hash, file }: Backup,
  { requestId, actor, passphrase }: By,
): Promise<Result<{ readonly path: string }, Failure>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) return err({ kind: 'weakSecret', need: 'passphraseLength' });
  const folder = record.paths.documents;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = await shell.chooseSavePath(folder, exportName(record));
    if (path === null) return err({ kind: 'notExported', why: 'noPlace' });
    await sealFile(file, path, passphrase);
    const told = recordWorkstationFact(
      record,
      { type: 'RecordExported', version: 1, data: { head: { seq, hash }, file: basename(path) } },
      { id: requestId, actor: actor.id },
    );
    // Sent again, it is exported again: no copy of a record lies anywhere of which the record knows nothing.
    if (!told.ok) rmSync(path, { force: true });
    return told.ok ? ok({ path }) : told;
  } catch {
    return err({ kind: 'notExported', why: 'notWritten' });
  }
}

/**
 * Opens an export beside the record, into a new file; the record itself is never replaced. Checked to the last seal,
 * held against the record, and recorded.
 */
export async function restoreBeside(
  record: OpenRecord,
  sealed: string,
  { requestId, actor, passphrase }: By,
): Promise<Result<Restored, Failure>> {
  const path = freshPlace(record);
  try {
    await openSealed(sealed, path, passphrase);
  } catch (error) {
    return err({ kind: 'exportNotOpened', why: whyNotOpened(error) });
  }
  const report = await checkWholeInSlices(path);
  if (!report.whole) {
    rmSync(path, { force: true });
    return err({ kind: 'exportNotOpened', why: 'passphraseOrDamaged' });
  }
  const { head } = report;
  const gap = gapTo(record, head);
  const told = recordWorkstationFact(
    record,
    { type: 'RecordRestored', version: 1, data: { head, file: basename(path), ...gap } },
    { id: requestId, actor: actor.id },
  );
  // Sent again, it is opened again: no second copy of a record stays where nobody was told of the first.
  if (!told.ok) rmSync(path, { force: true });
  return told.ok ? ok({ path, events: head.seq, ...gap }) : told;
}

/** Where the chosen export lies: in the folder of documents, or where it was chosen, or handed over to. */
export function exportFile(
  record: OpenRecord,
  incoming: IncomingExport,
  chosen: ChosenExport,
): Result<string, Failure> {
  if (chosen.from === 'elsewhere') {
    const path = incoming.path(chosen.file);
    return path === undefined ? err({ kind: 'exportNotOpened', why: 'gone' }) : ok(path);
  }
  return exportNames(record).includes(chosen.name)
    ? ok(join(record.paths.documents, chosen.name))
    : err({ kind: 'exportNotOpened', why: 'notSealed' });
}

function whyNotOpened(error: unknown): 'notSealed' | 'passphraseOrDamaged' | 'noRoom' {
  if (error instanceof NotOpened) return error.why;
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return isFull ? 'noRoom' : 'passphraseOrDamaged';
}

/** How an opened export stands to the record that is open. */
function gapTo({ log }: OpenRecord, head: Head): Pick<Restored, 'isOfThisRecord' | 'missing'> {
  const isOfThisRecord = holdAgainst(log.database, head) === 'holds';
  return { isOfThisRecord, missing: isOfThisRecord ? log.head().seq - head.seq : 0 };
}

function freshPlace({ file, clock }: OpenRecord): string {
  const stem = join(dirname(file), `${basename(file, '.db')}.restored-${fileStamp(clock.now())}`);
  let path = `${stem}.db`;
  for (let copy = 2; existsSync(path); copy += 1) path = `${stem}-${copy}.db`;
  return path;
}

/** `Tide Clinic 2025-11-14.infusiondesk` */
function exportName(record: OpenRecord): string {
  const day = calendarDay(record.clock.now(), record.clock.zone());
  const training = record.kind === 'training' ? 'TRAINING ' : '';
  const clinic = record.workstation()?.clinic ?? '';
  return `${training}${clinic} ${day}${ENDING}`.replace(/[/\\:*?"<>|]/g, '-');
}
