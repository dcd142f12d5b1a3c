import { type Quantity, quantityText } from '../../quantity/quantity.ts';
import type { InterruptionAnswered } from '../events.ts';
import { openInterruption, type Session } from '../session.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';
import { wayRefusal } from './wayOfGiving.ts';

/** After the program was not running: what the pump shows now. Source: UX 2.6. */
export function answerInterruption(
  session: Session,
  command: { readonly pumpState: InterruptionAnswered['pumpState']; readonly pumpVolume: Quantity<'mL'> },
  deciding: Deciding,
): Decision {
  const wrong =
    stateOrRoleRefusal(session, ['RUNNING', 'PAUSED'], deciding.actor, ['nurse', 'prescriber']) ??
    wayRefusal(session, 'pump');
  if (wrong) return refused(wrong);
  if (!openInterruption(session)) return refused({ kind: 'nothingToAnswer' });
  return decided(
    fact('InterruptionAnswered', {
      pumpState: command.pumpState,
      pumpVolume: quantityText(command.pumpVolume),
    }),
  );
}
