import { countedSum } from '../../dosing/countedPlan.ts';
import { planSum } from '../../dosing/planSum.ts';
import { countedBreaches } from '../../library/countedLimits.ts';
import { equipmentRefusals } from '../../library/equipmentRefusals.ts';
import type { LimitBreach } from '../../library/limits.ts';
import type { KnownPatient } from '../../library/patientValues.ts';
import { planBreaches } from '../../library/planBreaches.ts';
import { type PatientBody, planWeight, weightRuleOf } from '../../library/planWeight.ts';
import { compareQuantities, readQuantity } from '../../quantity/quantity.ts';
import { countedInput } from '../compareCounted.ts';
import type { CountedPlanAuthorised } from '../countedEvents.ts';
import { isCountedOrder, pumpedOf } from '../countedSession.ts';
import type { SessionEvent, VoidReason, Weighing } from '../events.ts';
import { dosedWeight, matchedWeight } from '../nurseRange.ts';
import { orderInput } from '../orderInput.ts';
import { leftToAccountFor } from '../reconciliation.ts';
import type { SessionRefusal } from '../refusals.ts';
import { CHECKERS } from '../roles.ts';
import { MATCHED_STATES, type Session, type SessionState } from '../session.ts';
import { amountText } from '../sessionAmount.ts';
import { limitRefusal } from './authorisePlan.ts';
import { type Deciding, type Decision, decided, fact, refused, stateOrRoleRefusal } from './deciding.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;
/** Before the start a match lapses after this time. Source: UX 2.4. */
const MATCH_LASTS_HOURS = 4;

/** The patient as the record has them now: every step between match and start asks whether the match still holds. */
export type PatientNow = {
  /** The newest measured weighing, the one a plan would be worked out from. */
  readonly weighing: Weighing | null;
  readonly known: KnownPatient;
  /** Sex and height as recorded now. */
  readonly body: PatientBody;
};

/**
 * T21a: the facts by which a match ends that no longer holds, or none while it does. It ends when the newest measured
 * weighing shows another weight, when sex or height come to another weight to dose on, and 4 h after the second entry.
 * A weighing that shows the same weight changes nothing. `at`: the session's effective time in milliseconds.
 */
export function matchEnds(session: Session, now: PatientNow, at: number): readonly SessionEvent[] {
  if (!session.match || !MATCHED_STATES.includes(session.state)) return [];
  if (now.weighing && isOtherWeight(session, now.weighing, now.body))
    return voidFacts(session, 'weight', now);
  const age = at - session.match.at;
  return age > MATCH_LASTS_HOURS * MILLISECONDS_PER_HOUR ? voidFacts(session, 'lapsed', now) : [];
}

/** T21a for another identity: what was entered twice was entered for somebody else. */
export function identityChanged(session: Session, now: PatientNow): Decision {
  if (!session.match || !MATCHED_STATES.includes(session.state)) return decided();
  return decided(...voidFacts(session, 'identity', now));
}

/** States in which an order is signed and nothing has started. A hold is its adjudicator's. */
const ORDERED: readonly SessionState[] = ['AUTHORISED', 'ENTERED_A', 'MISMATCH', ...MATCHED_STATES];

/**
 * T21b, AUTHORISED to READY → PLANNED: a prescriber opens the order again to change it. The authorisation, the double
 * check and the label are void; drug that is drawn up is wasted with a witness.
 */
export function reopenOrder(session: Session, deciding: Deciding): Decision {
  const wrong = stateOrRoleRefusal(session, ORDERED, deciding.actor, CHECKERS);
  if (wrong) return refused(wrong);
  if (!deciding.actor.roles.includes('prescriber')) return refused({ kind: 'orderChangeNeedsPrescriber' });
  return decided(fact('OrderReopened', {}));
}

/** Drug of a void preparation comes first: undefined once its waste is recorded. */
export function voidDrugRefusal(session: Session): SessionRefusal | undefined {
  if (session.preparation.vial) return undefined;
  const left = leftToAccountFor(session);
  return (
    left && {
      kind: 'voidDrugFirst',
      drawn: amountText(session, left.drawn),
      inVial: amountText(session, left.inVial),
    }
  );
}

function isOtherWeight(session: Session, newest: Weighing, body: PatientBody): boolean {
  const weight = readQuantity(newest.weight, 'kg');
  if (compareQuantities(readQuantity(matchedWeight(session), 'kg'), weight) !== 0) return true;
  const rules = pumpedOf(session)?.authorised.rules;
  const dosed = planWeight(rules && weightRuleOf(rules.protocol), weight, body);
  return !dosed.ok || compareQuantities(dosed.value.weight, readQuantity(dosedWeight(session), 'kg')) !== 0;
}

/** The limits are judged anew: what the prescriber gave no reason for takes the order back too. */
function voidFacts(session: Session, because: VoidReason, now: PatientNow): readonly SessionEvent[] {
  const judged = judgedAnew(session, now);
  const voided = fact('MatchVoided', { because, breaches: judged.breaches });
  if (judged.stands) return [voided];
  return [voided, fact('AuthorisationVoided', { breaches: judged.breaches })];
}

function judgedAnew(
  { authorised }: Session,
  { weighing, known, body }: PatientNow,
): { readonly stands: boolean; readonly breaches: readonly LimitBreach[] } {
  if (!authorised || !weighing) return { stands: true, breaches: [] };
  if (isCountedOrder(authorised)) return countedAnew(authorised, weighing, known);
  const { rules, overrideReasons } = authorised;
  const input = orderInput({ ...authorised, body }, readQuantity(weighing.weight, 'kg'));
  const sum = input.ok ? planSum(input.value) : input;
  if (!input.ok || !sum.ok) return { stands: false, breaches: [] };
  const breaches = planBreaches(input.value, sum.value, rules.protocol, known);
  const isImpossible = equipmentRefusals(sum.value, rules.pump).length > 0;
  return { stands: !isImpossible && limitRefusal(breaches, overrideReasons) === undefined, breaches };
}

function countedAnew(authorised: CountedPlanAuthorised, { weight }: Weighing, known: KnownPatient) {
  const { rules, overrideReasons } = authorised;
  const input = countedInput(authorised, readQuantity(weight, 'kg'));
  const sum = countedSum(input);
  if (!sum.ok) return { stands: false, breaches: [] };
  const breaches = countedBreaches(input, sum.value, rules.protocol, known);
  return { stands: limitRefusal(breaches, overrideReasons) === undefined, breaches };
}
