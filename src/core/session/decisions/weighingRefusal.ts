import type { Weighing } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;

/** The weighing rule of a protocol: measured, and not older than it allows. */
export function weighingRefusal(
  weighing: Weighing | null,
  allowedHours: number,
  now: number,
): SessionRefusal | undefined {
  if (!weighing) return { kind: 'notWeighed' };
  const age = now - weighing.weighedAt;
  if (age <= allowedHours * MILLISECONDS_PER_HOUR) return undefined;
  return { kind: 'weightTooOld', ageHours: Math.floor(age / MILLISECONDS_PER_HOUR), allowedHours };
}
