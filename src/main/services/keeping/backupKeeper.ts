import type { StoredEvent } from '../../../contract/events/storedEvent.ts';
import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { SessionState } from '../../../core/session/session.ts';
import { type Backup, goodBackups, removeBackup } from '../../eventLog/backupFile.ts';
import { type Doubt, doubtOf } from '../../eventLog/doubt.ts';
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

/** Who is told of what came out. */
export type BackupNews = {
  readonly made: () => void;
  /** The copy has brought to light what is wrong with the record itself. */
  readonly doubted: (record: OpenRecord, doubt: Doubt) => void;
};

/** Backups of whatever record is open. The copy of one whose pages are still to be gone through goes through them. */
export function createBackupKeeper(record: () => OpenRecord | null, news: BackupNews): BackupKeeper {
  let tried: OpenRecord | null = null;
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
    making ??= makeOne(record(), news.doubted).then((made) => {
      making = undefined;
      all();
      if (made.ok) news.made();
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
      // Once: where there is no room for a copy the next start goes through the pages instead.
      if (open.pages.isDue() && tried !== open) {
        tried = open;
        void make();
        return;
      }
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
async function makeOne(
  record: OpenRecord | null,
  doubted: BackupNews['doubted'],
): Promise<Result<Backup, Failure>> {
  if (!record) return err({ kind: 'noRecordOpen' });
  if (record.log.isForReading()) return err({ kind: 'openForReading' });
  const now = record.clock.now();
  try {
    const made = await makeBackup(record.log.database, record.backups, now);
    record.pages.done();
    for (const old of replacedBackups(goodBackups(record.backups), now)) removeBackup(old);
    return ok(made);
  } catch (error) {
    // A full disk, a record that was closed meanwhile, a copy that is not whole: the last good one stays the newest.
    const doubt = doubtOf(record.log.database, error);
    if (doubt) doubted(record, doubt);
    return err({ kind: 'backupFailed' });
  }
}
