import type { UserDetails } from '../../contract/events/otherEvents.ts';
import type { UserEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { CredentialKind, CredentialTable } from '../eventLog/credentialTable.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import type { ReadTables, UserRow } from '../projections/readTables.ts';
import { commitmentTo, fitsSecret, hashSecret } from './secretHash.ts';

/** A PIN is enough for this long after a passphrase, and never after a restart. Source: UX 3.1. */
const PIN_LASTS_MILLISECONDS = 12 * 3_600_000;
const PIN_TRIES = 5;
/** Shortest passphrase anyone may have, and anything may be encrypted with. */
export const SHORTEST_PASSPHRASE = 8;
const PIN_SHAPE = /^\d{6}$/;
/** Stands as actor where the program itself acts. */
export const PROGRAM = 'program';

/**
 * A record that cannot be written to is still read and still locked: a full or failing disk must not keep anyone from
 * the running session. What they record afterwards is refused by the log itself.
 */
const READS_ANYWAY: readonly Failure['kind'][] = ['openForReading', 'notSaved'];

export type SecondPerson = { readonly user: string; readonly secret: string };

/** Who the people are and how they prove it. */
export type Identity = {
  /** The person signed in at this workstation. */
  current(): UserRow | null;
  /** True when a six-digit PIN is enough for this person now. */
  pinIsEnough(user: string): boolean;
  signIn(user: string, secret: string, by: CredentialKind): Promise<Result<UserRow, Failure>>;
  lock(): Result<null, Failure>;
  /** Proves a second person for one action, without ending the first person's session. */
  proveSecond(person: SecondPerson): Promise<Result<Actor, Failure>>;
  /** Proves a person by passphrase alone, whoever is signed in. */
  proveByPassphrase(person: SecondPerson): Promise<Result<Actor, Failure>>;
  /** Proves the signed-in person once more, by passphrase, for a signature. */
  proveAgain(passphrase: string): Promise<Result<Actor, Failure>>;
  addUser(details: UserDetails, secrets: NewSecrets): Promise<Result<string, Failure>>;
};

/** Who is here, kept in memory alone: it outlives a file that is opened anew, and no restart. */
export type Presence = {
  user: UserRow | null;
  /** When each person last typed their passphrase, by the counter. */
  readonly passphraseAt: Map<string, number>;
  readonly wrongPins: Map<string, number>;
};

export function nobodyPresent(): Presence {
  return { user: null, passphraseAt: new Map(), wrongPins: new Map() };
}

export type NewSecrets = { readonly passphrase: string; readonly pin: string | null };

type IdentityParts = {
  readonly log: EventLog;
  readonly tables: ReadTables;
  readonly credentials: CredentialTable;
  readonly clock: Clock;
  readonly presence: Presence;
};

export function createIdentity({ log, tables, credentials, clock, presence }: IdentityParts): Identity {
  const { passphraseAt, wrongPins } = presence;

  const pinIsEnough = (user: string): boolean => {
    const since = passphraseAt.get(user);
    if (since === undefined || credentials.get(user, 'pin') === undefined) return false;
    if ((wrongPins.get(user) ?? 0) >= PIN_TRIES) return false;
    return clock.counter() - since <= PIN_LASTS_MILLISECONDS;
  };

  const prove = async (
    user: string,
    secret: string,
    by: CredentialKind,
  ): Promise<Result<UserRow, Failure>> => {
    const row = tables.user(user);
    if (!row) return err({ kind: 'notFound', what: 'person' });
    if (by === 'pin' && !pinIsEnough(user)) return err({ kind: 'passphraseNeeded' });
    const stored = credentials.get(user, by);
    if (stored === undefined) return err({ kind: 'wrongSecret' });
    if (!fitsCommitment(log, user, by, stored)) return err({ kind: 'credentialDoesNotFitLog' });
    if (await fitsSecret(secret, stored)) {
      wrongPins.delete(user);
      if (by === 'passphrase') passphraseAt.set(user, clock.counter());
      return ok(row);
    }
    record(log, clock, user, { type: 'SignInRefused', version: 1, data: { by } });
    if (by === 'passphrase') return err({ kind: 'wrongSecret' });
    const tries = (wrongPins.get(user) ?? 0) + 1;
    wrongPins.set(user, tries);
    return err({ kind: 'wrongPin', name: row.name, tries, triesAllowed: PIN_TRIES });
  };

  return {
    current: () => presence.user,
    pinIsEnough,
    async signIn(user, secret, by) {
      const proved = await prove(user, secret, by);
      if (!proved.ok) return proved;
      const saved = record(log, clock, user, { type: 'SignedIn', version: 1, data: { by } });
      if (!saved.ok && !READS_ANYWAY.includes(saved.failure.kind)) return saved;
      presence.user = proved.value;
      return proved;
    },
    lock() {
      const user = presence.user;
      if (!user) return ok(null);
      presence.user = null;
      const saved = record(log, clock, user.id, { type: 'Locked', version: 1, data: {} });
      return saved.ok || READS_ANYWAY.includes(saved.failure.kind) ? ok(null) : saved;
    },
    async proveSecond({ user, secret }) {
      const by = pinIsEnough(user) && PIN_SHAPE.test(secret) ? 'pin' : 'passphrase';
      const proved = await prove(user, secret, by);
      return proved.ok ? ok(actorOf(proved.value)) : proved;
    },
    async proveByPassphrase({ user, secret }) {
      const proved = await prove(user, secret, 'passphrase');
      return proved.ok ? ok(actorOf(proved.value)) : proved;
    },
    async proveAgain(passphrase) {
      if (!presence.user) return err({ kind: 'notSignedIn' });
      const proved = await prove(presence.user.id, passphrase, 'passphrase');
      return proved.ok ? ok(actorOf(proved.value)) : proved;
    },
    addUser: (details, secrets) => addUser({ log, tables, credentials, clock, presence }, details, secrets),
  };
}

export function actorOf(user: UserRow): Actor {
  return { id: user.id, roles: user.roles };
}

async function addUser(
  { log, credentials, clock }: IdentityParts,
  details: UserDetails,
  { passphrase, pin }: NewSecrets,
): Promise<Result<string, Failure>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) return err({ kind: 'weakSecret', need: 'passphraseLength' });
  if (pin !== null && !PIN_SHAPE.test(pin)) return err({ kind: 'weakSecret', need: 'pinDigits' });
  const id = newEventId();
  const hashes = await Promise.all([hashSecret(passphrase), pin === null ? null : hashSecret(pin)]);
  const facts: UserEvent[] = [{ type: 'UserAdded', version: 1, data: details }];
  for (const [index, kind] of (['passphrase', 'pin'] as const).entries()) {
    const stored = hashes[index];
    if (!stored) continue;
    credentials.set(id, kind, stored);
    facts.push({ type: 'CredentialSet', version: 1, data: { kind, commitment: commitmentTo(stored) } });
  }
  const saved = log.append([
    {
      stream: `user:${id}`,
      after: 0,
      events: facts.map((fact) => newEvent(clock, PROGRAM, fact)),
    },
  ]);
  return saved.ok ? ok(id) : saved;
}

/** The newest commitment in the log is the only one a stored credential may fit. */
function fitsCommitment(log: EventLog, user: string, kind: CredentialKind, stored: string): boolean {
  const newest = log
    .readStream(`user:${user}`)
    .findLast((event) => event.type === 'CredentialSet' && (event.data as { kind: string }).kind === kind);
  return (newest?.data as { commitment?: string } | undefined)?.commitment === commitmentTo(stored);
}

function record(log: EventLog, clock: Clock, user: string, fact: UserEvent): Result<null, Failure> {
  const stream = `user:${user}`;
  if (!log.isOpen()) return err({ kind: 'notSaved', why: 'fault' });
  const after = log.position(stream);
  const saved = log.append([{ stream, after, events: [newEvent(clock, user, fact)] }]);
  return saved.ok ? ok(null) : saved;
}

function newEvent(clock: Clock, actor: string, fact: UserEvent) {
  return { ...fact, id: newEventId(), happenedAt: clock.now(), actor, witness: null };
}
