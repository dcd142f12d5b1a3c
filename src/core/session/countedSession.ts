import { plus, type Quantity, readQuantity, wholeQuantity } from '../quantity/quantity.ts';
import type { CountedEntriesMatched, CountedPlanAuthorised, DoseGiven } from './countedEvents.ts';
import type { EntriesMatched, PlanAuthorised } from './events.ts';
import type { Done, Entry, Session } from './session.ts';

/** An order as signed, of either kind. */
export type Authorised = PlanAuthorised | CountedPlanAuthorised;
/** What two people agreed on, of either kind. */
export type Matched = EntriesMatched | CountedEntriesMatched;

type OfKind<Order, Agreement> = {
  readonly authorised: Order & Done;
  readonly match: (Agreement & Done & { readonly first: Entry }) | null;
};

export function isCountedOrder<Order extends Authorised>(
  order: Order,
): order is Extract<Order, CountedPlanAuthorised> {
  return order.rules.protocol.mode === 'countedDoses';
}

/** The order of a session of counted doses and its match; undefined before an order and for one with a pump. */
export function countedOf({
  authorised,
  match,
}: Pick<Session, 'authorised' | 'match'>): OfKind<CountedPlanAuthorised, CountedEntriesMatched> | undefined {
  if (!authorised || !isCountedOrder(authorised)) return undefined;
  return { authorised, match: match && isCountedMatch(match) ? match : null };
}

/** The same for a session with a pump. */
export function pumpedOf({
  authorised,
  match,
}: Pick<Session, 'authorised' | 'match'>): OfKind<PlanAuthorised, EntriesMatched> | undefined {
  if (!authorised || isCountedOrder(authorised)) return undefined;
  return { authorised, match: match && !isCountedMatch(match) ? match : null };
}

function isCountedMatch<Agreement extends Matched>(
  match: Agreement,
): match is Extract<Agreement, CountedEntriesMatched> {
  return 'volumePerDose' in match.sum;
}

/** Drug in the doses that were recorded, in mg. Exact. */
export function givenInDoses(doses: readonly Pick<DoseGiven, 'amount'>[]): Quantity<'mg'> {
  return doses.map(({ amount }) => readQuantity(amount, 'mg')).reduce(plus, wholeQuantity(0n, 'mg'));
}

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * The next dose and the earliest moment for it: the gap after the last one given, on the session's axis in
 * milliseconds. Undefined before the first one and after the last.
 */
export function nextDose(
  session: Pick<Session, 'authorised' | 'match' | 'doses'>,
): { readonly number: number; readonly earliestAt: number } | undefined {
  const order = countedOf(session)?.authorised.order;
  const { doses } = session;
  if (!order || doses.length === 0 || doses.length >= order.doses) return undefined;
  const gap = readQuantity(order.gap, 'min').value.numerator;
  const last = Math.max(...doses.map(({ at }) => at));
  return { number: doses.length + 1, earliestAt: last + Number(gap) * MILLISECONDS_PER_MINUTE };
}
