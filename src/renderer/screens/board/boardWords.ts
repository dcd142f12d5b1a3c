import type { BoardView, ChairSession } from '../../../contract/views/session.ts';
import type { SessionState } from '../../../core/session/session.ts';

/** `3 running · 1 recovery · 1 check waiting`, in that order; nothing is said of what there is none of. */
export function boardNote(board: BoardView): string {
  const states = board.chairs.map(({ session }) => session?.state);
  const count = (...wanted: readonly SessionState[]): number =>
    states.filter((state) => state !== undefined && wanted.includes(state)).length;
  const parts = [
    [count('RUNNING'), 'running'],
    [count('PAUSED'), 'paused'],
    [count('RECOVERY'), 'in recovery'],
    [count('AUTHORISED', 'ENTERED_A', 'MISMATCH', 'HELD'), 'waiting for entries'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return said.length > 0 ? said.join(' · ') : 'No session running';
}

const MILLISECONDS_PER_MINUTE = 60_000;
/** Overdue from here on, escalated from there on. Source: UX 3.19. */
const OVERDUE_AFTER_MINUTES = 2;
const ESCALATED_AFTER_MINUTES = 5;

export type Due = {
  readonly level: 'upcoming' | 'due' | 'overdue';
  readonly text: string;
  readonly escalated: boolean;
};

/** How far off the next vital signs are; null when none are due. `now` is the session's own. */
export function vitalsDue(session: Pick<ChairSession, 'vitalsDueAt'>, now: number): Due | null {
  if (session.vitalsDueAt === null) return null;
  const left = session.vitalsDueAt - now;
  if (left > 0) {
    return {
      level: 'upcoming',
      text: `due in ${Math.ceil(left / MILLISECONDS_PER_MINUTE)} min`,
      escalated: false,
    };
  }
  const late = Math.floor(-left / MILLISECONDS_PER_MINUTE);
  if (late < OVERDUE_AFTER_MINUTES) return { level: 'due', text: 'VITALS DUE', escalated: false };
  return { level: 'overdue', text: `OVERDUE ${late} min`, escalated: late >= ESCALATED_AFTER_MINUTES };
}

/** `4 min`: the age of a value is part of it. Both moments lie on the session's axis. */
export function ageOf(moment: number, now: number): string {
  return `${Math.max(0, Math.floor((now - moment) / MILLISECONDS_PER_MINUTE))} min`;
}
