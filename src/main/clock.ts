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
  /**
   * Calls `listener` at every second of this clock, with the milliseconds by which the call comes after its second:
   * time in which nothing of the program ran. The returned function ends it.
   */
  everySecond(listener: (late: number) => void): () => void;
};

/** What the counter is made from; both in milliseconds. */
export type CounterSources = {
  /** Time since the machine started, time asleep included. May move in steps of up to a second. */
  coarse(): number;
  /** Never backwards and fine, but on Linux it stands still while the machine sleeps. */
  fine(): number;
};

const MILLISECONDS_PER_SECOND = 1000;
/** A counter further behind the coarse clock than this has slept: more than a whole-second clock can be off by. */
const SLEEP_NOTICED_AFTER = 1500;

/** The machine's own clock. */
export function systemClock(): Clock {
  const counter = sleepingCounter({
    coarse: () => uptime() * MILLISECONDS_PER_SECOND,
    fine: () => performance.now(),
  });
  return {
    now: () => Date.now(),
    counter,
    boot: bootId(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    everySecond: (listener) => everySecond(counter, listener),
  };
}

/** On the second, and without drift: each call aims at the next full second anew. */
function everySecond(counter: () => number, listener: (late: number) => void): () => void {
  let timer: NodeJS.Timeout;
  const aim = (): void => {
    const wait = MILLISECONDS_PER_SECOND - (Date.now() % MILLISECONDS_PER_SECOND);
    const due = counter() + wait;
    timer = setTimeout(() => {
      const late = Math.max(0, counter() - due);
      aim();
      listener(late);
    }, wait);
  };
  aim();
  return () => clearTimeout(timer);
}

/**
 * Milliseconds since the machine started, time asleep included; never backwards. The fine clock counts, and is set
 * forward when the coarse one shows that the machine slept; a sleep shorter than a second and a half is made good
 * with the next longer one.
 *
 * Which clock runs on in sleep, system by system. Only Linux was tried; the rest is read from the sources named and
 * is UNVERIFIED until somebody puts such a machine to sleep with a session running.
 *
 * | system | `os.uptime()`, the coarse one | `performance.now()`, the fine one |
 * |---|---|---|
 * | Linux | `/proc/uptime`, the boot-time clock: runs on, steps of 10 ms | `CLOCK_MONOTONIC`: stands still (nodejs/node issue 47724) |
 * | Windows (unverified) | `GetTickCount64`: "includes time the system spends in sleep or hibernation", steps of 10 to 16 ms (Microsoft, Windows Time) | `QueryPerformanceCounter`: not relied on in sleep |
 * | macOS (unverified) | wall clock less `kern.boottime`, whole seconds (libuv, `src/unix/darwin.c`): right in sleep as long as the system moves `kern.boottime` with a clock that is set | `mach_continuous_time`: runs on (libuv pull request 2894) |
 */
export function sleepingCounter({ coarse, fine }: CounterSources): () => number {
  let offset = coarse() - fine();
  return () => {
    const behind = coarse() - (fine() + offset);
    if (behind > SLEEP_NOTICED_AFTER) offset += behind;
    return Math.round(fine() + offset);
  };
}

/**
 * Linux names each boot. Elsewhere the start of the machine, to the minute, stands for it: a clock that was set while
 * the program was closed then looks like a new start, and durations across it follow the wall clock. UNVERIFIED on
 * Windows and macOS, as above.
 */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    const startedAt = Date.now() - uptime() * MILLISECONDS_PER_SECOND;
    return Number.isFinite(startedAt) ? `boot-${Math.round(startedAt / 60_000)}` : randomUUID();
  }
}
