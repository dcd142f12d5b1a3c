import type { Request } from '../../../contract/channels.ts';
import type { StaffChange } from '../../../contract/events/peopleEvents.ts';
import type { UserEvent } from '../../../contract/events/storedEvent.ts';
import type { Failure } from '../../../contract/failures.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Actor } from '../../../core/session/roles.ts';
import { writtenName } from '../../identity/personName.ts';
import { lastOfRoleRefusal, rolesRefusal } from '../../identity/staffRules.ts';
import { recordUserFacts } from '../../identity/userFacts.ts';
import type { UserRow } from '../../projections/readTables.ts';
import type { OpenRecord } from '../openRecord.ts';

export type By = { readonly requestId: string; readonly actor: Actor };
type Outcome = Result<null, Failure>;

/** A new member of staff with a first passphrase: typed by themselves, or chosen for them and then replaced. */
export async function addPerson(
  record: OpenRecord,
  { requestId, actor }: By,
  typed: Omit<Request<'people:add'>, 'requestId'>,
): Promise<Outcome> {
  if (record.log.hasEvent(requestId)) return ok(null);
  const { passphrase, typedBy, roles, suffix, licence, licenceExpires } = typed;
  const fullName = typed.fullName.trim().replace(/\s+/g, ' ');
  const refusal = rolesRefusal(roles) ?? nameRefusal(record, fullName);
  if (refusal) return err(refusal);
  const details = {
    fullName,
    ...writtenName(fullName),
    suffix: suffix.trim(),
    roles,
    licence,
    licenceExpires,
  };
  const added = await record.identity.addUser(details, {
    passphrase,
    pin: null,
    isProvisional: typedBy === 'administrator',
    by: { actor: actor.id, requestId },
  });
  return added.ok ? ok(null) : added;
}

/** Roles, letters after the name, licence and its end. Sessions keep what was true when they were written. */
export function changePerson(
  record: OpenRecord,
  by: By,
  { user, ...change }: { readonly user: string } & StaffChange,
): Outcome {
  return onPerson(record, by, user, (people) => {
    const refusal = rolesRefusal(change.roles) ?? lastOfRoleRefusal(people, user, change.roles);
    if (refusal) return err(refusal);
    return ok({ type: 'UserChanged', version: 1, data: { ...change, suffix: change.suffix.trim() } });
  });
}

/** Somebody leaves: they sign in no more, and everything they did stays theirs. */
export function disablePerson(record: OpenRecord, by: By, user: string): Outcome {
  return onPerson(record, by, user, (people) => {
    const refusal = lastOfRoleRefusal(people, user, null);
    return refusal ? err(refusal) : ok({ type: 'UserDisabled', version: 1, data: {} });
  });
}

/** Somebody comes back, with the passphrase they had. */
export function enablePerson(record: OpenRecord, by: By, user: string): Outcome {
  return onPerson(record, by, user, (people, person) => {
    const taken = people.some(
      ({ id, isDisabled, fullName }) => id !== user && !isDisabled && isSameName(fullName, person.fullName),
    );
    return taken
      ? err({ kind: 'nameTaken', name: person.fullName })
      : ok({ type: 'UserEnabled', version: 1, data: {} });
  });
}

/** Takes a PIN away; its owner signs in by passphrase and chooses the next. Nobody else ever knows a PIN. */
export function clearPin(record: OpenRecord, by: By, user: string): Outcome {
  return onPerson(record, by, user, () =>
    ok({ type: 'CredentialCleared', version: 1, data: { kind: 'pin' } }),
  );
}

/** One fact about one member of staff; a request that was stored before changes nothing. */
function onPerson(
  record: OpenRecord,
  { requestId, actor }: By,
  user: string,
  decide: (people: readonly UserRow[], person: UserRow) => Result<UserEvent, Failure>,
): Outcome {
  if (record.log.hasEvent(requestId)) return ok(null);
  const people = record.tables.users();
  const person = people.find(({ id }) => id === user);
  if (!person) return err({ kind: 'notFound', what: 'person' });
  const fact = decide(people, person);
  if (!fact.ok) return fact;
  return recordUserFacts(record, { user, actor: actor.id, requestId, facts: [fact.value] });
}

function nameRefusal({ tables }: OpenRecord, name: string): Failure | undefined {
  const taken = tables.users().some(({ fullName, isDisabled }) => !isDisabled && isSameName(fullName, name));
  return taken ? { kind: 'nameTaken', name } : undefined;
}

function isSameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
