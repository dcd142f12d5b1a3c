/** What an age is counted in. Completed ones only: nobody is 18 years old the day before the birthday. */
export const AGE_UNITS = ['years', 'months', 'days'] as const;
export type AgeUnit = (typeof AGE_UNITS)[number];

/** An age as stored: `18 years`, `6 months`, `28 days`. */
export type AgeText = `${bigint} ${AgeUnit}`;

/** A day of the calendar as stored: `1984-03-09`. */
export type CalendarDate = `${string}-${string}-${string}`;

/** The count and the unit of a stored age. Throws on any other text: it has passed a schema. */
export function readAge(text: AgeText): { readonly count: bigint; readonly unit: AgeUnit } {
  const [count = '', written] = text.split(' ');
  const unit = AGE_UNITS.find((known) => known === written);
  if (unit === undefined || !/^\d+$/.test(count)) throw new Error(`"${text}" is not a stored age.`);
  return { count: BigInt(count), unit };
}

/**
 * Whole years, months or days from birth to a day, of the Gregorian calendar. Who was born on 29 February completes a
 * year on 1 March where there is no such day, and a month that has no such day is completed on the first of the next.
 * Below 0 for a day before the birth.
 *
 * Days are counted by the algorithm of Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil).
 * Throws on a text that is not a date: it has passed a schema.
 */
export function completedAge(born: CalendarDate, on: CalendarDate, unit: AgeUnit): bigint {
  const [from, to] = [dateParts(born), dateParts(on)];
  if (unit === 'days') return dayNumber(to) - dayNumber(from);
  const months =
    (to.year - from.year) * MONTHS_PER_YEAR + to.month - from.month - (to.day < from.day ? 1n : 0n);
  return unit === 'months' ? months : floored(months, MONTHS_PER_YEAR);
}

const MONTHS_PER_YEAR = 12n;

type DateParts = { readonly year: bigint; readonly month: bigint; readonly day: bigint };

function dateParts(text: CalendarDate): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) throw new Error(`"${text}" is not a date.`);
  const [, year = '', month = '', day = ''] = match;
  return { year: BigInt(year), month: BigInt(month), day: BigInt(day) };
}

/** Days since an arbitrary day, the same for every date: the year is taken to begin on 1 March. */
function dayNumber({ year, month, day }: DateParts): bigint {
  const shifted = month > 2n ? year : year - 1n;
  const monthFromMarch = month > 2n ? month - 3n : month + 9n;
  const dayOfYear = (153n * monthFromMarch + 2n) / 5n + day;
  return shifted * 365n + shifted / 4n - shifted / 100n + shifted / 400n + dayOfYear;
}

/** The quotient rounded down, below 0 too. */
function floored(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
