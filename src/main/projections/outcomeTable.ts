import type { SessionOutcome } from '../../core/session/outcome.ts';
import type { Database } from '../eventLog/openDatabase.ts';

/** The one question about what finished sessions came to. */
export type OutcomeTable = {
  /** What a finished session came to; undefined of one that goes on, or has facts this version does not know. */
  outcome(session: string): SessionOutcome | undefined;
};

export function createOutcomeTable(database: Database): OutcomeTable {
  const outcome = database.prepare<[string], SessionOutcome>(
    `SELECT library, ordered, told, given, given_per_kg AS givenPerKg, peak_pressure AS peakPressure,
     worst_effect AS worstEffect FROM outcome_row WHERE id = ?`,
  );
  return { outcome: (session) => outcome.get(session) };
}
