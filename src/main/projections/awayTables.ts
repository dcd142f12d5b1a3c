import type { Database } from '../eventLog/openDatabase.ts';

/** An emergency access. Times in UTC milliseconds; null while it is open, and until a director has looked at it. */
export type EmergencyRow = {
  readonly id: string;
  readonly name: string;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly reviewed_at: number | null;
  readonly reviewed_by: string | null;
};

export type EmergencyAct = {
  readonly id: string;
  readonly session: string;
  readonly type: string;
  readonly happened_at: number;
};

/** A key pressed on a locked desk by somebody who did not say who they were. */
export type UnidentifiedRow = EmergencyAct & {
  readonly claimed_by: string | null;
  readonly claimed_at: number | null;
};

export type AwayTables = {
  emergencies(): readonly EmergencyRow[];
  emergencyActs(emergency: string): readonly EmergencyAct[];
  unidentified(): readonly UnidentifiedRow[];
};

export function createAwayTables(database: Database): AwayTables {
  const emergencies = database.prepare<[], EmergencyRow>(
    'SELECT * FROM emergency_row ORDER BY opened_at, id',
  );
  const acts = database.prepare<[string], EmergencyAct>(
    'SELECT id, session, type, happened_at FROM emergency_act WHERE emergency = ? ORDER BY happened_at, id',
  );
  const unidentified = database.prepare<[], UnidentifiedRow>(
    'SELECT * FROM unidentified_row ORDER BY happened_at, id',
  );
  return {
    emergencies: () => emergencies.all(),
    emergencyActs: (emergency) => acts.all(emergency),
    unidentified: () => unidentified.all(),
  };
}
