import { type Quantity, quantityText } from '../../quantity/quantity.ts';
import { err, ok, type Result } from '../../result.ts';
import {
  type RecordedRefusal,
  type SessionEvent,
  type SessionEventType,
  WRITTEN_VERSIONS,
} from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';
import { type Actor, CHECKERS, hasRole, type Role } from '../roles.ts';
import { MATCHED_STATES, type Session, type SessionState } from '../session.ts';

/** Who decides, and when. Time comes in as an argument; the core has no clock. */
export type Deciding = {
  readonly actor: Actor;
  /** The second person of an action that takes two, proved by an own PIN or passphrase. */
  readonly second: Actor | null;
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
  /** The same moment on the session's axis. */
  readonly at: number;
  /** How long before it is recorded that moment lies: 0 for what happens now. Milliseconds. */
  readonly late: number;
};

/** The facts a decision leads to, or why it leads to none. */
export type Decision = Result<readonly SessionEvent[], SessionRefusal>;

/** One fact, in the version it is written in. */
export function fact<Type extends SessionEventType>(
  type: Type,
  data: Extract<SessionEvent, { readonly type: Type }>['data'],
): SessionEvent {
  return { type, version: WRITTEN_VERSIONS[type] ?? 1, data } as SessionEvent;
}

export function decided(...facts: readonly SessionEvent[]): Decision {
  return ok(facts);
}

/** A try that is refused and stays in the record as such; whoever sends it is answered with the refusal. */
export function refusedForTheRecord(refusal: RecordedRefusal, typed: Quantity<'mL/h'> | null): Decision {
  return decided(fact('TryRefused', { refusal, typed: typed && quantityText(typed) }));
}

export function refused(refusal: SessionRefusal): Decision {
  return err(refusal);
}

/** A nurse's signature closes the content: nothing of it changes before the prescriber signs the same. Source: UX T18. */
export function signedRefusal(session: Session): SessionRefusal | undefined {
  return session.signed ? { kind: 'alreadySigned' } : undefined;
}

/** Whoever is named as ordering or allowing something is a prescriber. Undefined when nobody is named. */
export function prescriberRefusal(named: Actor | null): SessionRefusal | undefined {
  const isWrong = named !== null && !hasRole(named, ['prescriber']);
  return isWrong ? { kind: 'roleNeeded', roles: ['prescriber'] } : undefined;
}

/** The refusal every decision begins with: a wrong state or a wrong role. Undefined when neither is the case. */
export function stateOrRoleRefusal(
  session: Session,
  states: readonly SessionState[],
  actor: Actor,
  roles: readonly Role[],
): SessionRefusal | undefined {
  if (!states.includes(session.state)) {
    const { voided, state } = session;
    const isAfterMatch = states.some((allowed) => MATCHED_STATES.includes(allowed));
    // Who comes with a step that the void took away is told why.
    if (voided && isAfterMatch) return { kind: 'checkVoid', because: voided.because };
    return { kind: 'notInThisState', state };
  }
  if (!hasRole(actor, roles)) return { kind: 'roleNeeded', roles };
  return undefined;
}

/**
 * The second person of an action that takes two: somebody other than `but`, in a role that may check. Undefined when
 * the person may. Source: UX 2.1, "any nurse, prescriber or pharmacist other than the first person".
 */
export function secondPersonRefusal(
  { second }: Pick<Deciding, 'second'>,
  but: readonly string[],
): SessionRefusal | undefined {
  if (!second || but.includes(second.id)) return { kind: 'anotherPersonNeeded' };
  return hasRole(second, CHECKERS) ? undefined : { kind: 'roleNeeded', roles: CHECKERS };
}
