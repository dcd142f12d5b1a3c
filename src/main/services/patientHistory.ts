import type { CalendarDate } from '../../core/library/age.ts';
import type { EarlierSession, KnownPatient, OrderedUnit } from '../../core/library/patientValues.ts';
import { readAnyQuantity } from '../../core/quantity/format.ts';
import { convert, type Quantity, readQuantity, type Unit } from '../../core/quantity/quantity.ts';
import type { SessionOutcome } from '../../core/session/outcome.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay, type Patient } from './patients.ts';
import { outcomeOf } from './sessionOutcomes.ts';

/**
 * What the limits have to know of a patient besides the plan: age on this day, drug given in earlier sessions, and the
 * last order. `except` is the session the plan belongs to.
 *
 * There are no courses yet, so every earlier session counts towards a limit on the course: too much is asked about
 * rather than too little.
 */
export function knownPatient(record: OpenRecord, patient: Patient, except: string | null): KnownPatient {
  const now = record.clock.now();
  const started = record.tables
    .sessionsOfPatient(patient.id)
    .filter(({ id, started_at }) => id !== except && started_at !== null)
    .flatMap(({ id, ended_at }) => {
      const outcome = outcomeOf(record, id);
      return outcome && outcome.ordered !== null ? [{ outcome, ordered: outcome.ordered, ended_at }] : [];
    });
  const last = started[0];
  return {
    born: patient.details.born as CalendarDate,
    on: calendarDay(now, record.clock.zone()) as CalendarDate,
    startsAt: now,
    earlier: started.map(({ outcome, ended_at }) => earlierSession(outcome, ended_at, now)),
    lastOrdered: last ? inLimitedUnit(readAnyQuantity(last.ordered)) : null,
  };
}

/** What was ordered, in the unit its limits are set in: every rate per kg in mg/kg/h. */
function inLimitedUnit(ordered: Quantity): Quantity<OrderedUnit> {
  if (isIn(ordered, 'mg/kg') || isIn(ordered, 'mg/h') || isIn(ordered, 'mg')) return ordered;
  return convert(ordered, 'mg/kg/h');
}

function isIn<U extends Unit>(ordered: Quantity, unit: U): ordered is Quantity<U> {
  return ordered.unit === unit;
}

/**
 * Given by the pump's final reading, or in counted doses once their giving is over; before that all that was to be given,
 * until now.
 */
function earlierSession(
  { given, told }: SessionOutcome,
  endedAt: number | null,
  now: number,
): EarlierSession {
  const isKnown = given !== null || told === null;
  return {
    given: readQuantity(given ?? told ?? '0 mg', 'mg'),
    endedAt: isKnown ? (endedAt ?? now) : now,
    inCourse: true,
  };
}
