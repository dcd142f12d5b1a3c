import type { SessionView } from '../../../../contract/views/session.ts';
import { errorText } from '../../../errorText.ts';

/** Oldest baseline a session may start on, in minutes. The service decides by the same rule. Source: UX 2.3 T8. */
export const BASELINE_RULE_MINUTES = 15;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Whole minutes since the baseline; null when there is none. `now` is the session's own. */
export function baselineAge({ baseline }: Pick<SessionView, 'baseline'>, now: number): number | null {
  if (!baseline) return null;
  return Math.max(0, Math.floor((now - baseline.done.at) / MILLISECONDS_PER_MINUTE));
}

/** Why nobody can start on this baseline, in the words of the refusal; undefined when it is there and fresh. */
export function baselineMissing(session: Pick<SessionView, 'baseline'>, now: number): string | undefined {
  const { baseline } = session;
  if (!baseline) return errorText({ kind: 'baselineMissing' }, '');
  if (now - baseline.done.at <= BASELINE_RULE_MINUTES * MILLISECONDS_PER_MINUTE) return undefined;
  const minutes = baselineAge(session, now) ?? 0;
  return errorText({ kind: 'baselineTooOld', minutes, allowedMinutes: BASELINE_RULE_MINUTES }, '');
}
