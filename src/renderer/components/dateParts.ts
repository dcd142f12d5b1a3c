import { MONTH_NAMES } from './time.ts';

/** A date as it is typed: day, month and year apart, each as typed. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type TypedDate =
  | { readonly kind: 'unfinished' }
  /** Finished but no date, and why. */
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'date'; readonly date: string };

/** The month a person means: `3`, `03`, `mar`, `March`. Undefined until it can be only one. */
export function monthNumber(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) {
    const number = Number(typed);
    return number >= 1 && number <= 12 ? number : undefined;
  }
  if (typed.length < 3) return undefined;
  const start = typed.slice(0, 3).toLowerCase();
  const found = MONTH_NAMES.findIndex((name) => name.toLowerCase() === start);
  return found === -1 ? undefined : found + 1;
}

/** Three typed parts as one date, `1984-03-09`. Nothing is guessed: a year has four digits. */
export function dateFromParts({ day, month, year }: DateParts): TypedDate {
  const number = monthNumber(month);
  if (month !== '' && number === undefined && !isBegun(month)) {
    return { kind: 'refused', text: 'Type the month as 1 to 12, or Jan to Dec' };
  }
  if (!/^\d{1,2}$/.test(day) || number === undefined || !/^\d{4}$/.test(year)) return { kind: 'unfinished' };
  const lastDay = daysIn(number, Number(year));
  if (Number(day) < 1 || Number(day) > lastDay) {
    return { kind: 'refused', text: `There is no ${day}-${MONTH_NAMES[number - 1]}-${year}` };
  }
  const two = (part: number | string) => part.toString().padStart(2, '0');
  return { kind: 'date', date: `${year}-${two(number)}-${two(day)}` };
}

/** A stored date taken apart again. */
export function partsFromDate(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month: MONTH_NAMES[Number(month) - 1] ?? '', year };
}

/** Letters that can still become a month. */
function isBegun(typed: string): boolean {
  return typed.length < 3 && MONTH_NAMES.some((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
