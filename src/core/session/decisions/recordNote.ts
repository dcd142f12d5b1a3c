import type { NoteKind } from '../events.ts';
import { lateEntryRefusal } from '../lateEntry.ts';
import { CLINICAL } from '../roles.ts';
import type { Session, SessionState } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

/** States in which a note is written at the chair. Source: UX 2.2. */
const NOTED: readonly SessionState[] = ['READY', 'RUNNING', 'PAUSED', 'RECOVERY'];

/**
 * Words about the patient, as somebody wrote them; they change no state and no total. Refused are a note without a word
 * and a time out of bounds (`lateEntryRefusal`).
 */
export function recordNote(
  session: Session,
  command: {
    readonly kind: NoteKind;
    readonly text: string;
    /** Why it is recorded so late; needed more than 120 min back. */
    readonly lateReason: string | null;
  },
  deciding: Deciding,
): Decision {
  const { kind, lateReason } = command;
  const wrong =
    stateOrRoleRefusal(session, NOTED, deciding.actor, CLINICAL) ??
    lateEntryRefusal(session, lateReason, deciding);
  if (wrong) return refused(wrong);
  const text = command.text.trim();
  if (text === '') return refused({ kind: 'noteEmpty' });
  const reason = lateReason?.trim() ?? '';
  const why = reason !== '' && deciding.late > 0 ? [fact('LateEntryReasonGiven', { reason })] : [];
  return decided(fact('NoteRecorded', { kind, text }), ...why);
}
