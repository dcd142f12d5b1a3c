import type { ChannelName, Request, Response } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import type { SessionView } from '../../contract/views/session.ts';
import type { Result } from '../../core/result.ts';
import { err, ok } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Desk } from '../desk.ts';
import type { SecondPerson } from '../identity/identity.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { licenceRefusal } from '../services/people/licence.ts';
import type { LoadedSession, Step } from '../services/sessionSteps.ts';
import { sessionView } from '../views/sessionView.ts';

/** What serves one channel. It returns a refusal the contract knows, and cannot invent another. */
export type Handler<Name extends ChannelName> = (
  desk: Desk,
  request: Request<Name>,
) => Result<Response<Name>, Failure> | Promise<Result<Response<Name>, Failure>>;

/** The handlers of one room of channels: `plan:…`, `entry:…`. */
export type Handlers<Room extends string> = {
  readonly [Name in Extract<ChannelName, `${Room}:${string}`>]: Handler<Name>;
};

/** The record and the signed-in person most channels need. */
export function signedIn<Value>(
  desk: Desk,
  act: (record: OpenRecord, actor: Actor) => Result<Value, Failure>,
): Result<Value, Failure> {
  const record = desk.needRecord();
  if (!record.ok) return record;
  const actor = desk.needActor();
  return actor.ok ? act(record.value, actor.value) : actor;
}

/** The same for what takes its time. */
export async function signedInLater<Value>(
  desk: Desk,
  act: (record: OpenRecord, actor: Actor) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const both = signedIn(desk, (record, actor) => ok({ record, actor }));
  return both.ok ? act(both.value.record, both.value.actor) : both;
}

/** A prescriber who orders or allows something by an own proof; nobody does so on a licence that has ended. */
export async function proveOrdering(
  desk: Desk,
  prescriber: SecondPerson | null,
): Promise<Result<Actor | null, Failure>> {
  const proved = await desk.proveSecond(prescriber);
  const record = desk.needRecord();
  if (!proved.ok) return proved;
  if (!record.ok) return record;
  const refusal = licenceRefusal(record.value, proved.value);
  return refusal ? err(refusal) : proved;
}

/** The signed-in person proved once more for a signature or an order, on a licence that has not ended. */
export async function signingPerson(desk: Desk, passphrase: string): Promise<Result<Actor, Failure>> {
  const record = desk.needRecord();
  if (!record.ok) return record;
  const proved = await record.value.identity.proveAgain(passphrase);
  if (!proved.ok) return proved;
  const refusal = licenceRefusal(record.value, proved.value);
  return refusal ? err(refusal) : proved;
}

type StepRequest = { readonly requestId: string; readonly session: string };

/** One step of a session by the signed-in person: answered with the session as it stands after the commit. */
export function sessionStep(
  desk: Desk,
  request: StepRequest,
  act: (record: OpenRecord, step: Step) => Result<LoadedSession, Failure>,
): Result<SessionView, Failure> {
  return signedIn(desk, (record, actor) => {
    const { requestId, session } = request;
    const outcome = act(record, { requestId, session, actor });
    return outcome.ok ? ok(sessionView(record, outcome.value)) : outcome;
  });
}

/** The same with a second person, who is proved first; nothing is recorded when the proof fails. */
export async function witnessedStep(
  desk: Desk,
  request: StepRequest,
  second: { readonly user: string; readonly secret: string } | null,
  act: (record: OpenRecord, step: Step) => Result<LoadedSession, Failure>,
): Promise<Result<SessionView, Failure>> {
  const proved = await desk.proveSecond(second);
  if (!proved.ok) return proved;
  return sessionStep(desk, request, (record, step) => act(record, { ...step, second: proved.value }));
}
