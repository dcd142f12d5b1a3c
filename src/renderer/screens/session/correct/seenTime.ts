import { formatHourMinute } from '../../../components/time.ts';

const HOUR_MINUTE = /^([01]\d|2[0-3]):([0-5]\d)$/;
const MILLISECONDS_PER_MINUTE = 60_000;

/** `10:10`, as a time of the same day is typed. The offset of an hour that comes twice is not typed. */
export function timeAsTyped(moment: number, zone: string): string {
  return formatHourMinute(moment, zone).slice(0, 'HH:MM'.length);
}

/** Why a typed time cannot be taken; undefined for one that can. */
export function timeRefusal(typed: string): string | undefined {
  return HOUR_MINUTE.test(typed) ? undefined : 'Type the time as hours and minutes: 09:05';
}

/**
 * The moment a typed time means, on the day and in the hour the clock had when it was first recorded, in UTC
 * milliseconds; null where it is the time that was recorded.
 */
export function seenAt(typed: string, recorded: number, zone: string): number | null {
  const moved = minutesOf(typed) - minutesOf(timeAsTyped(recorded, zone));
  return moved === 0 ? null : recorded + moved * MILLISECONDS_PER_MINUTE;
}

function minutesOf(typed: string): number {
  const [hours, minutes] = typed.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
