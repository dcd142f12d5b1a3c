import type { AppView } from '../../contract/views/app.ts';
import { formatElapsed, formatMinutesLeft } from '../../core/quantity/formatDuration.ts';
import { formatTime, formatTimeSince } from '../components/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** What the sign-in says of a clock that runs behind; null when it does not, to the minute. Wording: UX 3.1. */
export function clockBehindText(behind: number): string | null {
  const minutes = Math.round(behind / MILLISECONDS_PER_MINUTE);
  if (minutes === 0) return null;
  const span = formatMinutesLeft(minutes * MILLISECONDS_PER_MINUTE);
  return `Computer clock is behind the last record by ${span}. Set the clock before starting a session.`;
}

/** What a clock that was moved means: the times that are written down, not the durations. Source: UX 2.5. */
export function clockChangeText(
  { before, after, difference }: NonNullable<AppView['clockChange']>,
  zone: string,
): string {
  const way = difference < 0 ? 'back' : 'forward';
  const span = formatElapsed(Math.abs(difference));
  const times = `${formatTime(before, zone)} to ${formatTimeSince(before, after, zone)}`;
  return `Computer clock moved ${way} by ${span}, from ${times}. Elapsed times and totals are not affected. Check the clock.`;
}
