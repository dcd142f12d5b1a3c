import type { QuantityText } from '../../core/quantity/quantity.ts';
import type { Role } from '../../core/session/roles.ts';
import type { SessionState } from '../../core/session/session.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { type AwayTables, createAwayTables } from './awayTables.ts';
import { createLimitTables, type LimitTables } from './limitTables.ts';
import { createLoginTable, type LoginTable } from './loginTable.ts';
import { createLotTable, type LotTable } from './lotTable.ts';
import { createOutcomeTable, type OutcomeTable } from './outcomeTable.ts';
import { type NameCursor, type PatientPage, patientsLike, searchPatients } from './patientSearch.ts';

export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly initials: string;
  readonly suffix: string;
  readonly roles: readonly Role[];
  readonly licence: string | null;
  /** Last day of the licence, `2027-03-31`; null where there is none or it does not end. */
  readonly licenceExpires: string | null;
  /** Has left. */
  readonly isDisabled: boolean;
  readonly hasPin: boolean;
  /** The passphrase was chosen by an administrator and has to be replaced. */
  readonly isProvisional: boolean;
};

export type PatientRowData = {
  readonly id: string;
  readonly family_name: string;
  readonly given_name: string;
  readonly preferred_name: string | null;
  readonly title: string | null;
  readonly born: string;
  readonly sex: 'female' | 'male';
  readonly record_number: string;
  readonly height: QuantityText<'cm'> | null;
  readonly inactive: 0 | 1;
  /** The status of the allergies; null: never recorded. */
  readonly allergies: 'known' | 'none' | 'unobtainable' | null;
  readonly sort_name: string;
};

export type SessionRow = {
  readonly id: string;
  readonly number: string;
  readonly patient: string;
  readonly chair: number;
  readonly state: SessionState;
  readonly protocol: string;
  readonly planned_at: number;
  readonly started_at: number | null;
  readonly ended_at: number | null;
  readonly signed_by: string | null;
  readonly planned_by: string;
};

/** A page that was printed or saved. */
export type PrintRow = {
  readonly session: string;
  readonly number: string;
  readonly document: string;
  readonly paper: string;
  readonly copy: number;
  readonly code: string;
  readonly printed_by: string;
  readonly printed_at: number;
  readonly recorded_at: number;
};

/** Some rows of a list, and how long the whole list is. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** The questions the services put to the read tables. */
export type ReadTables = {
  users(): readonly UserRow[];
  user(id: string): UserRow | undefined;
  patient(id: string): PatientRowData | undefined;
  /** Patients whose words fit what is typed; all of them for an empty text. Never picks one. */
  searchPatients(text: string, limit: number, after: NameCursor | null): PatientPage;
  /** Patients born on a day, or with a family name like this one: to be compared by a person. */
  patientsLike(born: string, familyName: string): readonly PatientRowData[];
  /** By the letters and digits of the record number. */
  patientsOfRecord(recordKey: string): readonly PatientRowData[];
  /** When each of these patients was last started; absent for who never was. */
  lastStarts(patients: readonly string[]): ReadonlyMap<string, number>;
  /** Sessions that were planned or started between two moments. */
  sessionsBetween(from: number, until: number): readonly SessionRow[];
  /** Newest first. */
  printsOfPatient(patient: string, most: number): readonly PrintRow[];
  session(id: string): SessionRow | undefined;
  /** By its record number, `KT-2025-000412`. */
  sessionOfNumber(number: string): SessionRow | undefined;
  sessionsOfPatient(patient: string): readonly SessionRow[];
  /** Newest first, from after `after` on. */
  sessionPage(
    patient: string,
    limit: number,
    after: { readonly plannedAt: number; readonly id: string } | null,
  ): Page<SessionRow>;
  sessionsInStates(states: readonly SessionState[]): readonly SessionRow[];
  countSessions(): number;
} & LimitTables &
  AwayTables &
  LoginTable &
  LotTable &
  OutcomeTable;

type StoredUser = Pick<UserRow, 'id' | 'name' | 'initials' | 'suffix' | 'licence'> & {
  readonly full_name: string;
  readonly roles: string;
  readonly licence_expires: string | null;
  readonly disabled: number;
  readonly has_pin: number;
  readonly provisional: number;
};

