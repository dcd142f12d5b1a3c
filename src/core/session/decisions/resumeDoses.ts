import type { Actor } from '../roles.ts';
import { openInterruption, type Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { resumeRefusal } from './pauseInfusion.ts';
import { wayRefusal } from './wayOfGiving.ts';

/** T12 for counted doses, PAUSED → RUNNING: as with a pump, without one to read. See `resumeRefusal`. */
export function resumeDoses(session: Session, prescriber: Actor | null, deciding: Deciding): Decision {
  const wrong = resumeRefusal(session, prescriber, deciding) ?? wayRefusal(session, 'counted');
  return wrong ? refused(wrong) : decided(fact('DosesResumed', { allowedBy: prescriber?.id ?? null }));
}

/** After the program was not running: every dose that was given meanwhile is recorded. Source: UX 2.6. */
export function confirmDoses(session: Session, deciding: Deciding): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING', 'PAUSED'], deciding.actor, ['nurse', 'prescriber']) ??
    wayRefusal(session, 'counted');
  if (wrong) return refused(wrong);
  if (!openInterruption(session)) return refused({ kind: 'nothingToAnswer' });
  return decided(fact('DosesConfirmed', {}));
}
