import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../contract/failures.ts';
import { err, type Result } from '../../../core/result.ts';
import type { Actor } from '../../../core/session/roles.ts';
import {
  type Backup,
  checkWholeInSlices,
  discountBackup,
  placeBackupBeside,
} from '../../eventLog/backupFile.ts';
import { openDatabase } from '../../eventLog/openDatabase.ts';
import { ensureProjections } from '../../projections/tables.ts';
import type { OpenRecord } from '../openRecord.ts';
import { recordWorkstationFact } from '../workstations.ts';

type By = { readonly requestId: string; readonly actor: Actor };

/**
 * Takes the newest backup as if it were needed: into a place of its own, opened for writing, read tables and all,
 * checked to the last seal. What came out is recorded; a bad one counts no more.
 */
export async function drillRestore(
  record: OpenRecord,
  backup: Backup | null,
  { requestId, actor }: By,
): Promise<Result<null, Failure>> {
  if (!backup) return err({ kind: 'noBackup' });
  const fault = await faultOf(record, backup);
  if (fault !== null) discountBackup(backup);
  const { seq, hash, madeAt } = backup;
  return recordWorkstationFact(
    record,
    { type: 'RestoreDrillDone', version: 1, data: { backup: { seq, hash }, madeAt, fault } },
    { id: requestId, actor: actor.id },
  );
}

const LONGEST_FAULT = 200;

async function faultOf(record: OpenRecord, backup: Backup): Promise<string | null> {
  const folder = mkdtempSync(join(record.paths.data, 'drill-'));
  try {
    const file = join(folder, 'restored.db');
    await placeBackupBeside(backup, file);
    const database = openDatabase(file);
    try {
      ensureProjections(database);
    } finally {
      database.close();
    }
    const report = await checkWholeInSlices(file);
    if (!report.whole) return report.why.slice(0, LONGEST_FAULT);
    return report.head.hash === backup.hash ? null : 'it does not end with the event it was made with';
  } catch (error) {
    return (error instanceof Error ? error.message : 'it cannot be opened').slice(0, LONGEST_FAULT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
