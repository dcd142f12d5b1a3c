import { NO_BREAK_SPACE } from '../../core/quantity/format.ts';

/**
 * Clock times and dates as people here read them: `09:05`, `09:05:00`, `14-Nov-2025`. Always 24 h, always in the
 * zone that is handed in, never in the machine's own; the names of the months are the program's, so that the text
 * is the same on every machine. A time that the clocks show twice, when they go back, has its offset from UTC behind
 * it: `01:30 +01:00`. Source: UX 3.0, number typography; hazard H35.
 */

export const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

type Part = 'weekday' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Making a formatter takes a hundred times as long as using one. */
const formatterByZone = new Map<string, Intl.DateTimeFormat>();

/** `09:05:00` */
export function formatTime(moment: number, zone: string): string {
  const { hour, minute, second } = partsIn(moment, zone);
  return `${hour}:${minute}:${second}${offsetWhereNeeded(moment, zone)}`;
}

/** `09:05` */
export function formatHourMinute(moment: number, zone: string): string {
  const { hour, minute } = partsIn(moment, zone);
  return `${hour}:${minute}${offsetWhereNeeded(moment, zone)}`;
}

/** `10:54:20`, on another day than `from` with its date before it: `31-Mar-2026 11:00:00`. */
export function formatTimeSince(from: number, moment: number, zone: string): string {
  const date = formatDate(moment, zone);
  const time = formatTime(moment, zone);
  return date === formatDate(from, zone) ? time : `${date} ${time}`;
}

/** `14-Nov-2025` */
export function formatDate(moment: number, zone: string): string {
  const { day, month, year } = partsIn(moment, zone);
  return `${day}-${monthName(month)}-${year}`;
}

/** `14-Nov-2025 06:00` */
export function formatDateTime(moment: number, zone: string): string {
  return `${formatDate(moment, zone)} ${formatHourMinute(moment, zone)}`;
}

/** `14-Nov 21:40`, where a label has no room for the year. */
export function formatDayMonthTime(moment: number, zone: string): string {
  const { day, month } = partsIn(moment, zone);
  return `${day}-${monthName(month)} ${formatHourMinute(moment, zone)}`;
}

/** `Fri` */
export function formatWeekday(moment: number, zone: string): string {
  return partsIn(moment, zone).weekday;
}

/** When something was, seen from `now`: `today 09:12`, on any other day `10-Nov-2025 09:12`. */
export function formatWhen(moment: number, now: number, zone: string): string {
  const day = formatDate(moment, zone) === formatDate(now, zone) ? 'today' : formatDate(moment, zone);
  return `${day} ${formatHourMinute(moment, zone)}`;
}

/** A stored calendar date, `1984-03-09`, as `09-Mar-1984`. It has no zone: a birthday is the same everywhere. */
export function formatCalendarDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}-${monthName(month)}-${year}`;
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
export function zoneOffset(moment: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(moment, zone);
  const shown = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  return shown - Math.floor(moment / 1000) * 1000;
}

/** Longer than any change of the clocks for summer time. */
const AROUND_A_CHANGE = 3 * 3_600_000;

/** ` +01:00` in the time that comes twice when the clocks go back, both times; otherwise nothing. */
function offsetWhereNeeded(moment: number, zone: string): string {
  const back = zoneOffset(moment - AROUND_A_CHANGE, zone) - zoneOffset(moment + AROUND_A_CHANGE, zone);
  if (back <= 0) return '';
  const offset = zoneOffset(moment, zone);
  const comesAgain = zoneOffset(moment + back, zone) === offset - back;
  const hasBeen = zoneOffset(moment - back, zone) === offset + back;
  return comesAgain || hasBeen ? `${NO_BREAK_SPACE}${offsetText(offset)}` : '';
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => value.toString().padStart(2, '0');
  return `${offset < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function monthName(month: string): string {
  return MONTH_NAMES[Number(month) - 1] ?? month;
}

function partsIn(moment: number, zone: string): Record<Part, string> {
  const parts = formatterFor(zone).formatToParts(moment);
  const text = (part: Part) => parts.find(({ type }) => type === part)?.value ?? '';
  return {
    weekday: text('weekday'),
    year: text('year'),
    month: text('month'),
    day: text('day'),
    hour: text('hour'),
    minute: text('minute'),
    second: text('second'),
  };
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatterByZone.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatterByZone.set(zone, made);
  return made;
}

/** The calendar day of a moment as it is stored, `2025-11-14`. */
export function isoDate(moment: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(moment);
}