export function createReadTables(database: Database): ReadTables {
  const users = database.prepare<[], StoredUser>('SELECT * FROM user_row ORDER BY added_seq');
  const user = database.prepare<[string], StoredUser>('SELECT * FROM user_row WHERE id = ?');
  const patient = database.prepare<[string], PatientRowData>('SELECT * FROM patient_row WHERE id = ?');
  const session = database.prepare<[string], SessionRow>('SELECT * FROM session_row WHERE id = ?');
  const ofNumber = database.prepare<[string], SessionRow>('SELECT * FROM session_row WHERE number = ?');
  const ofPatient = database.prepare<[string], SessionRow>(
    'SELECT * FROM session_row WHERE patient = ? ORDER BY planned_at DESC, id DESC',
  );
  const inStates = database.prepare<[string], SessionRow>(
    'SELECT * FROM session_row WHERE state IN (SELECT value FROM json_each(?)) ORDER BY chair, planned_at',
  );
  const count = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM session_row');
  const ofRecord = database.prepare<[string], PatientRowData>(
    'SELECT * FROM patient_row WHERE record_key = ?',
  );
  const prints = database.prepare<[string, number], PrintRow>(
    'SELECT * FROM print_row WHERE patient = ? ORDER BY printed_at DESC, id DESC LIMIT ?',
  );
  const starts = database.prepare<[string], { readonly patient: string; readonly last: number }>(
    `SELECT patient, max(started_at) AS last FROM session_row
     WHERE patient IN (SELECT value FROM json_each(?)) AND started_at IS NOT NULL GROUP BY patient`,
  );
  const between = database.prepare<{ readonly from: number; readonly until: number }, SessionRow>(
    `SELECT * FROM session_row WHERE planned_at BETWEEN @from AND @until
     UNION SELECT * FROM session_row WHERE started_at BETWEEN @from AND @until ORDER BY planned_at, id`,
  );
  return {
    users: () => users.all().map(userFromRow),
    user(id) {
      const row = user.get(id);
      return row && userFromRow(row);
    },
    patient: (id) => patient.get(id),
    searchPatients: (text, limit, after) => searchPatients(database, text, limit, after),
    patientsLike: (born, familyName) => patientsLike(database, born, familyName),
    patientsOfRecord: (key) => ofRecord.all(key),
    lastStarts: (patients) =>
      new Map(starts.all(JSON.stringify(patients)).map(({ patient: id, last }) => [id, last])),
    sessionsBetween: (from, until) => between.all({ from, until }),
    printsOfPatient: (id, most) => prints.all(id, most),
    session: (id) => session.get(id),
    sessionOfNumber: (number) => ofNumber.get(number),
    sessionsOfPatient: (id) => ofPatient.all(id),
    sessionPage: sessionPages(database),
    sessionsInStates: (states) => inStates.all(JSON.stringify(states)),
    countSessions: () => count.get()?.total ?? 0,
    ...createLimitTables(database),
    ...createAwayTables(database),
    ...createLoginTable(database),
    ...createLotTable(database),
    ...createOutcomeTable(database),
  };
}

/** Stands after every moment: where a first page begins. */
const AFTER_ALL_MOMENTS = { plannedAt: Number.MAX_SAFE_INTEGER, id: '' };

function sessionPages(database: Database): ReadTables['sessionPage'] {
  const page = database.prepare<[string, number, string, number], SessionRow>(
    `SELECT * FROM session_row WHERE patient = ? AND (planned_at, id) < (?, ?)
     ORDER BY planned_at DESC, id DESC LIMIT ?`,
  );
  const count = database.prepare<[string], { total: number }>(
    'SELECT count(*) AS total FROM session_row WHERE patient = ?',
  );
  return (patient, limit, after) => {
    const { plannedAt, id } = after ?? AFTER_ALL_MOMENTS;
    return { rows: page.all(patient, plannedAt, id, limit), total: count.get(patient)?.total ?? 0 };
  };
}

function userFromRow(row: StoredUser): UserRow {
  const { id, name, initials, suffix, licence } = row;
  return {
    id,
    name,
    initials,
    suffix,
    licence,
    fullName: row.full_name,
    roles: JSON.parse(row.roles) as readonly Role[],
    licenceExpires: row.licence_expires,
    isDisabled: row.disabled === 1,
    hasPin: row.has_pin === 1,
    isProvisional: row.provisional === 1,
  };
}
