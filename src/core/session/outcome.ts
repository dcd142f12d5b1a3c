import { type QuantityText, quantityText, readQuantity } from '../quantity/quantity.ts';
import { type Authorised, countedOf, isCountedOrder, type Matched } from './countedSession.ts';
import { dosePerKilogram } from './delivered.ts';
import type { Order } from './events.ts';
import { dosedWeight } from './nurseRange.ts';
import { givenAmount } from './reconciliation.ts';
import type { Session, SessionState } from './session.ts';
import { EFFECT_WORDS, severityWord } from './words.ts';

/** What a session came to, as far as its events say: all that a list of sessions and a later order need of it. */
export type SessionOutcome = {
  /** Hash of the library it was planned with. */
  readonly library: string;
  /** The dose or the rate that was signed, as it was ordered, of counted doses all together; null without an order. */
  readonly ordered: Order['dose'] | QuantityText<'mg'> | null;
  /** What the pump was told to give in all, or the counted doses in all, since the match; null before it. */
  readonly told: QuantityText<'mg'> | null;
  /** By the pump's final reading, or in counted doses once their giving is over; null before. Exact. */
  readonly given: QuantityText<'mg'> | null;
  /** `given` ÷ the weight doses count on. Exact. */
  readonly givenPerKg: QuantityText<'mg/kg'> | null;
  /** The highest systolic pressure with its diastolic, `151/92`. */
  readonly peakPressure: string | null;
  /** The effect that was worst, with how bad it was: `nausea, moderate`. */
  readonly worstEffect: string | null;
};

/** States in which the patient has left, or never was connected: only what is written about the session goes on. */
export const FINISHED_STATES: readonly SessionState[] = ['DISCHARGED', 'SIGNED', 'CANCELLED'];

/** What a session came to. The same for a session that still runs, with what is not known yet left null. */
export function sessionOutcome(session: Session): SessionOutcome {
  const { authorised, match } = session;
  const given = isGivenKnown(session) ? givenAmount(session) : null;
  const weight = match && readQuantity(dosedWeight(session), 'kg');
  return {
    library: session.library.hash,
    ordered: authorised && orderedOf(authorised),
    told: match && toldToGive(match.sum),
    given: given && quantityText(given),
    givenPerKg: given && weight && quantityText(dosePerKilogram(given, weight)),
    peakPressure: peakPressure(session),
    worstEffect: worstEffect(session),
  };
}

/** Counted doses are all recorded once their giving is over. */
function isGivenKnown(session: Session): boolean {
  return session.finalReading !== null || (countedOf(session) !== undefined && session.ended !== null);
}

function orderedOf(authorised: Authorised): Order['dose'] | QuantityText<'mg'> {
  return isCountedOrder(authorised) ? authorised.sum.dose : authorised.order.dose;
}

function toldToGive(sum: Matched['sum']): QuantityText<'mg'> {
  return 'achievedDose' in sum ? (sum.staged ?? sum).achievedDose : sum.dose;
}

/** The highest systolic pressure with its diastolic, `151/92`. */
export function peakPressure({ vitals }: Session): string | null {
  const measured = vitals.flatMap(({ systolic, diastolic }) =>
    systolic === null ? [] : [{ systolic, diastolic }],
  );
  const peak = measured.toSorted((left, right) => right.systolic - left.systolic)[0];
  return peak ? `${peak.systolic}/${peak.diastolic ?? '–'}` : null;
}

function worstEffect({ effects }: Session): string | null {
  const worst = effects
    .filter(({ effect }) => effect !== 'none' && effect !== 'calm')
    .toSorted((left, right) => right.worst - left.worst)[0];
  return worst ? `${EFFECT_WORDS[worst.effect]}, ${severityWord(worst.effect, worst.worst)}` : null;
}
