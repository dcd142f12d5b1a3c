import type { SessionView } from '../../../../contract/views/session.ts';
import { formatElapsed } from '../../../../core/quantity/formatDuration.ts';
import { formatTime, formatTimeSince } from '../../../components/time.ts';

const WHAT_HAPPENED = { closed: 'App was closed', stoodStill: 'App stood still' } as const;

const WHAT_NOW = {
  pump: 'The pump was not affected. Type what the pump shows now.',
  counted: 'Record every dose that was given meanwhile, then say that none is missing.',
} as const;

/** Wording: UX 2.6. */
export function interruptionText(
  { from, to, cause }: NonNullable<SessionView['interruption']>,
  zone: string,
  session: Pick<SessionView, 'counted'>,
): string {
  const times = `${formatTime(from, zone)}–${formatTimeSince(from, to, zone)}`;
  return `${WHAT_HAPPENED[cause]} ${times} (${formatElapsed(to - from)}). ${WHAT_NOW[session.counted ? 'counted' : 'pump']}`;
}

/** What the button is called that answers for the gap. */
export function interruptionWord({ counted }: Pick<SessionView, 'counted'>): string {
  return counted ? 'Say that every dose is recorded' : 'Type what the pump shows';
}
