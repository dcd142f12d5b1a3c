import type { QuantityText } from '../../core/quantity/quantity.ts';
import type { Role } from '../../core/session/roles.ts';
import type { SessionState } from '../../core/session/session.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { createLimitTables, type LimitTables } from './limitTables.ts';
import { createLoginTable, type LoginTable } from './loginTable.ts';

export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly initials: string;
  readonly suffix: string;
  readonly roles: readonly Role[];
  readonly licence: string | null;
};

export type PatientRowData = {
  readonly id: string;
  readonly family_name: string;
  readonly given_name: string;
  readonly title: string | null;
  readonly born: string;
  readonly sex: 'female' | 'male';
  readonly record_number: string;
  readonly height: QuantityText<'cm'> | null;
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

/** Some rows of a list, and how long the whole list is. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** The questions the services put to the read tables. */
export type ReadTables = {
  users(): readonly UserRow[];
  user(id: string): UserRow | undefined;
  patient(id: string): PatientRowData | undefined;
  /**
   * Patients whose words begin as typed, in any order; all of them for an empty text. In the order of names, from
   * after `after` on. Never picks one.
   */
  searchPatients(
    text: string,
    limit: number,
    after: { readonly sortName: string; readonly id: string } | null,
  ): Page<PatientRowData>;
  session(id: string): SessionRow | undefined;
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
  LoginTable;

type StoredUser = Omit<UserRow, 'fullName' | 'roles'> & {
  readonly full_name: string;
  readonly roles: string;
};

export function createReadTables(database: Database): ReadTables {
  const users = database.prepare<[], StoredUser>('SELECT * FROM user_row ORDER BY added_seq');
  const user = database.prepare<[string], StoredUser>('SELECT * FROM user_row WHERE id = ?');
  const patient = database.prepare<[string], PatientRowData>('SELECT * FROM patient_row WHERE id = ?');
  const session = database.prepare<[string], SessionRow>('SELECT * FROM session_row WHERE id = ?');
  const ofPatient = database.prepare<[string], SessionRow>(
    'SELECT * FROM session_row WHERE patient = ? ORDER BY planned_at DESC, id DESC',
  );
  const inStates = database.prepare<[string], SessionRow>(
    'SELECT * FROM session_row WHERE state IN (SELECT value FROM json_each(?)) ORDER BY chair, planned_at',
  );
  const count = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM session_row');
  return {
    users: () => users.all().map(userFromRow),
    user(id) {
      const row = user.get(id);
      return row && userFromRow(row);
    },
    patient: (id) => patient.get(id),
    searchPatients: patientSearch(database),
    session: (id) => session.get(id),
    sessionsOfPatient: (id) => ofPatient.all(id),
    sessionPage: sessionPages(database),
    sessionsInStates: (states) => inStates.all(JSON.stringify(states)),
    countSessions: () => count.get()?.total ?? 0,
    ...createLimitTables(database),
    ...createLoginTable(database),
  };
}

/** Stands before every name, and after every moment: where a first page begins. */
const BEFORE_ALL_NAMES = { sortName: '', id: '' };
const AFTER_ALL_MOMENTS = { plannedAt: Number.MAX_SAFE_INTEGER, id: '' };

function patientSearch(database: Database): ReadTables['searchPatients'] {
  const all = database.prepare<[string, string, number], PatientRowData>(
    'SELECT * FROM patient_row WHERE (sort_name, id) > (?, ?) ORDER BY sort_name, id LIMIT ?',
  );
  const allTotal = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM patient_row');
  const found = database.prepare<[string, string, string, number], PatientRowData>(
    `SELECT patient_row.* FROM patient_search JOIN patient_row ON patient_row.rowid = patient_search.rowid
     WHERE patient_search MATCH ? AND (sort_name, patient_row.id) > (?, ?)
     ORDER BY sort_name, patient_row.id LIMIT ?`,
  );
  const foundTotal = database.prepare<[string], { total: number }>(
    'SELECT count(*) AS total FROM patient_search WHERE patient_search MATCH ?',
  );
  return (text, limit, after) => {
    const { sortName, id } = after ?? BEFORE_ALL_NAMES;
    const match = searchExpression(text);
    if (match === '') return { rows: all.all(sortName, id, limit), total: allTotal.get()?.total ?? 0 };
    return { rows: found.all(match, sortName, id, limit), total: foundTotal.get(match)?.total ?? 0 };
  };
}

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

/** Every word as a quoted prefix, so that nothing typed is ever read as query syntax. */
function searchExpression(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => `"${word}"*`).join(' ');
}

function userFromRow({ full_name, roles, ...row }: StoredUser): UserRow {
  return { ...row, fullName: full_name, roles: JSON.parse(roles) as readonly Role[] };
}
