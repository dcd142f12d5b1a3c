import type { UserEvent } from '../../contract/events/storedEvent.ts';
import type { CredentialKind, CredentialTable } from '../eventLog/credentialTable.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import { commitmentTo, hashSecret } from './secretHash.ts';

/** A secret that was hashed and is about to be stored: the fact the log keeps of it, and the writing of the hash. */
export type NewSecret = { readonly fact: UserEvent; readonly store: () => void };

/** Hashes a secret, off the main thread. `isProvisional`: chosen for the person by somebody else. */
export async function newSecret(
  credentials: CredentialTable,
  user: string,
  {
    kind,
    secret,
    isProvisional,
  }: { readonly kind: CredentialKind; readonly secret: string; readonly isProvisional: boolean },
): Promise<NewSecret> {
  const hash = await hashSecret(secret);
  return {
    fact: {
      type: 'CredentialSet',
      version: 2,
      data: { kind, commitment: commitmentTo(hash), provisional: isProvisional },
    },
    store: () => credentials.set(user, kind, hash),
  };
}

/** The newest commitment in the log is the only one a stored secret may fit; none after it was taken away. */
export function fitsCommitment(log: EventLog, user: string, kind: CredentialKind, stored: string): boolean {
  const newest = log
    .readStream(`user:${user}`)
    .findLast(
      ({ type, data }) =>
        (type === 'CredentialSet' || type === 'CredentialCleared') &&
        (data as { kind: string }).kind === kind,
    );
  return (newest?.data as { commitment?: string } | undefined)?.commitment === commitmentTo(stored);
}
