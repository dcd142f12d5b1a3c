import type { Clock } from './clock.ts';

/** A clock that stands where it is put. Handed in by the training clinic's past, by tests and by the demo. */
export type SetClock = Clock & {
  set(moment: number): void;
  advance(milliseconds: number): void;
};

/** Wall clock and counter move as one, and no second comes late: the program is awake through all of it. */
export function createSetClock(start: number, zone: string, boot = 'set-clock'): SetClock {
  let now = start;
  const listeners = new Set<(late: number) => void>();
  const moveTo = (moment: number): void => {
    now = moment;
    for (const listener of listeners) listener(0);
  };
  return {
    boot,
    now: () => now,
    counter: () => now,
    zone: () => zone,
    set: moveTo,
    advance: (milliseconds) => moveTo(now + milliseconds),
    everySecond(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The moment at which a wall clock in `zone` shows `day` (`2025-11-14`) and `time` (`10:00`). On the edge of
 * daylight saving the nearest such moment.
 */
export function momentAt(day: string, time: string, zone: string): number {
  const wanted = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  let guess = wanted;
  for (let round = 0; round < 3; round += 1) guess += wanted - shownIn(guess, zone);
  return guess;
}

/** What the wall clock in `zone` shows at a moment, read as if it were UTC. */
function shownIn(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '00';
  return Date.parse(
    `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`,
  );
}
