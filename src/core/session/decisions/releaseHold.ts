import type { WrongSource } from '../events.ts';
import { CHECKERS } from '../roles.ts';
import type { Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

/** T6, MISMATCH → AUTHORISED (attempt 2). Both people then read the source again and enter what differed. */
export function startSecondAttempt(session: Session, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ['MISMATCH'], deciding.actor, CHECKERS);
  return wrong ? refused(wrong) : decided(fact('SecondAttemptStarted', {}));
}

/**
 * T6b, HELD → AUTHORISED: a prescriber who made neither entry says which source was wrong, with a reason. Everyone
 * starts again, and the adjudicator, who has now seen both sets, may not enter.
 */
export function releaseHold(
  session: Session,
  command: { readonly reason: string; readonly wrongSource: WrongSource },
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, ['HELD'], deciding.actor, ['prescriber']);
  if (wrong) return refused(wrong);
  if (madeAnEntry(session, deciding.actor.id)) return refused({ kind: 'anotherReleases' });
  const reason = command.reason.trim();
  if (reason === '') return refused({ kind: 'textMissing', field: 'reason' });
  return decided(fact('HoldReleased', { reason, wrongSource: command.wrongSource }));
}

/** True when a person's entry is one of the two that did not agree. */
export function madeAnEntry(session: Session, person: string): boolean {
  return session.mismatch?.entries.some(({ by }) => by === person) ?? false;
}
