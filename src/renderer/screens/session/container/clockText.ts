import { isoDate, zoneOffset } from '../../../components/time.ts';

const CLOCK_TEXT = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const MILLISECONDS_PER_DAY = 86_400_000;
/** A time typed to the minute may lie this far ahead of the clock. */
const AHEAD = 60_000;

export const CLOCK_TEXT_MISSING = 'Type the time as hours, minutes and seconds, 12:33:50.';

/**
 * The last moment at which a clock in `zone` showed `text` (`12:33:50` or `12:33`), UTC milliseconds. Undefined for
 * anything else, and for a time that no clock showed on the last two days.
 */
export function lastMomentOf(text: string, now: number, zone: string): number | undefined {
  const parts = CLOCK_TEXT.exec(text.trim());
  if (!parts) return undefined;
  const clock = `${parts[1]}:${parts[2]}:${parts[3] ?? '00'}`;
  const shown = [now + AHEAD, now, now - MILLISECONDS_PER_DAY].flatMap((day) => {
    const asUtc = Date.parse(`${isoDate(day, zone)}T${clock}Z`);
    const offsets = [
      zoneOffset(asUtc - MILLISECONDS_PER_DAY, zone),
      zoneOffset(asUtc + MILLISECONDS_PER_DAY, zone),
    ];
    return offsets
      .map((offset) => asUtc - offset)
      .filter((moment) => moment + zoneOffset(moment, zone) === asUtc);
  });
  const past = shown.filter((moment) => moment <= now + AHEAD);
  return past.length === 0 ? undefined : Math.max(...past);
}
