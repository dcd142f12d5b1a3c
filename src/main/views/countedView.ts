import type { CountedView } from '../../contract/views/session.ts';
import { shownLimitsOf } from '../../core/library/shownLimits.ts';
import { quantityText, readQuantity } from '../../core/quantity/quantity.ts';
import { countedOf, givenInDoses, nextDose } from '../../core/session/countedSession.ts';
import { dosePerKilogram } from '../../core/session/delivered.ts';
import type { Session } from '../../core/session/session.ts';
import { pausedView } from './infusionView.ts';
import { doneView, type PersonOf } from './peopleViews.ts';
import { smallDrawUp } from './smallDrawUp.ts';

/** Counted doses from the match on: what was agreed, what has been given, what comes next. */
export function countedView(session: Session, person: PersonOf): CountedView | null {
  const { authorised, match } = countedOf(session) ?? {};
  if (!authorised || !match) return null;
  const { protocol, product } = authorised.rules;
  const given = givenInDoses(session.doses);
  const weight = readQuantity(match.weighing.weight, 'kg');
  return {
    order: authorised.order,
    of: protocol.device.kind,
    device: protocol.device.name,
    perDose: protocol.perDose,
    sum: match.sum,
    working: [...match.working],
    breaches: [...match.breaches],
    overrideReasons: [...authorised.overrideReasons],
    weighing: match.weighing,
    product,
    ...smallDrawUp(readQuantity(match.sum.fill, 'mL')),
    limits: shownLimitsOf(protocol, protocol.total),
    doses: session.doses.map(({ number, amount, site, early, ...done }) => ({
      number,
      amount,
      site,
      early: early && { prescriber: person(early.prescriber), reason: early.reason },
      done: doneView(person, done),
    })),
    given: quantityText(given),
    givenPerKg: quantityText(dosePerKilogram(given, weight)),
    givenPercent: (session.doses.length / authorised.order.doses) * 100,
    next: session.ended ? null : (nextDose(session) ?? null),
    paused: pausedView(session, person),
  };
}
