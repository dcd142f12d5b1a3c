import type { DurationPart } from '../library/orderUnits.ts';
import { type EntryRefusal, type EntryRule, parseEntry } from '../quantity/parseEntry.ts';
import { convert, plus, type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import { err, ok, type Result } from '../result.ts';

/** A time as it stands in its boxes; a box the protocol has not is left out. */
export type TypedDuration = Readonly<Partial<Record<DurationPart, string>>>;

/** The box that keeps a time from being read, and why. */
export type DurationRefusal = { readonly part: DurationPart; readonly refusal: EntryRefusal };

/** A time of one box, in minutes up to a day. Source: field table of UX 3.6. */
const MINUTES_ALONE: EntryRule<'min'> = { unit: 'min', decimals: 0, minimum: '1 min', maximum: '1440 min' };

/** Boxes of a time of several: days to 10, hours and minutes below the next larger box. Source: UX 3.6. */
const BOXES = {
  d: { unit: 'd', decimals: 0, minimum: '0 d', maximum: '10 d' },
  h: { unit: 'h', decimals: 0, minimum: '0 h', maximum: '23 h' },
  min: { unit: 'min', decimals: 0, minimum: '0 min', maximum: '59 min' },
} as const satisfies Record<DurationPart, EntryRule<DurationPart>>;

/** What one box of a time takes. */
export function durationRule(part: DurationPart, parts: readonly DurationPart[]): EntryRule<DurationPart> {
  return parts.length === 1 ? MINUTES_ALONE : BOXES[part];
}

/**
 * A typed time, whole minutes, exact: days + hours + minutes. Every box is typed, a nought too: an empty one is not
 * entered and never 0. Refuses what a box does not take, a time of nothing, and more than 10 days.
 */
export function parseDuration(
  typed: TypedDuration,
  parts: readonly DurationPart[],
): Result<Quantity<'min'>, readonly DurationRefusal[]> {
  const refused: DurationRefusal[] = [];
  let duration = wholeQuantity(0n, 'min');
  for (const part of parts) {
    const box = parseEntry(typed[part] ?? '', durationRule(part, parts));
    if (box.ok) duration = plus(duration, convert(box.value, 'min'));
    else refused.push({ part, refusal: box.failure });
  }
  if (refused.length > 0) return err(refused);
  const isWithin = duration.value.numerator >= 1n && duration.value.numerator <= LONGEST_MINUTES;
  if (isWithin) return ok(duration);
  return err([{ part: 'min', refusal: { kind: 'outsideRange', minimum: '1 min', maximum: '10 d' } }]);
}

/** 10 d. */
const LONGEST_MINUTES = 14_400n;
