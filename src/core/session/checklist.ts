import type { ChecklistItem, EntryLimits } from '../library/checklistItem.ts';
import type { CheckAnswer, Vitals } from './events.ts';
import type { Done, Session } from './session.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;

/** The decision of a prescriber to go on all the same. */
export type CheckDecision = Done & { readonly prescriber: string; readonly reason: string };

/** An item that was answered; without an entry an item is "not asked". */
export type CheckEntry = Done & {
  readonly answer: CheckAnswer;
  readonly decision: CheckDecision | null;
};

/**
 * Where an item stands: nobody has asked yet, it is answered and holds, or it is answered so that only a prescriber can
 * let the session go on. Source: UX 3.10, HAZARDS H22.
 */
export type CheckStanding = 'notAsked' | 'holds' | 'needsPrescriber';

/** What the window and the decisions need of an answered item. */
type Answered = { readonly answer: CheckAnswer; readonly decision: unknown } | null | undefined;

/** `now`: UTC milliseconds, for the hours since food and drink: they grow while the patient waits. */
export function checkStanding(item: ChecklistItem, entry: Answered, now: number): CheckStanding {
  if (!entry) return 'notAsked';
  return entry.decision || !isConcern(item, entry.answer, now) ? 'holds' : 'needsPrescriber';
}

/** Items of the session's own protocol, in its order; none where its library has none. */
export function checklistItems({ authorised }: Pick<Session, 'authorised'>): readonly ChecklistItem[] {
  return authorised?.rules.protocol.checklist ?? [];
}

/** Items of the protocol that stand so. */
export function itemsStanding(
  session: Session,
  standing: CheckStanding,
  now: number,
): readonly ChecklistItem[] {
  return checklistItems(session).filter(
    (item) => checkStanding(item, session.checklist[item.id], now) === standing,
  );
}

/**
 * True while less time has gone by than the protocol asks for. Hours inclusive: exactly 6 h is enough. A late arrival is
 * information, not a block. Source: UX 1, row 14.
 */
function isTooSoon({ asks, hours }: ChecklistItem, at: number, now: number): boolean {
  return asks !== 'arrival' && hours !== undefined && now - at < hours * MILLISECONDS_PER_HOUR;
}

/** True when a measured value lies beyond the protocol's entry limits; both ends are allowed. Source: UX 3.10. */
export function isOutsideEntryLimits(vitals: Vitals, limits: EntryLimits | undefined): boolean {
  if (!limits) return false;
  const { systolic, diastolic, heartRate, spo2 } = vitals;
  return (
    isAbove(systolic, limits.systolicMaximum) ||
    isAbove(diastolic, limits.diastolicMaximum) ||
    isAbove(heartRate, limits.heartRateMaximum) ||
    isBelow(heartRate, limits.heartRateMinimum) ||
    isBelow(spo2, limits.spo2Minimum)
  );
}

function isConcern(item: ChecklistItem, answer: CheckAnswer, now: number): boolean {
  switch (answer.kind) {
    case 'no':
      return item.noNeedsPrescriber;
    case 'pregnancy':
      return answer.pregnant === 'yes';
    case 'time':
      return isTooSoon(item, answer.at, now);
    default:
      return false;
  }
}

function isAbove(value: number | null, maximum: number): boolean {
  return value !== null && value > maximum;
}

function isBelow(value: number | null, minimum: number): boolean {
  return value !== null && value < minimum;
}
