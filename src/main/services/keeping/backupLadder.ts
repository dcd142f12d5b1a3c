import type { Backup } from '../../eventLog/backupFile.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Every backup of the last day stays, then the newest of each day for two weeks, of each week for a year. */
const ALL_FOR = DAY;
const DAILY_FOR = 14 * DAY;
const WEEKLY_FOR = 52 * WEEK;

/**
 * The backups that newer good ones replace. `backups` are good ones only; the one that reaches furthest and one whose
 * time lies ahead of the clock always stay.
 */
export function replacedBackups(backups: readonly Backup[], now: number): readonly Backup[] {
  const taken = new Set<string>();
  return backups.filter((backup, place) => {
    const age = now - backup.madeAt;
    if (place === 0 || age < ALL_FOR) return false;
    const rung = rungOf(backup.madeAt, age);
    if (rung === null || taken.has(rung)) return true;
    taken.add(rung);
    return false;
  });
}

function rungOf(madeAt: number, age: number): string | null {
  if (age < DAILY_FOR) return `day ${Math.floor(madeAt / DAY)}`;
  return age < WEEKLY_FOR ? `week ${Math.floor(madeAt / WEEK)}` : null;
}

/** Whether a backup is due: hourly while a session runs, else daily. `last` null: there is none yet. */
export function isBackupDue(last: number | null, now: number, sessionRuns: boolean): boolean {
  return last === null || now - last >= (sessionRuns ? HOUR : DAY);
}
