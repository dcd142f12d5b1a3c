import type { PatientBannerView } from '../../contract/views/people.ts';
import { lookAlike } from '../../core/patient/namesake.ts';
import { OCCUPYING_STATES } from '../../core/session/session.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { calendarDay, type Patient } from '../services/patients.ts';

/** A day of the clinic is at most so long, whatever the clocks do. */
const MILLISECONDS_PER_LONG_DAY = 25 * 3_600_000;

/**
 * Other patients of today with the same family name or date of birth: who sits in a chair, and who was planned for or
 * started today. A date of birth is not said, because it is a field of the blind entry. Source: UX 3.0.
 */
export function lookAlikesToday(
  record: OpenRecord,
  patient: Patient,
): NonNullable<PatientBannerView['nameAlerts']> {
  const { clock, tables } = record;
  const [now, zone] = [clock.now(), clock.zone()];
  const today = calendarDay(now, zone);
  const isToday = (moment: number | null): boolean => moment !== null && calendarDay(moment, zone) === today;
  const ofToday = tables
    .sessionsBetween(now - MILLISECONDS_PER_LONG_DAY, now + MILLISECONDS_PER_LONG_DAY)
    .filter(
      ({ planned_at, started_at, state }) =>
        state !== 'CANCELLED' && (isToday(planned_at) || isToday(started_at)),
    );
  const others = [...tables.sessionsInStates(OCCUPYING_STATES), ...ofToday].filter(
    (row, place, all) =>
      row.patient !== patient.id && all.findIndex((other) => other.patient === row.patient) === place,
  );
  return others.flatMap((row) => {
    const other = tables.patient(row.patient);
    const alike =
      other &&
      lookAlike(patient.details, {
        familyName: other.family_name,
        givenName: other.given_name,
        born: other.born,
      });
    return alike ? [{ alike, familyName: other.family_name, chair: row.chair }] : [];
  });
}
