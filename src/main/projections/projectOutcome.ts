import type { ReadEvent } from '../../contract/events/storedEvent.ts';
import { FINISHED_STATES, type SessionOutcome, sessionOutcome } from '../../core/session/outcome.ts';
import type { SessionState } from '../../core/session/session.ts';
import { stateAfter } from '../../core/session/stateAfter.ts';
import type { Database } from '../eventLog/openDatabase.ts';
import { prepared } from './prepared.ts';
import { sessionAfter } from './sessionFolds.ts';

/**
 * What a finished session came to, so that nobody makes it anew from its events to list it. Written again with every
 * fact that follows, since a record is corrected until it is signed. A session with a fact this version does not know
 * has no row: what is not known cannot be said to have changed nothing.
 *
 * Before the session's own row: the state there is still the one before this event.
 */
export function projectOutcome(database: Database, log: Database, id: string, event: ReadEvent): void {
  const row = prepared(database, 'SELECT state FROM session_row WHERE id = ?').get(id) as
    | { readonly state: SessionState }
    | undefined;
  const isFinished = row !== undefined && FINISHED_STATES.includes(stateAfter(row.state, event.type));
  const session = sessionAfter(database, log, event, isFinished);
  if (!isFinished) return;
  if (session === undefined) prepared(database, 'DELETE FROM outcome_row WHERE id = ?').run(id);
  else saveOutcome(database, id, sessionOutcome(session));
}

function saveOutcome(database: Database, id: string, outcome: SessionOutcome): void {
  const { library, ordered, told, given, givenPerKg, peakPressure, worstEffect } = outcome;
  prepared(database, 'INSERT OR REPLACE INTO outcome_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    library,
    ordered,
    told,
    given,
    givenPerKg,
    peakPressure,
    worstEffect,
  );
}
