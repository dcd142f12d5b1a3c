import type { SetClock } from '../../src/main/setClock.ts';

/** A set clock whose program lives on another day and in another zone: whatever it is set to, plus `shift`. */
export function shiftedClock(clock: SetClock, shift: number, zone: string): SetClock {
  return { ...clock, now: () => clock.now() + shift, zone: () => zone };
}
