import { formatHourMinute, formatTime } from '../components/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** `10:00`, with its seconds when there are any: for a time in a sentence. */
export function formatShortestTime(moment: number, zone: string): string {
  const isFullMinute = (Math.floor(moment / 1000) * 1000) % MILLISECONDS_PER_MINUTE === 0;
  return isFullMinute ? formatHourMinute(moment, zone) : formatTime(moment, zone);
}

/** A vial's month of expiry, `2027-08`, as it is printed on vials: `08-2027`. */
export function formatExpiry(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${number}-${year}`;
}
