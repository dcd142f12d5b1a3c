import type { SetClock } from '../../src/main/setClock.ts';

/** A clock that is set like the others, on a machine that sleeps and whose wall clock is moved. */
export type UnsteadyClock = SetClock & {
  /** The machine sleeps, or the program is held up: both clocks go on and nothing runs. `moved` sets the wall meanwhile. */
  sleep(milliseconds: number, moved?: number): void;
  /** Somebody sets the wall clock, forward or back; the counter knows nothing of it. The next second is on time. */
  moveWall(milliseconds: number): void;
};

type Machine = { readonly counter?: number; readonly boot?: string };

/** `counter`: how long the machine has been up; `boot`: which start of it this is. */
export function createUnsteadyClock(start: number, zone: string, machine: Machine = {}): UnsteadyClock {
  let wall = start;
  let { counter = 7_200_000 } = machine;
  const listeners = new Set<(late: number) => void>();
  const second = (late: number): void => {
    for (const listener of listeners) listener(late);
  };
  const pass = (milliseconds: number, late: number): void => {
    wall += milliseconds;
    counter += milliseconds;
    second(late);
  };
  return {
    boot: machine.boot ?? 'unsteady-clock',
    now: () => wall,
    counter: () => counter,
    zone: () => zone,
    set: (moment) => pass(moment - wall, 0),
    advance: (milliseconds) => pass(milliseconds, 0),
    sleep(milliseconds, moved = 0) {
      wall += moved;
      pass(milliseconds, milliseconds);
    },
    moveWall(milliseconds) {
      wall += milliseconds;
      second(0);
    },
    everySecond(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
