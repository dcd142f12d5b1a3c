import { minus, plus, readQuantity, wholeQuantity } from '../../quantity/quantity.ts';
import { confirmedBalance } from '../confirmedNumbers.ts';
import { countedOf } from '../countedSession.ts';
import type { Reconciliation } from '../reconciliation.ts';
import type { SessionRefusal } from '../refusals.ts';
import { hasRole } from '../roles.ts';
import type { Session } from '../session.ts';
import { amountText } from '../sessionAmount.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

/** What the record still lacks before anyone can sign. Undefined when nothing. Source: UX 2.3 T18. */
export function signingRefusal(session: Session): SessionRefusal | undefined {
  if (session.ended?.how === 'stopped' && !session.ended.reason) return { kind: 'stopReasonMissing' };
  if (!session.finalReading && !countedOf(session)) return { kind: 'pumpNotReadYet' };
  const confirmed = confirmedBalance(session);
  if (!confirmed.ok) return confirmed.failure;
  const balance = confirmed.value;
  if (balance && !balance.balances && !session.discrepancy) return notAccountedFor(session, balance);
  return undefined;
}

/** T18: the nurse signs the record as it stands; `recordHash` is what is signed. */
export function signRecord(session: Session, recordHash: string, deciding: Deciding): Decision {
  if (session.signed) return refused({ kind: 'alreadySigned' });
  const wrong = stateOrRoleRefusal(session, ['DISCHARGED'], deciding.actor, ['nurse']);
  if (wrong) return refused(wrong);
  const lacking = signingRefusal(session);
  return lacking ? refused(lacking) : decided(fact('SessionSigned', { recordVersion: 1, recordHash }));
}

/**
 * T18 where the clinic asks for one signature: a nurse's or a prescriber's closes the record. Who is both signs as
 * nurse, who was responsible for the chair.
 */
export function signRecordAlone(session: Session, recordHash: string, deciding: Deciding): Decision {
  if (session.signed) return refused({ kind: 'alreadySigned' });
  const wrong = stateOrRoleRefusal(session, ['DISCHARGED'], deciding.actor, ['nurse', 'prescriber']);
  if (wrong) return refused(wrong);
  const lacking = signingRefusal(session);
  if (lacking) return refused(lacking);
  const as = hasRole(deciding.actor, ['nurse']) ? 'nurse' : 'prescriber';
  return decided(fact('SessionSigned', { recordVersion: 1, recordHash }), fact('SignatureSufficed', { as }));
}

/** T18: the prescriber countersigns the same content; the record is closed. */
export function countersignRecord(session: Session, recordHash: string, deciding: Deciding): Decision {
  if (session.countersigned) return refused({ kind: 'alreadySigned' });
  const wrong = stateOrRoleRefusal(session, ['DISCHARGED'], deciding.actor, ['prescriber']);
  if (wrong) return refused(wrong);
  if (!session.signed) return refused({ kind: 'nurseSignsFirst' });
  if (session.signed.recordHash !== recordHash)
    throw new Error('The record has changed since the nurse signed it.');
  if (session.signed.by === deciding.actor.id) return refused({ kind: 'anotherPersonNeeded' });
  return decided(fact('SessionCountersigned', { recordVersion: 1, recordHash }));
}

function notAccountedFor(session: Session, balance: Reconciliation): SessionRefusal {
  const fromVial = session.wastes
    .filter(({ from }) => from === 'vial')
    .map(({ amount }) => readQuantity(amount, 'mg'))
    .reduce(plus, wholeQuantity(0n, 'mg'));
  return {
    kind: 'notAccountedFor',
    unaccounted: amountText(session, balance.unaccounted),
    drug: session.authorised?.rules.drugName ?? '',
    drawn: amountText(session, balance.drawn),
    given: amountText(session, balance.given),
    wasted: amountText(session, minus(balance.wasted, fromVial)),
    leftInVial: amountText(session, balance.leftInVial),
    wastedFromVial: amountText(session, fromVial),
  };
}
