import type { SessionView } from '../../../../contract/views/session.ts';
import { formatElapsed } from '../../../../core/quantity/formatDuration.ts';
import { formatTime } from '../../../components/time.ts';

/** Wording: UX 2.6. */
export function interruptionText(
  { from, to }: NonNullable<SessionView['interruption']>,
  zone: string,
): string {
  const times = `${formatTime(from, zone)}–${formatTime(to, zone)}`;
  return `App was closed ${times} (${formatElapsed(to - from)}). The pump was not affected. Type what the pump shows now.`;
}
