import type { AppView } from '../contract/views/app.ts';
import type { StatusSlot } from './components/StatusBar.tsx';
import { formatTime } from './components/time.ts';

const OFFLINE: StatusSlot = { id: 'offline', text: 'Offline by design', icon: 'offline' };
const PUMP: StatusSlot = { id: 'pump', text: 'Does not control the pump · not a monitor', tone: 'strong' };
const MILLISECONDS_PER_MINUTE = 60_000;

/** The one line that is always true of an open record: when it was saved, under which rules. Source: UX 3. */
export function recordSlots(
  { lastSavedAt, library, clockBehind }: AppView,
  zone: string,
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
    { id: 'library', text: library ? `Library ${library.version}` : 'No published library' },
    clock,
    PUMP,
  ];
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
