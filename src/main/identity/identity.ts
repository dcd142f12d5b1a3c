import type { LockReason, StaffDetails } from '../../contract/events/peopleEvents.ts';
import type { UserEvent } from '../../contract/events/storedEvent.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Clock } from '../clock.ts';
import { newEventId } from '../eventId.ts';
import type { CredentialKind, CredentialTable } from '../eventLog/credentialTable.ts';
import type { EventLog } from '../eventLog/eventLog.ts';
import type { ReadTables, UserRow } from '../projections/readTables.ts';
import { inTurnByPerson } from './inTurn.ts';
import { fitsSecret } from './secretHash.ts';
import { looksLikePin, passphraseRefusal, pinRefusal } from './secretRules.ts';
import { fitsCommitment, newSecret } from './secrets.ts';
import { recordUserFacts } from './userFacts.ts';
import { createWrongTries, FREE_TRIES, type Tries, type WrongTries } from './wrongTries.ts';

/** A PIN is enough for this long after a passphrase, and never after a restart. Source: UX 3.1. */
const PIN_LASTS_MILLISECONDS = 12 * 3_600_000;
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
  /** The person signed in at this workstation, as the record knows them now; null for one who has left meanwhile. */
  current(): UserRow | null;
  /** True when a six-digit PIN is enough for this person now. */
  pinIsEnough(user: string): boolean;
  signIn(user: string, secret: string, by: CredentialKind): Promise<Result<UserRow, Failure>>;
  lock(why: LockReason): Result<null, Failure>;
  /** Proves a second person for one action, without ending the first person's session. */
  proveSecond(person: SecondPerson): Promise<Result<Actor, Failure>>;
  /** Proves a person by passphrase alone, whoever is signed in. */
  proveByPassphrase(person: SecondPerson): Promise<Result<Actor, Failure>>;
  /** Proves the signed-in person once more, by passphrase, for a signature. */
  proveAgain(passphrase: string): Promise<Result<Actor, Failure>>;
  /** The signed-in person's passphrase was right: even one that somebody else chose, so that it can be replaced. */
  proveOwner(passphrase: string): Promise<Result<UserRow, Failure>>;
  addUser(details: NewStaff, secrets: NewSecrets): Promise<Result<string, Failure>>;
  readonly wrongTries: WrongTries;
};

/** Who is here, kept in memory alone: it outlives a file that is opened anew, and no restart. */
export type Presence = {
  user: string | null;
  /** Who is in by the way for emergencies, instead of a person who proved who they are. */
  emergency: { readonly id: string; readonly name: string; readonly since: number } | null;
  /** When the person at the desk last touched it, by the counter. */
  touchedAt: number;
  /** When each person last typed their passphrase, by the counter. */
  readonly passphraseAt: Map<string, number>;
  readonly wrongPins: Map<string, number>;
  readonly wrongTries: Map<string, Tries>;
};

export function nobodyPresent(): Presence {
  return {
    user: null,
    emergency: null,
    touchedAt: 0,
    passphraseAt: new Map(),
    wrongPins: new Map(),
    wrongTries: new Map(),
  };
}

export type NewStaff = Omit<StaffDetails, 'licenceExpires'> & Partial<Pick<StaffDetails, 'licenceExpires'>>;

export type NewSecrets = {
  readonly passphrase: string;
  readonly pin: string | null;
  /** Somebody else chose the passphrase for them. */
  readonly isProvisional?: boolean;
  /** Who adds them, and the id of that; the program itself when left out. */
  readonly by?: { readonly actor: string; readonly requestId: string };
};

export type IdentityParts = {
  readonly log: EventLog;
  readonly tables: ReadTables;
  readonly credentials: CredentialTable;
  readonly clock: Clock;
  readonly presence: Presence;
};

export function createIdentity(parts: IdentityParts): Identity {
  const { log, tables, clock, presence } = parts;
  const wrongTries = createWrongTries({ log, clock, known: presence.wrongTries });
  const prove = prover(parts, wrongTries);
  const current = (): UserRow | null => {
    const user = presence.user === null ? undefined : tables.user(presence.user);
    return user && !user.isDisabled ? user : null;
  };
  const proveCurrent = async (passphrase: string): Promise<Result<UserRow, Failure>> => {
    const user = current();
    return user ? prove(user.id, passphrase, 'passphrase') : err({ kind: 'notSignedIn' });
  };
  const note = (user: string, fact: UserEvent): Result<null, Failure> =>
    recordUserFacts({ log, clock }, { user, actor: user, facts: [fact] });
  return {
    current,
    pinIsEnough: (user) => pinIsEnough(parts, user),
    async signIn(user, secret, by) {
      const proved = await prove(user, secret, by);
      if (!proved.ok) return proved;
      const saved = note(user, { type: 'SignedIn', version: 1, data: { by } });
      if (!saved.ok && !READS_ANYWAY.includes(saved.failure.kind)) return saved;
      presence.user = user;
      presence.touchedAt = clock.counter();
      return proved;
    },
    lock(why) {
      const { user } = presence;
      if (user === null) return ok(null);
      presence.user = null;
      const saved = note(user, { type: 'Locked', version: 2, data: { why } });
      return saved.ok || READS_ANYWAY.includes(saved.failure.kind) ? ok(null) : saved;
    },
    async proveSecond({ user, secret }) {
      const by = pinIsEnough(parts, user) && looksLikePin(secret) ? 'pin' : 'passphrase';
      return asActor(await prove(user, secret, by));
    },
    proveByPassphrase: async ({ user, secret }) => asActor(await prove(user, secret, 'passphrase')),
    proveAgain: async (passphrase) => asActor(await proveCurrent(passphrase)),
    proveOwner: proveCurrent,
    addUser: (details, secrets) => addUser(parts, details, secrets),
    wrongTries,
  };
}

