import type { SessionView } from '../../../../contract/views/session.ts';
import { ageOf, type Due, vitalsDue } from '../../board/boardWords.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

export type NextVitals = Due & {
  /** `vitals in 2 min`, `vitals due now`, `vitals 6 min late` */
  readonly words: string;
  /** `last 8 min ago`; before the first round that there is none. */
  readonly last: string;
};

/** When the next vital signs are due, by the rule of the board; null when none are. `now` is the session's own. */
export function nextVitals(session: SessionView, now: number): NextVitals | null {
  const due = vitalsDue(session, now);
  if (!due || session.vitalsDueAt === null) return null;
  const minutes = Math.abs(session.vitalsDueAt - now) / MILLISECONDS_PER_MINUTE;
  const last = session.vitals.at(-1);
  return {
    ...due,
    words: {
      upcoming: `vitals in ${Math.ceil(minutes)} min`,
      due: 'vitals due now',
      overdue: `vitals ${Math.floor(minutes)} min late`,
    }[due.level],
    last: last ? `last ${ageOf(last.done.at, now)} ago` : 'none recorded yet',
  };
}

/** When the round after this one is due by the wall clock, if it is recorded now; null before the start, when nothing is timed. */
export function dueAfterSaving(session: SessionView, now: number): number | null {
  if (session.vitalsDueAt === null) return null;
  const { infusion, recovery } = session.protocol.vitalsEveryMinutes;
  return now + (session.state === 'RECOVERY' ? recovery : infusion) * MILLISECONDS_PER_MINUTE;
}
