import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createCredentialTable } from '../../eventLog/credentialTable.ts';
import { passphraseRefusal, pinRefusal } from '../../identity/secretRules.ts';
import { newSecret } from '../../identity/secrets.ts';
import { recordUserFacts } from '../../identity/userFacts.ts';
import type { OpenRecord } from '../openRecord.ts';
import type { By } from './staff.ts';

type Outcome = Result<null, Failure>;

/** An administrator's new passphrase for somebody who has lost theirs: typed by that person here, or to be replaced. */
export async function resetPassphrase(
  record: OpenRecord,
  by: By,
  {
    user,
    passphrase,
    typedBy,
  }: { readonly user: string; readonly passphrase: string; readonly typedBy: 'person' | 'administrator' },
): Promise<Outcome> {
  const person = record.tables.user(user);
  if (!person) return err({ kind: 'notFound', what: 'person' });
  const need = passphraseRefusal(passphrase, person.fullName);
  if (need) return err({ kind: 'weakSecret', need });
  const isProvisional = typedBy === 'administrator';
  const set = await setSecret(record, by, user, { kind: 'passphrase', secret: passphrase, isProvisional });
  // A PIN follows a passphrase; the one that was lost or seen is over.
  if (set.ok) record.presence.passphraseAt.delete(user);
  return set;
}

/** The signed-in person's own new passphrase, on the one there is now. */
export async function changeOwnPassphrase(
  record: OpenRecord,
  requestId: string,
  { passphrase, next }: { readonly passphrase: string; readonly next: string },
): Promise<Outcome> {
  const owner = await record.identity.proveOwner(passphrase);
  if (!owner.ok) return owner;
  const { id, fullName, roles } = owner.value;
  const need = passphrase === next ? 'sameAsBefore' : passphraseRefusal(next, fullName);
  if (need) return err({ kind: 'weakSecret', need });
  return setSecret(record, { requestId, actor: { id, roles } }, id, {
    kind: 'passphrase',
    secret: next,
    isProvisional: false,
  });
}

/** The signed-in person's own PIN, the first or the next, on their passphrase. */
export async function chooseOwnPin(
  record: OpenRecord,
  requestId: string,
  { passphrase, pin }: { readonly passphrase: string; readonly pin: string },
): Promise<Outcome> {
  const need = pinRefusal(pin);
  if (need) return err({ kind: 'weakSecret', need });
  const owner = await record.identity.proveAgain(passphrase);
  if (!owner.ok) return owner;
  return setSecret(record, { requestId, actor: owner.value }, owner.value.id, {
    kind: 'pin',
    secret: pin,
    isProvisional: false,
  });
}

async function setSecret(
  record: OpenRecord,
  { requestId, actor }: By,
  user: string,
  typed: Parameters<typeof newSecret>[2],
): Promise<Outcome> {
  if (record.log.hasEvent(requestId)) return ok(null);
  const { fact, store } = await newSecret(createCredentialTable(record.log.database), user, typed);
  const set = recordUserFacts(record, { user, actor: actor.id, requestId, facts: [fact], beside: store });
  if (!set.ok) return set;
  record.identity.wrongTries.forget(user);
  record.presence.wrongPins.delete(user);
  return set;
}
