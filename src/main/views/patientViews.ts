import type { Request, Response } from '../../contract/channels.ts';
import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import type { PatientRecordView, PatientRow, PatientSession } from '../../contract/views/people.ts';
import { OCCUPYING_STATES } from '../../core/session/session.ts';
import type { PatientRowData, SessionRow } from '../projections/readTables.ts';
import { libraryQuestions } from '../services/assessing.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { ageInYears, calendarDay, type Patient } from '../services/patients.ts';
import { outcomeOf } from '../services/sessionOutcomes.ts';
import { bannerView, hasBlindSession, type PersonOf, personOf, weightView } from './peopleViews.ts';

const PATIENTS_A_PAGE = 60;
const SESSIONS_A_PAGE = 20;
/** The newest papers of a patient. */
const PRINTS_SHOWN = 100;
const MILLISECONDS_PER_HOUR = 3_600_000;

/** A page of the patients found, each with the exact date of birth. A single hit is never picked by itself. */
export function patientRows(
  record: OpenRecord,
  { text, from, after }: Request<'patients:search'>,
): Response<'patients:search'> {
  // Before every name that begins with it.
  const start = from === undefined ? null : { sortName: from, id: '' };
  // One more than a page shows whether there is another.
  const { rows, total } = record.tables.searchPatients(text, PATIENTS_A_PAGE + 1, after ?? start);
  const page = rows.slice(0, PATIENTS_A_PAGE);
  const today = calendarDay(record.clock.now(), record.clock.zone());
  const last = rows.length > PATIENTS_A_PAGE ? page.at(-1) : undefined;
  const sessions = {
    starts: record.tables.lastStarts(page.map(({ id }) => id)),
    active: record.tables.sessionsInStates(OCCUPYING_STATES),
  };
  return {
    rows: page.map((row) => patientRow(row, today, sessions)),
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

type ListedSessions = {
  /** When each patient was last started. */
  readonly starts: ReadonlyMap<string, number>;
  readonly active: readonly SessionRow[];
};

function patientRow(row: PatientRowData, today: string, { starts, active }: ListedSessions): PatientRow {
  return {
    id: row.id,
    familyName: row.family_name,
    givenName: row.given_name,
    preferredName: row.preferred_name,
    born: row.born,
    ageYears: ageInYears(row.born, today),
    recordNumber: row.record_number,
    inactive: row.inactive === 1,
    allergies: row.allergies,
    lastSessionAt: starts.get(row.id) ?? null,
    activeSession: activeSession(active.filter(({ patient }) => patient === row.id)),
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
  const { consent, inactive, draft } = patient;
  const library = record.library.current()?.library;
  const today = calendarDay(now, record.clock.zone());
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
    position: patient.position,
    details: patient.details,
    inactive: inactive && { reason: inactive.data.reason, done: signedBy(person, inactive.event) },
    assessments: patient.assessments
      .toReversed()
      .map(({ data, event }) => ({ data, signed: signedBy(person, event) })),
    draft: draft && { data: draft.data, saved: signedBy(person, draft.event) },
    questions: libraryQuestions(record),
    indications: [...new Set(library?.protocols.map(({ indication }) => indication) ?? [])],
    consent: consent && {
      data: consent.data,
      recorded: signedBy(person, consent.event),
      lapsed: consent.data.validUntil !== null && consent.data.validUntil < today,
    },
    prints: record.tables.printsOfPatient(patient.id, PRINTS_SHOWN).map((row) => ({
      session: row.session,
      number: row.number,
      document: row.document,
      paper: row.paper,
      copy: row.copy,
      code: row.code,
      done: {
        by: person(row.printed_by),
        witness: null,
        happenedAt: row.printed_at,
        recordedAt: row.recorded_at,
        late: false,
      },
    })),
    activeSession: activeSession(record.tables.sessionsOfPatient(patient.id)),
  };
}

function signedBy(person: PersonOf, { actor, happenedAt, recordedAt }: ReadEvent) {
  return { by: person(actor), witness: null, happenedAt, recordedAt, late: false };
}

function sessionRow(record: OpenRecord, row: SessionRow): PatientSession {
  const outcome = outcomeOf(record, row.id);
  const library = record.library.byHash(outcome?.library ?? '')?.library;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    chair: row.chair,
    protocol: library?.protocols.find(({ id }) => id === row.protocol)?.title ?? row.protocol,
    plannedAt: row.planned_at,
    startedAt: row.started_at,
    given: outcome?.given ?? null,
    givenPerKg: outcome?.givenPerKg ?? null,
    peakPressure: outcome?.peakPressure ?? null,
    worstEffect: outcome?.worstEffect ?? null,
  };
}
