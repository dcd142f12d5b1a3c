import type { StoredEvent } from '../../../contract/events/storedEvent.ts';
import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { SessionState } from '../../../core/session/session.ts';
import { type Backup, goodBackups, removeBackup } from '../../eventLog/backupFile.ts';
import { makeBackup } from '../../eventLog/makeBackup.ts';
import type { OpenRecord } from '../openRecord.ts';
import { isBackupDue, replacedBackups } from './backupLadder.ts';

/** Somebody is on the drug or under observation. */
const ATTENDED: readonly SessionState[] = ['RUNNING', 'PAUSED', 'RECOVERY'];
/** With these a session, or its record, has come to its end. */
const SESSION_ENDS: readonly string[] = ['InfusionCompleted', 'InfusionStopped', 'SessionSigned'];

/** Makes the backups of whatever record is open, and takes away those that newer ones replace. */
export type BackupKeeper = {
  /** The good backup that reaches furthest, as it was found at most a minute ago: asked after every commit. */
  newest(): Backup | null;
  /** Every good one, as the folder has them now. */
  all(): readonly Backup[];
  /** Makes one now; while one is being made, that one is waited for. */
  make(): Promise<Result<Backup, Failure>>;
  /** Makes one when the hour or the day has come. Asked once a minute. */
  makeWhenDue(): void;
  /** Makes one when a session has ended with these events. */
  heard(events: readonly StoredEvent[]): void;
};

/** `onMade` is told when there is a new one. */
export function createBackupKeeper(record: () => OpenRecord | null, onMade: () => void): BackupKeeper {
  let making: Promise<Result<Backup, Failure>> | undefined;
  let found: { readonly folder: string; readonly newest: Backup | null } | undefined;
  const all = (): readonly Backup[] => {
    const open = record();
    if (!open) return [];
    const backups = goodBackups(open.backups);
    found = { folder: open.backups, newest: backups[0] ?? null };
    return backups;
  };
  const make = (): Promise<Result<Backup, Failure>> => {
    making ??= makeOne(record()).then((made) => {
      making = undefined;
      all();
      if (made.ok) onMade();
      return made;
    });
    return making;
  };
  return {
    all,
    newest() {
      const open = record();
      if (open && found?.folder === open.backups) return found.newest;
      return all()[0] ?? null;
    },
    make,
    makeWhenDue() {
      const open = record();
      const last = Math.max(...all().map(({ madeAt }) => madeAt));
      if (!open || making || open.log.isForReading()) return;
      const sessionRuns = open.tables.sessionsInStates(ATTENDED).length > 0;
      if (isBackupDue(Number.isFinite(last) ? last : null, open.clock.now(), sessionRuns)) void make();
    },
    heard(events) {
      // Whoever recorded the end is answered first.
      if (events.some(({ type }) => SESSION_ENDS.includes(type))) setImmediate(() => void make());
    },
  };
}

/** A record that is open for reading gives no backups: they would stand before the good ones. */
async function makeOne(record: OpenRecord | null): Promise<Result<Backup, Failure>> {
  if (!record) return err({ kind: 'noRecordOpen' });
  if (record.log.isForReading()) return err({ kind: 'openForReading' });
  const now = record.clock.now();
  try {
    const made = await makeBackup(record.log.database, record.backups, now);
    for (const old of replacedBackups(goodBackups(record.backups), now)) removeBackup(old);
    return ok(made);
  } catch {
    // A full disk, a record that was closed meanwhile, a copy that is not whole: the last good one stays the newest.
    return err({ kind: 'backupFailed' });
  }
}
