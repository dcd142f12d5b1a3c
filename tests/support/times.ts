import { momentAt } from '../../src/main/setClock.ts';

/** The day on which the acceptance scenarios play. */
export const ZONE = 'Europe/London';
export const DAY = '2025-11-14';
export const TODAY = momentAt(DAY, '09:00', ZONE);

/** A wall-clock time of that day: `at('10:12:00')`. */
export function at(time: string): number {
  return momentAt(DAY, time, ZONE);
}
