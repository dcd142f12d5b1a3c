import type { PatientRecordView, PatientRow } from '../../../contract/views/people.ts';
import { formatCount } from '../../../core/quantity/format.ts';
import { SESSION_STATES, type SessionState } from '../../../core/session/session.ts';
import { formatDate, formatTime } from '../../components/time.ts';
import { personName } from '../../documents/words.ts';
import { ageWords } from '../../errorTexts/textFor.ts';
import type { Paged } from '../../hooks/queries.ts';

type Weighing = PatientRecordView['weighings'][number];

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_HOUR = 3_600_000;
/** A weight is of the day for so long. Source: UX 2.3, "same day". */
const SAME_DAY_HOURS = 24;

/** `6 patients`, `2 found`, `Showing 1–60 of 1,284`, `Showing 1–60 of more than 60`, `60 from N on, of 1,284`. */
export function foundText(
  { rows, total }: Paged<PatientRow>,
  text: string,
  from: string | null = null,
): string {
  if (from !== null && total !== null)
    return `${formatCount(rows.length)} from ${from.toUpperCase()} on, of ${formatCount(total)}`;
  if (total === null || rows.length < total) return shownText(rows.length, total);
  if (text.trim() !== '') return `${formatCount(total)} found`;
  return total === 1 ? '1 patient' : `${formatCount(total)} patients`;
}

/** How much of a list is shown. Null: more than that, and not counted. */
export function shownText(shown: number, total: number | null): string {
  const all = total === null ? `more than ${formatCount(shown)}` : formatCount(total);
  return `Showing 1–${formatCount(shown)} of ${all}`;
}

/** What an empty list says first. Source: UX 3.0, empty lists, and 3.3. */
export function nothingFoundText(text: string, from: string | null = null): string {
  if (from !== null) return `No name begins with ${from.toUpperCase()} or a later letter.`;
  return text.trim() === ''
    ? 'No patients yet. Add the first or import CSV.'
    : `No patient fits “${text.trim()}”. Look at the spelling, or type the record number.`;
}

/** A state as the answer spells it. Undefined for one that this version does not know. */
export function knownState(state: string): SessionState | undefined {
  return SESSION_STATES.find((known) => known === state);
}

/** `under 1 min old`, `12 min old`, `30 h old`, `9 days old`. */
export function weighingAge(weighedAt: number, now: number): string {
  const age = Math.max(0, now - weighedAt);
  if (age < MILLISECONDS_PER_MINUTE) return 'under 1 min old';
  if (age < MILLISECONDS_PER_HOUR) return `${Math.floor(age / MILLISECONDS_PER_MINUTE)} min old`;
  return `${ageWords(Math.floor(age / MILLISECONDS_PER_HOUR))} old`;
}

/** Why nothing can be dosed from these weighings; null when the newest measured one is of the day. */
export function staleWeightText(weighings: readonly Weighing[], now: number): string | null {
  const newest = weighings.find(({ method }) => method === 'measured');
  if (!newest) return 'No measured weight is recorded. Weigh the patient.';
  if (now - newest.weighedAt < SAME_DAY_HOURS * MILLISECONDS_PER_HOUR) return null;
  return `Newest measured weight is ${weighingAge(newest.weighedAt, now)}. Weigh the patient.`;
}

type Signed = PatientRecordView['assessments'][number]['signed'];

/** `Dr S. Patel, MD, 14-Nov-2025 09:05` */
export function signedText({ by, happenedAt }: Signed, zone: string): string {
  return `${personName(by)}, ${formatDate(happenedAt, zone)} ${formatTime(happenedAt, zone)}`;
}
