import { formatMinutesLeft } from '../../core/quantity/formatDuration.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** What the sign-in says of a clock that runs behind; null when it does not, to the minute. Wording: UX 3.1. */
export function clockBehindText(behind: number): string | null {
  const minutes = Math.round(behind / MILLISECONDS_PER_MINUTE);
  if (minutes === 0) return null;
  const span = formatMinutesLeft(minutes * MILLISECONDS_PER_MINUTE);
  return `Computer clock is behind the last record by ${span}. Set the clock before starting a session.`;
}
