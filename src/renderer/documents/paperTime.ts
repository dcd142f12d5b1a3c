import { formatDate, formatHourMinute, formatTime, MONTH_NAMES } from '../components/time.ts';

/** `10:00`, with its seconds when there are any: for a time in a sentence. */
export function formatShortestTime(moment: number, zone: string): string {
  const time = formatTime(moment, zone);
  return time.endsWith(':00') ? formatHourMinute(moment, zone) : time;
}

/** A vial's month of expiry, `2027-08`, as it is printed on vials: `08-2027`. */
export function formatExpiry(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${number}-${year}`;
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds: for ticks that fall on full minutes. */
export function zoneOffset(moment: number, zone: string): number {
  const [day = '', month = '', year = ''] = formatDate(moment, zone).split('-');
  const [hour = '', minute = '', second = ''] = formatTime(moment, zone).split(':');
  const months: readonly string[] = MONTH_NAMES;
  const shown = Date.UTC(+year, months.indexOf(month), +day, +hour, +minute, +second);
  return shown - Math.floor(moment / 1000) * 1000;
}
