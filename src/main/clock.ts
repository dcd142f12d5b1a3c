import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Time as the program takes it. Handed to the composition root; nothing else reads a clock. */
export type Clock = {
  /** Wall clock, UTC milliseconds. */
  now(): number;
  /** Milliseconds since the machine started, time asleep included. */
  counter(): number;
  /** Which start of the machine the counter belongs to. */
  readonly boot: string;
  /** Name of the time zone, `Europe/London`. */
  zone(): string;
  /** Calls `listener` at every second of this clock; the returned function ends it. */
  everySecond(listener: () => void): () => void;
};

const MILLISECONDS_PER_SECOND = 1000;
/** A counter further behind the boot-time clock than this has slept. */
const SLEEP_NOTICED_AFTER = 1500;

/** The machine's own clock. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    counter: sleepingCounter(),
    boot: bootId(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    everySecond,
  };
}

/** On the second, and without drift: each call aims at the next full second anew. */
function everySecond(listener: () => void): () => void {
  let timer: NodeJS.Timeout;
  const aim = (): void => {
    timer = setTimeout(
      () => {
        aim();
        listener();
      },
      MILLISECONDS_PER_SECOND - (Date.now() % MILLISECONDS_PER_SECOND),
    );
  };
  aim();
  return () => clearTimeout(timer);
}

/**
 * Milliseconds since boot with time asleep. `os.uptime()` runs on in sleep but is coarse on some systems;
 * `performance.now()` is fine but stands still. So the fine one counts, and is set forward when the coarse one
 * shows that the machine slept.
 */
function sleepingCounter(): () => number {
  let offset = uptime() * MILLISECONDS_PER_SECOND - performance.now();
  return () => {
    const coarse = uptime() * MILLISECONDS_PER_SECOND;
    if (coarse - (performance.now() + offset) > SLEEP_NOTICED_AFTER) offset = coarse - performance.now();
    return Math.round(performance.now() + offset);
  };
}

/** Linux names each boot; elsewhere the start of the machine, to the minute, does. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    const startedAt = Date.now() - uptime() * MILLISECONDS_PER_SECOND;
    return Number.isFinite(startedAt) ? `boot-${Math.round(startedAt / 60_000)}` : randomUUID();
  }
}
