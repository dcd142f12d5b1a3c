import type { SessionRefusal } from '../refusals.ts';
import type { Session } from '../session.ts';
import type { Deciding } from './deciding.ts';

/**
 * A pause or a stop carries the moment of its key, on the session's axis in milliseconds. That moment may not lie
 * before the last change of the run (start, rate, pause, resume): what was given since would be counted backwards.
 *
 * Whoever presses the key after the last change is never refused. Where even now lies before it, a clock was set
 * back between two starts of the machine, and pause and stop wait for no clock. Source: UX 2.3 T11, T15; DESIGN 7.
 */
export function keyTimeRefusal(
  { run }: Pick<Session, 'run'>,
  { at, late }: Pick<Deciding, 'at' | 'late'>,
): SessionRefusal | undefined {
  const last = run?.stretches.at(-1)?.from;
  const isBefore = last !== undefined && at < last && at + late >= last;
  return isBefore ? { kind: 'timeNotAllowed' } : undefined;
}
