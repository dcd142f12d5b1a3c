import type { ClockReading } from './effectiveTime.ts';

/** A wall clock further off the counter than this was moved, not merely kept in step. Source: UX 2.5, DESIGN 7. */
const MOVED_BEYOND_MILLISECONDS = 60_000;
/** A second that comes later than this was missed: the machine slept, or the program was held up. An assumption. */
const STOOD_STILL_BEYOND_MILLISECONDS = 5_000;

/** A stretch of wall-clock time, UTC milliseconds. */
export type Gap = { readonly from: number; readonly to: number };

/** A wall clock that was moved. UTC milliseconds; `difference` is below zero for a clock set back. */
export type ClockMove = {
  /** What the clock would have shown. */
  readonly before: number;
  /** What it shows. */
  readonly after: number;
  readonly difference: number;
};

/**
 * By how much the wall clock moved against the counter from one reading to a later one, in milliseconds. 0 across a
 * start of the machine: nothing is left there to measure it by.
 */
export function wallMoved(from: ClockReading, to: ClockReading): number {
  if (from.boot !== to.boot) return 0;
  return to.now - from.now - (to.counter - from.counter);
}

/** The move between two readings; null for one a clock makes to keep in step. */
export function clockMove(from: ClockReading, to: ClockReading): ClockMove | null {
  const difference = wallMoved(from, to);
  if (Math.abs(difference) <= MOVED_BEYOND_MILLISECONDS) return null;
  return { before: to.now - difference, after: to.now, difference };
}

/**
 * The time in which the program stood still before a second that came `late` milliseconds after its time, as the wall
 * clock of now would have shown it; null for a second that was merely held up.
 */
export function standstill(late: number, now: ClockReading): Gap | null {
  return late > STOOD_STILL_BEYOND_MILLISECONDS ? { from: now.now - late, to: now.now } : null;
}
