import type { ClockTick } from '../../../contract/views/app.ts';
import type { ChairSession } from '../../../contract/views/session.ts';
import { formatMinutesLeft } from '../../../core/quantity/formatDuration.ts';
import { formatHourMinute } from '../../components/time.ts';
import { ageOf } from '../board/boardWords.ts';
import { endWhileEmpty } from '../session/container/containerWords.ts';
import { sessionNow } from '../session/sessionTime.ts';

/**
 * Who sits there, as anybody in the room may read it: `A.O.`. The answer of a locked program brings nothing else; what
 * was read before the lock is cut down here, until that answer is there.
 */
export function initialsOf({ patient }: Pick<ChairSession, 'patient'>): string {
  const { familyName, givenName } = patient;
  return givenName === '' ? familyName : `${givenName.charAt(0)}.${familyName.charAt(0)}.`;
}

/** The one thing that counts at a chair now. Empty where the state says it all. */
export function chairNote(session: ChairSession, clock: ClockTick): string {
  const now = sessionNow(session, clock);
  const { infusion, interruption, recovery, entry } = session;
  if (interruption)
    return `App ${interruption.cause === 'closed' ? 'was closed' : 'stood still'}, pump not read yet`;
  if (recovery && session.state === 'RECOVERY') {
    return `observed ${ageOf(recovery.ended.at, now).replace(' min', '')} of ${recovery.neededMinutes} min`;
  }
  if (infusion?.paused) return `for ${ageOf(infusion.paused.began.at, now)}`;
  const endsAt = infusion && endWhileEmpty(infusion, now);
  if (endsAt != null) {
    const left = endsAt - now;
    return left > 0 ? `${formatMinutesLeft(left)} left` : '≈ complete, read the pump';
  }
  if (entry?.first && entry.expiresAt !== null)
    return `expires ${formatHourMinute(entry.expiresAt, clock.zone)}`;
  return '';
}
