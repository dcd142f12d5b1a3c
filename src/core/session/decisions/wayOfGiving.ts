import { countedOf } from '../countedSession.ts';
import type { SessionRefusal } from '../refusals.ts';
import type { Session } from '../session.ts';

/** A step with a pump in a session of counted doses, or the other way round. Undefined where it belongs. */
export function wayRefusal(
  session: Pick<Session, 'authorised' | 'match'>,
  way: 'pump' | 'counted',
): SessionRefusal | undefined {
  const isCounted = countedOf(session) !== undefined;
  return isCounted === (way === 'counted') ? undefined : { kind: 'otherWayOfGiving' };
}
