import type { SessionView } from '../../../../contract/views/session.ts';
import { formatElapsed } from '../../../../core/quantity/formatDuration.ts';
import { formatTime, formatTimeSince } from '../../../components/time.ts';

const WHAT_HAPPENED = { closed: 'App was closed', stoodStill: 'App stood still' } as const;

/** Wording: UX 2.6. */
export function interruptionText(
  { from, to, cause }: NonNullable<SessionView['interruption']>,
  zone: string,
): string {
  const times = `${formatTime(from, zone)}–${formatTimeSince(from, to, zone)}`;
  return `${WHAT_HAPPENED[cause]} ${times} (${formatElapsed(to - from)}). The pump was not affected. Type what the pump shows now.`;
}
