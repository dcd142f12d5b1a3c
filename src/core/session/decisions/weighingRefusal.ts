import { err, ok, type Result } from '../../result.ts';
import type { Weighing } from '../events.ts';
import type { SessionRefusal } from '../refusals.ts';

const MILLISECONDS_PER_HOUR = 3_600_000;

/** The weighing a dose may be worked out from, by the rule of a protocol: measured, and not older than it allows. */
export function usableWeighing(
  weighing: Weighing | null,
  allowedHours: number,
  now: number,
): Result<Weighing, SessionRefusal> {
  if (!weighing) return err({ kind: 'notWeighed' });
  const age = now - weighing.weighedAt;
  if (age <= allowedHours * MILLISECONDS_PER_HOUR) return ok(weighing);
  return err({ kind: 'weightTooOld', ageHours: Math.floor(age / MILLISECONDS_PER_HOUR), allowedHours });
}

/** Why there is none. */
export function weighingRefusal(...asked: Parameters<typeof usableWeighing>): SessionRefusal | undefined {
  const weighing = usableWeighing(...asked);
  return weighing.ok ? undefined : weighing.failure;
}
