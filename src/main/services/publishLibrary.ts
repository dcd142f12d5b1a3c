import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Actor, hasRole } from '../../core/session/roles.ts';
import type { SecondPerson } from '../identity/identity.ts';
import type { OpenRecord } from './openRecord.ts';
import { publishableLibrary } from './reviewLibrary.ts';

/** What the two have seen, and who they are. */
export type Publication = {
  readonly requestId: string;
  readonly text: string;
  readonly hash: string;
  readonly reason: string;
  readonly pharmacist: SecondPerson | null;
  readonly director: SecondPerson | null;
};

type Signing = 'pharmacist' | 'director';

/**
 * Publishes a library file: a pharmacist and a medical director, two people, each by passphrase. Refuses one of them
 * alone, and a file that is not the one they have seen. Sessions keep the library they were planned under. Source:
 * UX 3.15, acceptance scenario 41.
 */
export async function publishLibrary(
  record: OpenRecord,
  publication: Publication,
): Promise<Result<null, Failure>> {
  const { requestId, text, hash, pharmacist, director } = publication;
  // Sent once more after an answer that was lost.
  if (record.log.hasEvent(requestId)) return ok(null);
  const file = publishableLibrary(record, text);
  if (!file.ok) return file;
  if (file.value.hash !== hash) return err({ kind: 'libraryFileUnread', why: 'gone' });
  const reason = publication.reason.trim();
  if (reason === '') return err({ kind: 'textMissing', field: 'reason' });
  if (!pharmacist) return err({ kind: 'libraryNotSigned', role: 'pharmacist' });
  if (!director) return err({ kind: 'libraryNotSigned', role: 'director' });
  if (pharmacist.user === director.user) return err({ kind: 'anotherPersonNeeded' });
  const first = await proved(record, pharmacist, 'pharmacist');
  if (!first.ok) return first;
  const second = await proved(record, director, 'director');
  if (!second.ok) return second;
  const people = { pharmacist: first.value, director: second.value };
  const published = record.library.publish(file.value.library, people, { reason, id: requestId });
  return published.ok ? ok(null) : published;
}

/** The role before the secret: nobody learns whether a passphrase is right who may not use it here. */
async function proved(
  record: OpenRecord,
  person: SecondPerson,
  role: Signing,
): Promise<Result<Actor, Failure>> {
  const user = record.tables.user(person.user);
  if (!user) return err({ kind: 'notFound', what: 'person' });
  if (!hasRole(user, [role])) return err({ kind: 'roleNeeded', roles: [role] });
  const shown = await record.identity.proveByPassphrase(person);
  if (shown.ok || shown.failure.kind !== 'wrongSecret') return shown;
  return err({ kind: 'wrongPassphrase', name: user.name });
}
