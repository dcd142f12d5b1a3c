import type { Database } from 'better-sqlite3';
import { syncFile } from './backupFile.ts';

/** Pages of a step at most, between which everything else goes on: 2 MB. Source: RELIABILITY 4.3. */
const MOST_PAGES = 500;
const FEWEST_PAGES = 8;
/** A step keeps everything else waiting: half a frame, so that a frame is not missed. */
const STEP_MILLISECONDS = 8;
/** So much is left for the last sync to write, which SQLite makes at the end while everything waits: 16 MB. */
const PAGES_BETWEEN_SYNCS = 4_096;

/**
 * Copies an open record page by page on its own connection, in steps that are made shorter where the disk is slow. What
 * was copied is synced beside the main thread as it goes.
 */
export async function copyInSteps(database: Database, place: string): Promise<void> {
  let pages = 100;
  let since = 0;
  let began = performance.now();
  let syncing: Promise<void> | null = null;
  const progress = (): number => {
    since += pages;
    // With what else was done since the last step: on a busy machine the steps become shorter, never longer.
    const taken = performance.now() - began;
    if (taken > STEP_MILLISECONDS) pages = Math.max(FEWEST_PAGES, Math.floor(pages / 2));
    else if (taken < STEP_MILLISECONDS / 2) pages = Math.min(MOST_PAGES, pages * 2);
    if (since >= PAGES_BETWEEN_SYNCS && !syncing) {
      since = 0;
      // What could not be synced now is at the end, where a failure is told.
      syncing = syncFile(place)
        .catch(() => undefined)
        .finally(() => {
          syncing = null;
        });
    }
    began = performance.now();
    return pages;
  };
  try {
    await database.backup(place, { progress });
  } finally {
    await syncing;
  }
}
