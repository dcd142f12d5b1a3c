import type { Request, Response } from '../../contract/channels.ts';
import type { PatientRecordView, PatientRow, PatientSession } from '../../contract/views/people.ts';
import { quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { dosePerKilogram } from '../../core/session/delivered.ts';
import { matchedWeight } from '../../core/session/nurseRange.ts';
import { givenAmount } from '../../core/session/reconciliation.ts';
import { OCCUPYING_STATES, type Session } from '../../core/session/session.ts';
import { EFFECT_WORDS, severityWord } from '../../core/session/words.ts';
import type { PatientRowData, SessionRow } from '../projections/readTables.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { ageInYears, calendarDay, type Patient } from '../services/patients.ts';
import { loadSession } from '../services/sessionSteps.ts';
import { bannerView, hasBlindSession, personOf, weightView } from './peopleViews.ts';
import { peakPressure } from './planScreenView.ts';

const PATIENTS_A_PAGE = 60;
const SESSIONS_A_PAGE = 20;
const MILLISECONDS_PER_HOUR = 3_600_000;

/** A page of the patients found, each with the exact date of birth. A single hit is never picked by itself. */
export function patientRows(
  record: OpenRecord,
  text: string,
  after: Request<'patients:search'>['after'],
): Response<'patients:search'> {
  const { rows, total } = record.tables.searchPatients(text, PATIENTS_A_PAGE, after);
  const today = calendarDay(record.clock.now(), record.clock.zone());
  const last = rows.length === PATIENTS_A_PAGE ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => patientRow(record, row, today)),
    total,
    next: last ? { sortName: last.sort_name, id: last.id } : null,
  };
}

/** A page of a patient's sessions, newest first. */
export function patientSessions(
  record: OpenRecord,
  patient: string,
  after: Request<'patient:sessions'>['after'],
): Response<'patient:sessions'> {
  const { rows, total } = record.tables.sessionPage(patient, SESSIONS_A_PAGE, after);
  const last = rows.length === SESSIONS_A_PAGE ? rows.at(-1) : undefined;
  const blind = hasBlindSession(record, patient);
  return {
    rows: rows.map((row) => {
      const session = sessionRow(record, row);
      // Dose and dose per kilogram side by side are a weight.
      return blind ? { ...session, given: null } : session;
    }),
    total,
    next: last ? { plannedAt: last.planned_at, id: last.id } : null,
  };
}

function patientRow(record: OpenRecord, row: PatientRowData, today: string): PatientRow {
  const sessions = record.tables.sessionsOfPatient(row.id);
  return {
    id: row.id,
    familyName: row.family_name,
    givenName: row.given_name,
    born: row.born,
    ageYears: ageInYears(row.born, today),
    recordNumber: row.record_number,
    lastSessionAt: sessions.find(({ started_at }) => started_at !== null)?.started_at ?? null,
    activeSession: activeSession(sessions),
  };
}

function activeSession(sessions: readonly SessionRow[]): PatientRow['activeSession'] {
  const active = sessions.find(({ state }) => OCCUPYING_STATES.includes(state));
  return active ? { id: active.id, chair: active.chair, state: active.state } : null;
}

/** A patient's page. While an entry of theirs is blind it carries no weight at all. */
export function patientRecordView(record: OpenRecord, patient: Patient): PatientRecordView {
  const person = personOf(record);
  const now = record.clock.now();
  const blind = hasBlindSession(record, patient.id);
  const { assessment, consent } = patient;
  return {
    banner: bannerView(record, patient),
    height: patient.details.height,
    weighings: blind
      ? []
      : patient.weighings.toReversed().map((weighing) => ({
          ...weightView(weighing),
          by: person(weighing.by),
          clothed: weighing.clothed,
          weighedTwice: weighing.weighedTwice,
          ageHours: Math.max(0, Math.floor((now - weighing.weighedAt) / MILLISECONDS_PER_HOUR)),
        })),
    assessment: assessment && {
      indication: assessment.indication,
      note: assessment.note,
      signed: {
        by: person(assessment.event.actor),
        witness: null,
        happenedAt: assessment.event.happenedAt,
        recordedAt: assessment.event.recordedAt,
        late: false,
      },
    },
    consent: consent && { form: consent.form, signedOn: consent.signedOn, validUntil: consent.validUntil },
    activeSession: activeSession(record.tables.sessionsOfPatient(patient.id)),
  };
}

function sessionRow(record: OpenRecord, row: SessionRow): PatientSession {
  const session = loadSession(record, row.id)?.session;
  const given = session?.finalReading ? givenAmount(session) : null;
  const perKg = session && given && dosePerKilogram(given, readQuantity(matchedWeight(session), 'kg'));
  const library = record.library.byHash(session?.library.hash ?? '')?.library;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    chair: row.chair,
    protocol: library?.protocols.find(({ id }) => id === row.protocol)?.title ?? row.protocol,
    plannedAt: row.planned_at,
    startedAt: row.started_at,
    given: given && quantityText(given),
    givenPerKg: perKg ? quantityText(perKg) : null,
    peakPressure: session ? peakPressure(session) : null,
    worstEffect: session ? worstEffect(session) : null,
  };
}

function worstEffect(session: Session): string | null {
  const worst = session.effects
    .filter(({ effect }) => effect !== 'none' && effect !== 'calm')
    .toSorted((left, right) => right.worst - left.worst)[0];
  return worst ? `${EFFECT_WORDS[worst.effect]}, ${severityWord(worst.effect, worst.worst)}` : null;
}
