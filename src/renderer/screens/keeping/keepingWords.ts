import type { StaffView } from '../../../contract/views/people.ts';
import { formatDate, formatHourMinute } from '../../components/time.ts';

/** Who looks after the record itself: medical director and administrator. */
export function isKeeper(user: StaffView | null): boolean {
  return user?.roles.some((role) => role === 'director' || role === 'admin') ?? false;
}

/** `14 212 events`, in groups of three. Source: UX 3.17. */
export function eventsText(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'event' : 'events'}`;
}

/** Groups of three with a narrow space that does not break. */
export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** `14-Nov-2025 06:00` */
export function dayAndTime(moment: number, zone: string): string {
  return `${formatDate(moment, zone)} ${formatHourMinute(moment, zone)}`;
}
