import { randomInt } from 'node:crypto';
import type { Failure } from '../../contract/failures.ts';
import type { EntryForm } from '../../contract/views/session.ts';
import type { PumpedProtocol } from '../../core/library/library.ts';
import { orderBandOf } from '../../core/library/orderUnits.ts';
import { shownLimitsOf } from '../../core/library/shownLimits.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { CountedPlanAuthorised } from '../../core/session/countedEvents.ts';
import { isCountedOrder } from '../../core/session/countedSession.ts';
import { decided, fact } from '../../core/session/decisions/deciding.ts';
import {
  entryPersonRefusal,
  fieldsToEnter,
  firstEntryHasExpired,
} from '../../core/session/decisions/makeEntry.ts';
import { effectiveNow } from '../../core/session/effectiveTime.ts';
import { orderShapeOf, pumpRateRule } from '../../core/session/entryRules.ts';
import type { PlanAuthorised } from '../../core/session/events.ts';
import { type Actor, CHECKERS, hasRole } from '../../core/session/roles.ts';
import type { Session } from '../../core/session/session.ts';
import { newEventId } from '../eventId.ts';
import { bannerView, personOf } from '../views/peopleViews.ts';
import type { OpenRecord } from './openRecord.ts';
import { loadPatient } from './patients.ts';
import { type LoadedSession, loadSession, readClock, takeStep } from './sessionSteps.ts';
import { stockedProducts } from './stockedProducts.ts';

/** A form nobody touched for this long is cleared. Source: UX 3.8. */
export const IDLE_SECONDS = 180;
const ATTEMPTS = 2;

/** A form before it has its ticket. */
type NewForm = Omit<EntryForm, 'ticket'>;

/**
 * The form this person may open for the next entry of a session. Refused: a person who may make none, a session in
 * no state for one. It carries nothing of the plan and nothing of the first entry.
 */
export function openForm(record: OpenRecord, id: string, person: Actor): Result<NewForm, Failure> {
  const loaded = currentSession(record, id, person);
  if (!loaded.ok) return loaded;
  const { session } = loaded.value;
  const at = effectiveNow(session.anchor, readClock(record.clock));
  const refusal = entryPersonRefusal(session, { actor: person }, record.settings().oneClinician ? at : null);
  if (refusal) return err(refusal);
  const patient = loadPatient(record, session.patient);
  const { authorised } = session;
  if (!patient || !authorised) return err({ kind: 'notFound', what: 'patient' });
  const which = session.state === 'ENTERED_A' ? 'second' : 'first';
  return ok({
    samePerson: session.first?.by === person.id,
    which,
    you: personOf(record)(person.id),
    session: session.id,
    chair: authorised.chair,
    patient: bannerView(record, patient, { hideBirth: true }),
    attempt: session.attempt,
    attempts: ATTEMPTS,
    firstAt: session.first?.happenedAt ?? null,
    fields: fieldsToEnter(session, person.id),
    products: shuffledProducts(record, session),
    ...(isCountedOrder(authorised) ? countedForm(authorised) : pumpedForm(authorised, which)),
    idleSeconds: IDLE_SECONDS,
  });
}

type FormOfOrder = Pick<NewForm, 'pumpRateDecimals' | 'shape' | 'limits' | 'counted'>;

function pumpedForm(
  { order, rules: { pump, protocol } }: PlanAuthorised,
  which: NewForm['which'],
): FormOfOrder {
  return {
    pumpRateDecimals: pumpRateRule(pump).decimals,
    shape: orderShapeOf(protocol, order),
    limits: which === 'first' ? limitsOf(protocol) : null,
    counted: null,
  };
}

/** Of counted doses nothing is typed that has a shape or a limit of its own. */
function countedForm({ rules }: CountedPlanAuthorised): FormOfOrder {
  return { pumpRateDecimals: 0, shape: null, limits: null, counted: rules.protocol.device.kind };
}

function limitsOf(protocol: PumpedProtocol): NonNullable<NewForm['limits']> {
  return {
    dose: shownLimitsOf(protocol, orderBandOf(protocol)),
    duration: shownLimitsOf(protocol, protocol.duration),
    weight: shownLimitsOf(protocol, protocol.weight),
  };
}

/** The session as it stands now: a first entry that has grown too old is let go on the way. */
function currentSession(record: OpenRecord, id: string, person: Actor): Result<LoadedSession, Failure> {
  const loaded = loadSession(record, id);
  if (!loaded) return err({ kind: 'notFound', what: 'session' });
  // Only somebody who may enter lets an old first entry go on the way.
  if (!hasRole(person, CHECKERS)) return err({ kind: 'roleNeeded', roles: CHECKERS });
  const at = effectiveNow(loaded.session.anchor, readClock(record.clock));
  if (loaded.session.state !== 'ENTERED_A' || !firstEntryHasExpired(loaded.session, at)) return ok(loaded);
  return takeStep(record, { session: id, requestId: newEventId(), actor: person }, () =>
    decided(fact('FirstEntryExpired', {})),
  );
}

/** Every product of the session's library, in an order that means nothing. */
function shuffledProducts(record: OpenRecord, session: Session): NewForm['products'] {
  const products = [...stockedProducts(record, session)];
  for (let last = products.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [left, right] = [products[last], products[other]];
    if (left && right) [products[last], products[other]] = [right, left];
  }
  return products;
}
