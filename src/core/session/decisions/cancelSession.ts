import { leftToAccountFor } from '../reconciliation.ts';
import type { Session, SessionState } from '../session.ts';
import { amountText } from '../sessionAmount.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

/** T20, before the start → CANCELLED. Drug already drawn is wasted with a witness first. */
export function cancelSession(session: Session, reason: string, deciding: Deciding): Decision {
  const before: readonly SessionState[] = [
    'PLANNED',
    'AUTHORISED',
    'ENTERED_A',
    'MISMATCH',
    'HELD',
    'MATCHED',
    'PREPARED',
    'READY',
  ];
  const wrong = stateOrRoleRefusal(session, before, deciding.actor, ['nurse', 'prescriber']);
  if (wrong) return refused(wrong);
  if (reason.trim() === '') return refused({ kind: 'textMissing', field: 'reason' });
  const left = leftToAccountFor(session);
  if (left) {
    const amounts = { drawn: amountText(session, left.drawn), inVial: amountText(session, left.inVial) };
    return refused({ kind: 'drawnDrugFirst', ...amounts });
  }
  return decided(fact('SessionCancelled', { reason: reason.trim() }));
}
