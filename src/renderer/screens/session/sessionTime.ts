import type { ClockTick } from '../../../contract/views/app.ts';
import type { ChairSession } from '../../../contract/views/session.ts';
import { effectiveNow } from '../../../core/session/effectiveTime.ts';

/** A wall clock further off a session's axis than this was moved; less is how two clocks differ. Source: UX 2.5. */
const MOVED_BEYOND_MILLISECONDS = 60_000;

type Anchored = Pick<ChairSession, 'anchor'>;

/**
 * Now on the session's own axis, in milliseconds: what every age, every time left and every total is counted with, so
 * that a moved wall clock changes none of them. Source: DESIGN 7.
 */
export function sessionNow({ anchor }: Anchored, clock: ClockTick): number {
  return effectiveNow(anchor, clock);
}

/** What the wall clock will show at a moment of the session's axis, when it has been moved since the session began. */
export function onWallClock(moment: number, session: Anchored, clock: ClockTick): number {
  const moved = clock.now - sessionNow(session, clock);
  if (Math.abs(moved) <= MOVED_BEYOND_MILLISECONDS) return moment;
  return moment + Math.round(moved / 1000) * 1000;
}
