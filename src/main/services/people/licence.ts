import type { Failure } from '../../../contract/failures.ts';
import type { Actor } from '../../../core/session/roles.ts';
import { licenceHasExpired } from '../../identity/staffRules.ts';
import type { OpenRecord } from '../openRecord.ts';
import { calendarDay } from '../patients.ts';

/** The calendar day where the clinic is. */
export function today({ clock }: OpenRecord): string {
  return calendarDay(clock.now(), clock.zone());
}

/**
 * Why nobody signs or orders under this person's name: the licence has ended. Undefined when it has not, and for
 * somebody without one. Source: UX 1 row 37; assumption in docs/assumptions.md.
 */
export function licenceRefusal(record: OpenRecord, person: Actor | null): Failure | undefined {
  const user = person && record.tables.user(person.id);
  if (!user?.licenceExpires || !licenceHasExpired(user, today(record))) return undefined;
  return { kind: 'licenceExpired', name: user.name, expired: user.licenceExpires };
}

/** The licence number as it stood when something was signed under it: paper that is printed again reads the same. */
export function licenceAt({ log }: OpenRecord, user: string, recordedAt: number): string | null {
  const told = log
    .readStream(`user:${user}`)
    .findLast(
      (event) =>
        (event.type === 'UserAdded' || event.type === 'UserChanged') && event.recordedAt <= recordedAt,
    );
  return (told?.data as { licence?: string | null } | undefined)?.licence ?? null;
}
