import type { Database } from 'better-sqlite3';
import { acceptedFaults } from './acceptedFaults.ts';
import { isConnectionFault, saysDamaged } from './connectionFault.ts';
import { BackupFailed } from './makeBackup.ts';
import { faultsAt } from './verifyLog.ts';

/** What is wrong with a record that is open: found beside the work, and found again in the record itself. */
export type Doubt = { readonly kind: 'damaged' } | { readonly kind: 'broken'; readonly seq: number };

/**
 * What a backup that did not come out whole says about the record it was copied from, or null where only the copy was
 * bad. What was found in the copy is looked for in the record: for damage with SQLite's whole check, which keeps
 * everything waiting, because a record is never given up for a bad copy of it.
 */
export function doubtOf(database: Database, error: unknown): Doubt | null {
  if (!database.open) return null;
  const found = error instanceof BackupFailed ? error.report : { isDamage: speaksOfPages(error) };
  if ('badSeq' in found)
    return isBroken(database, found.badSeq) ? { kind: 'broken', seq: found.badSeq } : null;
  return found.isDamage && !arePagesWhole(database) ? { kind: 'damaged' } : null;
}

/** Whether an event does not fit, and nobody has accepted that yet. */
export function isBroken(database: Database, seq: number): boolean {
  const isAccepted = acceptedFaults(database);
  return faultsAt(database, seq).some((fault) => !isAccepted(fault));
}

/** A page could not be read, or was none. A failed write is one of the copy. */
function speaksOfPages(error: unknown): boolean {
  if (saysDamaged(error)) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_IOERR_(?:READ|SHORT_READ|CORRUPTFS|DATA)/.test(code);
}

function arePagesWhole(database: Database): boolean {
  try {
    return database.pragma('integrity_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (isConnectionFault(error)) return false;
    throw error;
  }
}
