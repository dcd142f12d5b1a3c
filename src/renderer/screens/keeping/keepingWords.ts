import type { StaffView } from '../../../contract/views/people.ts';
import { formatCount } from '../../../core/quantity/format.ts';
import { formatDate, formatHourMinute } from '../../components/time.ts';

/** Who looks after the record itself: medical director and administrator. */
export function isKeeper(user: StaffView | null): boolean {
  return user?.roles.some((role) => role === 'director' || role === 'admin') ?? false;
}

/** `14,212 events`. Source: UX 3.17, with the thousands mark of UX 0.4. */
export function eventsText(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'event' : 'events'}`;
}

/** `once`, `3 times` */
export function timesText(count: number): string {
  return count === 1 ? 'once' : `${formatCount(count)} times`;
}

/** `14-Nov-2025 06:00` */
export function dayAndTime(moment: number, zone: string): string {
  return `${formatDate(moment, zone)} ${formatHourMinute(moment, zone)}`;
}