export function actorOf(user: UserRow): Actor {
  return { id: user.id, roles: user.roles };
}

/** Whoever acts has chosen their own passphrase: one that somebody else knows proves nothing. */
function asActor(proved: Result<UserRow, Failure>): Result<Actor, Failure> {
  if (!proved.ok) return proved;
  return proved.value.isProvisional ? err({ kind: 'ownPassphraseFirst' }) : ok(actorOf(proved.value));
}

function pinIsEnough({ tables, clock, presence }: IdentityParts, user: string): boolean {
  const since = presence.passphraseAt.get(user);
  if (since === undefined || !tables.user(user)?.hasPin) return false;
  if ((presence.wrongPins.get(user) ?? 0) >= FREE_TRIES) return false;
  return clock.counter() - since <= PIN_LASTS_MILLISECONDS;
}

type Prove = (user: string, secret: string, by: CredentialKind) => Promise<Result<UserRow, Failure>>;

/** One try after the other for each person, so that tries sent together are counted like tries typed in turn. */
function prover(parts: IdentityParts, wrongTries: WrongTries): Prove {
  const { log, tables, credentials, clock, presence } = parts;
  const inTurn = inTurnByPerson();
  const note = (user: string, fact: UserEvent): void => {
    recordUserFacts({ log, clock }, { user, actor: user, facts: [fact] });
  };
  const wrong = (row: UserRow, by: CredentialKind): Failure => {
    wrongTries.wrong(row.id);
    note(row.id, { type: 'SignInRefused', version: 1, data: { by } });
    if (by === 'passphrase') return { kind: 'wrongSecret' };
    const tries = (presence.wrongPins.get(row.id) ?? 0) + 1;
    presence.wrongPins.set(row.id, tries);
    return { kind: 'wrongPin', name: row.name, tries, triesAllowed: FREE_TRIES };
  };
  const judge: Prove = async (user, secret, by) => {
    const row = tables.user(user);
    if (!row) return err({ kind: 'notFound', what: 'person' });
    if (row.isDisabled) return err({ kind: 'noLongerHere', name: row.name });
    const seconds = wrongTries.secondsLeft(user);
    if (seconds > 0) return err({ kind: 'waitToTry', name: row.name, seconds });
    if (by === 'pin' && !pinIsEnough(parts, user)) return err({ kind: 'passphraseNeeded' });
    const stored = credentials.get(user, by);
    if (stored === undefined) return err({ kind: 'wrongSecret' });
    if (!fitsCommitment(log, user, by, stored)) return err({ kind: 'credentialDoesNotFitLog' });
    if (!(await fitsSecret(secret, stored))) return err(wrong(row, by));
    presence.wrongPins.delete(user);
    if (wrongTries.right(user)) note(user, { type: 'SecretAccepted', version: 1, data: { by } });
    if (by === 'passphrase') presence.passphraseAt.set(user, clock.counter());
    return ok(row);
  };
  return (user, secret, by) => inTurn(user, () => judge(user, secret, by));
}

async function addUser(
  parts: IdentityParts,
  details: NewStaff,
  { passphrase, pin, isProvisional = false, by }: NewSecrets,
): Promise<Result<string, Failure>> {
  const need =
    passphraseRefusal(passphrase, details.fullName) ?? (pin === null ? undefined : pinRefusal(pin));
  if (need) return err({ kind: 'weakSecret', need });
  // The request that adds somebody names them: sent twice, it adds one person.
  const id = by?.requestId ?? newEventId();
  const { credentials } = parts;
  const secrets = await Promise.all([
    newSecret(credentials, id, { kind: 'passphrase', secret: passphrase, isProvisional }),
    ...(pin === null ? [] : [newSecret(credentials, id, { kind: 'pin', secret: pin, isProvisional: false })]),
  ]);
  const added: UserEvent = {
    type: 'UserAdded',
    version: 2,
    data: { ...details, licenceExpires: details.licenceExpires ?? null },
  };
  const saved = recordUserFacts(parts, {
    user: id,
    actor: by?.actor ?? PROGRAM,
    facts: [added, ...secrets.map(({ fact }) => fact)],
    ...(by ? { requestId: by.requestId } : {}),
    beside: () => {
      for (const { store } of secrets) store();
    },
  });
  return saved.ok ? ok(id) : saved;
}
