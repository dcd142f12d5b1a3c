import { derive, plus, type Quantity, type Unit } from '../quantity/quantity.ts';
import type { CalendarDate } from './age.ts';

/** A value as ordered and as the pump really gives it. */
export type OrderedAndAchieved<U extends Unit> = {
  readonly exact: Quantity<U>;
  readonly achieved: Quantity<U>;
};

/** What an order may be written in; mg of counted doses. */
export type OrderedUnit = 'mg/kg' | 'mg/kg/h' | 'mg/h' | 'mg';

export type EarlierSession = {
  readonly given: Quantity<'mg'>;
  /** When its last drug went in, UTC milliseconds; for one that still runs, now. */
  readonly endedAt: number;
  /** True when it belongs to the course the plan belongs to. */
  readonly inCourse: boolean;
};

/** What is known of a patient besides the plan. */
export type KnownPatient = {
  readonly born: CalendarDate;
  /** The day of the session, in the clinic's calendar. */
  readonly on: CalendarDate;
  /** When the plan is to start, UTC milliseconds. */
  readonly startsAt: number;
  readonly earlier: readonly EarlierSession[];
  /** As ordered, not as given: a session that was stopped early is no smaller dose. Null for a first one. */
  readonly lastOrdered: Quantity<OrderedUnit> | null;
};

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Planned drug and all that was given in sessions whose last drug went in less than 24 h before the start, in mg; one
 * that ended exactly 24 h before is out. Exact. Source: H12.
 */
export function withLastDay(
  planned: OrderedAndAchieved<'mg'>,
  { earlier, startsAt }: KnownPatient,
): OrderedAndAchieved<'mg'> {
  return withEarlier(
    planned,
    earlier.filter(({ endedAt }) => startsAt - endedAt < MILLISECONDS_PER_DAY),
  );
}

/** Planned drug and all that was given in the course, in mg. Exact. Source: DOMAIN 6, row 25. */
export function withCourse(
  planned: OrderedAndAchieved<'mg'>,
  { earlier }: KnownPatient,
): OrderedAndAchieved<'mg'> {
  return withEarlier(
    planned,
    earlier.filter(({ inCourse }) => inCourse),
  );
}

/**
 * What is ordered ÷ what was ordered last, in per cent; undefined when there is no last one above 0, or one in another
 * unit, which says nothing about this one. Source: the cap by the last dose follows oref0's maximum multiples of a
 * patient's own rates.
 */
export function shareOfLast(
  ordered: OrderedAndAchieved<OrderedUnit>,
  { lastOrdered }: KnownPatient,
): OrderedAndAchieved<'%'> | undefined {
  if (lastOrdered === null || lastOrdered.value.numerator <= 0n) return undefined;
  if (lastOrdered.unit !== ordered.exact.unit) return undefined;
  const share = (value: Quantity<OrderedUnit>) => derive('%', [value], [lastOrdered]);
  return { exact: share(ordered.exact), achieved: share(ordered.achieved) };
}

function withEarlier(
  { exact, achieved }: OrderedAndAchieved<'mg'>,
  earlier: readonly EarlierSession[],
): OrderedAndAchieved<'mg'> {
  const given = earlier.map((session) => session.given);
  return { exact: given.reduce(plus, exact), achieved: given.reduce(plus, achieved) };
}
