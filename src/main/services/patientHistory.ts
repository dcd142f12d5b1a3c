import type { CalendarDate } from '../../core/library/age.ts';
import type { EarlierSession, KnownPatient, OrderedUnit } from '../../core/library/patientValues.ts';
import { readAnyQuantity } from '../../core/quantity/format.ts';
import { convert, type Quantity, readQuantity, type Unit } from '../../core/quantity/quantity.ts';
import {
  type Authorised,
  countedOf,
  isCountedOrder,
  type Matched,
} from '../../core/session/countedSession.ts';
import { givenAmount } from '../../core/session/reconciliation.ts';
import type { Session } from '../../core/session/session.ts';
import type { OpenRecord } from './openRecord.ts';
import { calendarDay, type Patient } from './patients.ts';
import { loadSession } from './sessionSteps.ts';

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
      const session = loadSession(record, id)?.session;
      return session?.authorised ? [{ session, ordered: orderedOf(session.authorised), ended_at }] : [];
    });
  const last = started[0];
  return {
    born: patient.details.born as CalendarDate,
    on: calendarDay(now, record.clock.zone()) as CalendarDate,
    startsAt: now,
    earlier: started.map(({ session, ended_at }) => earlierSession(session, ended_at, now)),
    lastOrdered: last ? inLimitedUnit(last.ordered) : null,
  };
}

/** What was ordered; of counted doses, all of them together. */
function orderedOf(authorised: Authorised): Quantity {
  return readAnyQuantity(isCountedOrder(authorised) ? authorised.sum.dose : authorised.order.dose);
}

/** What was ordered, in the unit its limits are set in: every rate per kg in mg/kg/h. */
function inLimitedUnit(ordered: Quantity): Quantity<OrderedUnit> {
  if (isIn(ordered, 'mg/kg') || isIn(ordered, 'mg/h') || isIn(ordered, 'mg')) return ordered;
  return convert(ordered, 'mg/kg/h');
}

function isIn<U extends Unit>(ordered: Quantity, unit: U): ordered is Quantity<U> {
  return ordered.unit === unit;
}

/** Given by the pump's final reading; before there is one, all that the pump was told to give, until now. */
function earlierSession(session: Session, endedAt: number | null, now: number): EarlierSession {
  const { finalReading, match } = session;
  const isKnown = finalReading !== null || match === null || isOverAndCounted(session);
  return {
    given: isKnown ? givenAmount(session) : toldToGive(match.sum),
    endedAt: isKnown ? (endedAt ?? now) : now,
    inCourse: true,
  };
}

/** Counted doses are all recorded once their giving is over. */
function isOverAndCounted(session: Session): boolean {
  return countedOf(session) !== undefined && session.ended !== null;
}

/** By the pump as it was set, or in counted doses. */
function toldToGive(sum: Matched['sum']): Quantity<'mg'> {
  return readQuantity('achievedDose' in sum ? sum.achievedDose : sum.dose, 'mg');
}
