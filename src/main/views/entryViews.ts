import type { SessionView } from '../../contract/views/session.ts';
import {
  entryFieldsOf,
  entryPersonRefusal,
  FIRST_ENTRY_LASTS_MINUTES,
} from '../../core/session/decisions/makeEntry.ts';
import { effectiveNow } from '../../core/session/effectiveTime.ts';
import type { Session, SessionState } from '../../core/session/session.ts';
import { actorOf } from '../identity/identity.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { readClock } from '../services/sessionSteps.ts';
import { doneView, type PersonOf } from './peopleViews.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const ENTERING: readonly SessionState[] = ['AUTHORISED', 'ENTERED_A', 'MISMATCH', 'HELD'];

/** Where the double entry stands, and who could make the next one. */
export function entryStatus(record: OpenRecord, session: Session, person: PersonOf): SessionView['entry'] {
  if (!ENTERING.includes(session.state)) return null;
  const { first, attempt } = session;
  const at = effectiveNow(session.anchor, readClock(record.clock));
  const againAt = record.settings().oneClinician ? at : null;
  const eligible = record.tables
    .users()
    .filter(
      (user) =>
        !user.isDisabled && entryPersonRefusal(session, { actor: actorOf(user) }, againAt) === undefined,
    )
    .map(({ name }) => name);
  return {
    attempt,
    first: first && doneView(person, first),
    expiresAt: first && first.happenedAt + FIRST_ENTRY_LASTS_MINUTES * MILLISECONDS_PER_MINUTE,
    eligible,
  };
}

/** A mismatch: the names of fields, the attempt and the people. No value is ever near it. */
export function mismatchView(session: Session, person: PersonOf): SessionView['mismatch'] {
  const { mismatch, state } = session;
  if (!mismatch || (state !== 'MISMATCH' && state !== 'HELD')) return null;
  const [first, second] = mismatch.entries;
  return {
    against: mismatch.against,
    fields: mismatch.fields,
    compared: entryFieldsOf(session),
    attempt: second.attempt,
    first: doneView(person, first),
    second: doneView(person, second),
  };
}

/** That two people agreed on all fields, when and who. */
export function independentCheck(session: Session, person: PersonOf): SessionView['check'] {
  const { match } = session;
  if (!match) return null;
  return {
    fields: entryFieldsOf(session),
    attempt: match.attempt,
    first: doneView(person, match.first),
    second: doneView(person, match),
  };
}
