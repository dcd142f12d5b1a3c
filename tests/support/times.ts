import { momentAt } from '../../src/main/setClock.ts';

/** The day on which the acceptance scenarios play. */
export const ZONE = 'Europe/London';
export const DAY = '2025-11-14';
export const TODAY = momentAt(DAY, '09:00', ZONE);

/** Asked for hundreds of times by a session that is played, and slow to work out. */
const momentByTime = new Map<string, number>();

/** A wall-clock time of that day: `at('10:12:00')`. */
export function at(time: string): number {
  const known = momentByTime.get(time) ?? momentAt(DAY, time, ZONE);
  momentByTime.set(time, known);
  return known;
}
