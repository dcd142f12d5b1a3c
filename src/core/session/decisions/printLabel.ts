import type { LabelPrinted } from '../events.ts';
import { CHECKERS } from '../roles.ts';
import type { Preparation, Session, SessionState } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

/** While a preparation hangs, or is about to: a label can be torn or get wet until the infusion ends. */
export const LABELLED: readonly SessionState[] = ['PREPARED', 'READY', 'RUNNING', 'PAUSED'];

/**
 * A label of the preparation goes to paper, or is copied by hand. Every one after the first says which it is and why.
 * A label that is void is never printed again. Source: UX 4, D2; T21a.
 */
export function printLabel(
  session: Session,
  { label, size, reason, to }: Omit<LabelPrinted, 'printing'>,
  deciding: Deciding,
): Decision {
  const wrong = stateOrRoleRefusal(session, LABELLED, deciding.actor, CHECKERS);
  if (wrong) return refused(wrong);
  if (!labelledPreparation(session, label)) return refused({ kind: 'labelVoid', label });
  const printing = printingsOf(session, label) + 1;
  const why = reason?.trim() ?? '';
  if (printing > 1 && why === '') return refused({ kind: 'textMissing', field: 'reason' });
  return decided(fact('LabelPrinted', { label, size, printing, reason: printing > 1 ? why : null, to }));
}

/** The preparation a label belongs to: the one in use or about to be, or the next one made while it runs. */
export function labelledPreparation(
  { preparation, nextPreparation }: Session,
  label: string,
): Preparation | undefined {
  return [preparation, nextPreparation].find(({ witnessed }) => witnessed?.label === label);
}

/** How often a label was printed or copied so far. */
export function printingsOf({ labelPrints }: Session, label: string): number {
  return labelPrints.filter((print) => print.label === label).length;
}
