import { rmSync } from 'node:fs';
import { placeBackupBeside, soundBackupInSlices } from '../../eventLog/backupFile.ts';
import type { Doubt } from '../../eventLog/doubt.ts';
import type { FoundLater } from '../../eventLog/openChecked.ts';
import { StartFailure } from '../../startFailure.ts';
import type { OpenRecord } from '../openRecord.ts';
import { openRecordFile, type RecordParts } from '../openRecordFile.ts';

/**
 * Opens a doubted record anew, as a start would that finds the same; from the first moment on nothing is acknowledged
 * any more. While the newest good backup of a damaged one is looked for, checked once more and copied beside it, the
 * record is read as before. Null where it was closed meanwhile: the next start goes through it. A `StartFailure` where
 * there is no good backup, or no room for it: the record then stays where it is, closed.
 */
export async function openAnew(
  record: OpenRecord,
  doubt: Doubt,
  parts: RecordParts,
  isStillOpen: () => boolean,
): Promise<OpenRecord | StartFailure | null> {
  // The head it has reached, so that the stretch that is lost can be stated.
  record.anchor.write();
  record.log.hold();
  record.pages.doubt();
  const found = await readyFor(record, doubt);
  if (!isStillOpen() || !record.log.isOpen()) {
    letGo(found);
    return null;
  }
  if (found.kind === 'broken') record.log.close();
  try {
    return openRecordFile({ ...parts, found });
  } catch (error) {
    if (error instanceof StartFailure) return error;
    throw error;
  }
}

async function readyFor(record: OpenRecord, doubt: Doubt): Promise<FoundLater> {
  if (doubt.kind === 'broken') return doubt;
  return { kind: 'damaged', database: record.log.database, ready: await copiedBackup(record) };
}

async function copiedBackup({ backups, file }: OpenRecord): Promise<string | null> {
  const backup = await soundBackupInSlices(backups);
  if (!backup) return null;
  const place = `${file}.from-backup`;
  rmSync(place, { force: true });
  try {
    await placeBackupBeside(backup, place);
    return place;
  } catch {
    return null;
  }
}

function letGo(found: FoundLater): void {
  if (found.kind === 'damaged' && found.ready !== null) rmSync(found.ready, { force: true });
}
