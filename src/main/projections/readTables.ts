import type { QuantityText } from '../../core/quantity/quantity.ts';
import type { Role } from '../../core/session/roles.ts';
import type { SessionState } from '../../core/session/session.ts';
import type { Database } from '../eventLog/openDatabase.ts';

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

/** The questions the services put to the read tables. */
export type ReadTables = {
  users(): readonly UserRow[];
  user(id: string): UserRow | undefined;
  patient(id: string): PatientRowData | undefined;
  /** Patients whose words begin as typed, in any order; all of them for an empty text. Never picks one. */
  searchPatients(
    text: string,
    limit: number,
  ): { readonly rows: readonly PatientRowData[]; readonly total: number };
  session(id: string): SessionRow | undefined;
  sessionsOfPatient(patient: string): readonly SessionRow[];
  sessionsInStates(states: readonly SessionState[]): readonly SessionRow[];
  countSessions(): number;
};

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
    'SELECT * FROM session_row WHERE patient = ? ORDER BY planned_at DESC',
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
    sessionsInStates: (states) => inStates.all(JSON.stringify(states)),
    countSessions: () => count.get()?.total ?? 0,
  };
}

function patientSearch(database: Database): ReadTables['searchPatients'] {
  const all = database.prepare<[number], PatientRowData>(
    'SELECT * FROM patient_row ORDER BY sort_name, id LIMIT ?',
  );
  const allTotal = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM patient_row');
  const found = database.prepare<[string, number], PatientRowData>(
    `SELECT patient_row.* FROM patient_search JOIN patient_row USING (id)
     WHERE patient_search MATCH ? ORDER BY sort_name, id LIMIT ?`,
  );
  const foundTotal = database.prepare<[string], { total: number }>(
    'SELECT count(*) AS total FROM patient_search WHERE patient_search MATCH ?',
  );
  return (text, limit) => {
    const match = searchExpression(text);
    if (match === '') return { rows: all.all(limit), total: allTotal.get()?.total ?? 0 };
    return { rows: found.all(match, limit), total: foundTotal.get(match)?.total ?? 0 };
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
