import { isLabel, type LabelElsewhere } from '../../core/session/decisions/labelInHand.ts';
import { OCCUPYING_STATES, type Session } from '../../core/session/session.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient } from './patients.ts';
import { loadSession } from './sessionSteps.ts';

/**
 * The other chair a label belongs to, by its last four or its whole number; null when no session in a chair has one
 * like it. Source: UX 2.3 T14.
 */
export function labelElsewhere(record: OpenRecord, own: Session, typed: string): LabelElsewhere | null {
  const sessions = record.tables
    .sessionsInStates(OCCUPYING_STATES)
    .filter(({ id }) => id !== own.id)
    .flatMap(({ id }) => loadSession(record, id)?.session ?? []);
  const other = sessions.find((session) => labelsOf(session).some((label) => isLabel(label, typed)));
  if (!other) return null;
  return {
    chair: chairOf(other),
    name: familyName(record, other),
    ownChair: chairOf(own),
    ownName: familyName(record, own),
  };
}

function labelsOf({ preparation, nextPreparation }: Session): readonly string[] {
  return [preparation, nextPreparation].flatMap(({ witnessed }) => witnessed?.label ?? []);
}

function chairOf({ authorised, draft }: Session): number {
  return authorised?.chair ?? draft.chair;
}

function familyName(record: OpenRecord, { patient }: Session): string {
  return loadPatient(record, patient)?.details.familyName.toUpperCase() ?? '';
}
