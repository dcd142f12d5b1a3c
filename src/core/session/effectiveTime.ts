import { clockMove } from './clockWatch.ts';

/** Ties the counter of one start of the machine to the wall clock, so that both lie on one time axis. */
export type TimeAnchor = { readonly boot: string; readonly offset: number };

/** The times an event carries. Milliseconds; `counter` runs on while the machine sleeps. */
export type EventTimes = {
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly counter: number;
  readonly boot: string;
};

/**
 * Carries the anchor forward: inside one boot the first event's holds, so a moved wall clock changes nothing;
 * a new boot starts from its wall clock. Source: DESIGN 7.
 */
export function anchorFor(previous: TimeAnchor | null, times: EventTimes): TimeAnchor {
  if (previous !== null && previous.boot === times.boot) return previous;
  return { boot: times.boot, offset: times.recordedAt - times.counter };
}

/** When an event counts from: the counter inside a boot, less what a late entry was late by. Milliseconds. */
export function effectiveTime(anchor: TimeAnchor, times: EventTimes): number {
  return anchor.offset + times.counter - (times.recordedAt - times.happenedAt);
}

/** What two events tell of the clocks between them. Source: DESIGN 7, "and the record says so". */
export type ClockNote =
  /** The machine was started again: from here on the session goes by its wall clock. */
  | { readonly kind: 'restarted' }
  /** The wall clock was moved, in milliseconds: the session goes on by the counter. */
  | { readonly kind: 'moved'; readonly by: number };

/** Null where both clocks simply went on; a correction of up to 60 s is one of those. */
export function clockNote(before: EventTimes, event: EventTimes): ClockNote | null {
  if (before.boot !== event.boot) return { kind: 'restarted' };
  const move = clockMove(readingAt(before), readingAt(event));
  return move && { kind: 'moved', by: move.difference };
}

/** The clocks as they stood when an event was recorded. */
export function readingAt({ recordedAt, counter, boot }: Omit<EventTimes, 'happenedAt'>): ClockReading {
  return { now: recordedAt, counter, boot };
}

/** A moment of the running clock, on the axis of a session. */
export type ClockReading = { readonly now: number; readonly counter: number; readonly boot: string };

/** "Now" on the axis of a session whose latest anchor is given. Milliseconds. */
export function effectiveNow(anchor: TimeAnchor | null, reading: ClockReading): number {
  if (anchor === null || anchor.boot !== reading.boot) return reading.now;
  return anchor.offset + reading.counter;
}
