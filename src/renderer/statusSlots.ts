import type { AppView, ClockTick } from '../contract/views/app.ts';
import type { StatusSlot } from './components/StatusBar.tsx';
import { formatDate, formatHourMinute, formatTime } from './components/time.ts';

const OFFLINE: StatusSlot = { id: 'offline', text: 'Offline by design', icon: 'offline' };
const PUMP: StatusSlot = { id: 'pump', text: 'Does not control the pump · not a monitor', tone: 'strong' };
const MILLISECONDS_PER_MINUTE = 60_000;
/** A backup older than this is said to be old. */
const OLD_AFTER = 24 * 60 * MILLISECONDS_PER_MINUTE;

/** The one line that is always true of an open record: when it was saved, under which rules. Source: UX 3. */
export function recordSlots(
  { lastSavedAt, lastBackupAt, library, clockBehind, disk }: AppView,
  { now, zone }: Pick<ClockTick, 'now' | 'zone'>,
): readonly StatusSlot[] {
  const behind = Math.round(clockBehind / MILLISECONDS_PER_MINUTE);
  const clock: StatusSlot =
    behind > 0
      ? { id: 'clock', text: `Clock ${behind} min behind the last record`, tone: 'warn' }
      : { id: 'clock', text: 'Clock OK' };
  return [
    OFFLINE,
    {
      id: 'saved',
      text: lastSavedAt === null ? 'Nothing saved yet' : `Saved ${formatTime(lastSavedAt, zone)}`,
    },
    backupSlot(lastBackupAt, now, zone),
    { id: 'library', text: library ? `Library ${library.version}` : 'No published library' },
    clock,
    ...diskSlots(disk),
    PUMP,
  ];
}

/** `Backup 14-Nov-2025 06:00`; one older than 24 h, or none, wants somebody to act. Source: UX 3 and 3.20, P16. */
function backupSlot(madeAt: number | null, now: number, zone: string): StatusSlot {
  if (madeAt === null) return { id: 'backup', text: 'No backup yet', tone: 'warn' };
  const text = `Backup ${formatDate(madeAt, zone)} ${formatHourMinute(madeAt, zone)}`;
  return now - madeAt > OLD_AFTER ? { id: 'backup', text, tone: 'warn' } : { id: 'backup', text };
}

/** Said only when room gets short. Source: HAZARDS H27. */
function diskSlots({ level, megabytes }: AppView['disk']): readonly StatusSlot[] {
  return level === 'enough' ? [] : [{ id: 'disk', text: `Disk ${megabytes} MB free`, tone: 'warn' }];
}

/** The status bar at the two doors: no record is open, so there is nothing to measure the clock by. */
export function doorSlots({ has }: AppView): readonly StatusSlot[] {
  const none = !has.clinic && !has.training;
  return [
    OFFLINE,
    { id: 'record', text: none ? 'No record on this computer yet' : 'No record is open' },
    PUMP,
  ];
}
