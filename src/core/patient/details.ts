import type { CalendarDate } from '../library/age.ts';
import { type EntryRefusal, type EntryRule, parseEntry } from '../quantity/parseEntry.ts';
import { type QuantityText, quantityText } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';
import { foldedWords } from './names.ts';

/** Who a patient is, as typed: in a form or in a row of a file. Empty: not given. */
export type TypedDetails = {
  readonly familyName: string;
  readonly givenName: string;
  readonly preferredName: string;
  readonly title: string;
  /** `1984-03-09` or `09-Mar-1984`. */
  readonly born: string;
  /** `female` or `male`. */
  readonly sex: string;
  readonly recordNumber: string;
  /** In cm, digits and one point. */
  readonly height: string;
};

export type PatientIdentity = {
  readonly familyName: string;
  readonly givenName: string;
  readonly preferredName: string | null;
  readonly title: string | null;
  readonly born: CalendarDate;
  readonly sex: 'female' | 'male';
  readonly recordNumber: string;
  readonly height: QuantityText<'cm'> | null;
};

export const DETAIL_FIELDS = [
  'familyName',
  'givenName',
  'preferredName',
  'title',
  'born',
  'sex',
  'recordNumber',
  'height',
] as const satisfies readonly (keyof TypedDetails)[];
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** Why a field of the details is refused. */
export type DetailProblem =
  | { readonly field: DetailField; readonly why: 'missing' | 'noLetter' | 'tooLong' | 'signs' | 'unknown' }
  /** In a training clinic. */
  | { readonly field: 'recordNumber'; readonly why: 'trainingMark' }
  | { readonly field: 'born'; readonly why: 'dateForm' | 'noSuchDay' | 'inFuture' | 'tooLongAgo' }
  | { readonly field: 'height'; readonly why: 'number'; readonly refusal: EntryRefusal };

/** Longest of a name, a title or a record number. */
export const LONGEST_DETAIL = 60;
const OLDEST_YEARS = 130;
/** What a height takes, in the details of a patient and in an entry alike. */
export const HEIGHT_RULE: EntryRule<'cm'> = { unit: 'cm', decimals: 1, minimum: '30 cm', maximum: '272 cm' };

/**
 * Reads typed details; every field that is refused is named at once. Nothing is guessed: a date has a four-digit year
 * and a month that cannot be a day, and the sex is a whole word. `today`: a day of the calendar.
 *
 * Required: family name, given name, date of birth, sex, record number. Source: UX T1. A height is 30 to 272 cm. In a
 * training clinic a record number begins with T, so that none of a real patient is typed there and none of it is taken
 * for real: hazard H55.
 */
export function readDetails(
  typed: TypedDetails,
  today: string,
  { isTraining }: { readonly isTraining: boolean },
): Result<PatientIdentity, readonly DetailProblem[]> {
  const text = Object.fromEntries(
    DETAIL_FIELDS.map((field) => [field, typed[field].normalize('NFC').trim().replace(/ {2,}/g, ' ')]),
  ) as TypedDetails;
  const born = readBorn(text.born, today);
  const sex = text.sex.toLowerCase();
  const height = text.height === '' ? ok(null) : parseEntry(text.height, HEIGHT_RULE);
  const problems: readonly (DetailProblem | undefined)[] = [
    nameProblem('familyName', text.familyName, 'required'),
    nameProblem('givenName', text.givenName, 'required'),
    nameProblem('preferredName', text.preferredName, 'optional'),
    nameProblem('title', text.title, 'optional'),
    born.ok ? undefined : { field: 'born', why: born.failure },
    sexProblem(sex),
    recordNumberProblem(text.recordNumber, isTraining),
    height.ok ? undefined : { field: 'height', why: 'number', refusal: height.failure },
  ];
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0 || !born.ok || !height.ok) return err(found);
  return ok({
    familyName: text.familyName,
    givenName: text.givenName,
    preferredName: text.preferredName || null,
    title: text.title || null,
    born: born.value,
    sex: sex === 'female' ? 'female' : 'male',
    recordNumber: text.recordNumber,
    height: height.value && quantityText(height.value),
  });
}

/** Line breaks and other signs that are not seen: they would let two different texts look alike. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u;

function nameProblem(
  field: 'familyName' | 'givenName' | 'preferredName' | 'title',
  text: string,
  need: 'required' | 'optional',
): DetailProblem | undefined {
  if (text === '') return need === 'required' ? { field, why: 'missing' } : undefined;
  if (text.length > LONGEST_DETAIL) return { field, why: 'tooLong' };
  if (UNSEEN.test(text)) return { field, why: 'signs' };
  return /\p{L}/u.test(text) ? undefined : { field, why: 'noLetter' };
}

function sexProblem(sex: string): DetailProblem | undefined {
  if (sex === '') return { field: 'sex', why: 'missing' };
  return sex === 'female' || sex === 'male' ? undefined : { field: 'sex', why: 'unknown' };
}

/** The mark of an invented patient. */
const TRAINING_MARK = /^T/i;

function recordNumberProblem(text: string, isTraining: boolean): DetailProblem | undefined {
  const field = 'recordNumber';
  if (text === '') return { field, why: 'missing' };
  if (text.length > LONGEST_DETAIL) return { field, why: 'tooLong' };
  if (UNSEEN.test(text)) return { field, why: 'signs' };
  if (foldedWords(text).length === 0) return { field, why: 'noLetter' };
  return isTraining && !TRAINING_MARK.test(text) ? { field, why: 'trainingMark' } : undefined;
}

type BornProblem = 'missing' | 'dateForm' | 'noSuchDay' | 'inFuture' | 'tooLongAgo';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function readBorn(text: string, today: string): Result<CalendarDate, BornProblem> {
  if (text === '') return err('missing');
  const date = readDate(text);
  if (!date.ok) return date;
  if (date.value > today) return err('inFuture');
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return date.value < oldest ? err('tooLongAgo') : date;
}

/** A day of the calendar from `1984-03-09` or `09-Mar-1984`. Any other form could be read two ways. */
export function readDate(text: string): Result<CalendarDate, 'dateForm' | 'noSuchDay'> {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(monthInDigits(text)) ?? [];
  if (year === undefined) return err('dateForm');
  const isDay = Number(day) >= 1 && Number(day) <= daysIn(Number(month), Number(year));
  return isDay ? ok(`${year}-${month}-${day}` as const) : err('noSuchDay');
}

/** `1984-03-09` for `9-Mar-1984`; a text of another form, or with another word for the month, as it is. */
function monthInDigits(text: string): string {
  return text.replace(
    /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/,
    (whole, day: string, word: string, year: string) => {
      const month = MONTHS.indexOf(word.toLowerCase()) + 1;
      return month === 0 ? whole : `${year}-${`${month}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
    },
  );
}

/** 0 for a month that does not exist. */
function daysIn(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}
