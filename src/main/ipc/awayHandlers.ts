import type { Failure } from '../../contract/failures.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Actor } from '../../core/session/roles.ts';
import type { Desk } from '../desk.ts';
import { claimPress } from '../services/away/claims.ts';
import { openEmergency, reviewEmergency } from '../services/away/emergency.ts';
import { observed } from '../services/infusing.ts';
import { noted } from '../services/noting.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import { type Handlers, signedIn } from './handler.ts';

export const awayHandlers: Handlers<'away'> = {
  'away:press': (desk, { requestId, session, what }) =>
    whileLocked(desk, (record) => desk.presses.press(record, { id: requestId, session, what })),
  'away:drop': (desk, { press }) => {
    const record = desk.needRecord();
    if (record.ok) desk.presses.drop(record.value, press);
    return ok({});
  },
  'away:record': (desk, { press, by }) =>
    byProof(desk, by, (record, actor) => desk.presses.record(record, press, actor)),
  'away:observe': (desk, { requestId, session, by, vitals, effects }) =>
    byProof(desk, by, (record, actor) =>
      observed(record, { requestId, session, actor }, { vitals, effects, ended: [] }),
    ),
  'away:note': (desk, { requestId, session, by, kind, text }) =>
    byProof(desk, by, (record, actor) => noted(record, { requestId, session, actor }, { kind, text })),
  'away:claim': (desk, { requestId, event }) =>
    signedIn(desk, (record, actor) => done(claimPress(record, { requestId, actor }, event))),
};

export const emergencyHandlers: Handlers<'emergency'> = {
  'emergency:open': (desk, request) =>
    whileLocked(desk, (record) => {
      const opened = openEmergency(record, request);
      return opened.ok ? ok(desk.view()) : opened;
    }),
  'emergency:review': async (desk, { requestId, passphrase, ...review }) => {
    const record = desk.needRecord();
    if (!record.ok) return record;
    const proved = await record.value.identity.proveAgain(passphrase);
    if (!proved.ok) return proved;
    return done(reviewEmergency(record.value, { requestId, actor: proved.value }, review));
  },
};

/** What a locked desk takes: whoever is signed in records it there, under their name. */
function whileLocked<Value>(
  desk: Desk,
  act: (record: OpenRecord) => Result<Value, Failure>,
): Result<Value, Failure> {
  const record = desk.needRecord();
  if (!record.ok) return record;
  const { user, emergency } = record.value.presence;
  return user === null && emergency === null ? act(record.value) : err({ kind: 'somebodyIsHere' });
}

/** One thing by one person's own proof; the desk stays locked. */
async function byProof(
  desk: Desk,
  by: { readonly user: string; readonly secret: string },
  act: (record: OpenRecord, actor: Actor) => Result<unknown, Failure>,
): Promise<Result<Record<string, never>, Failure>> {
  const locked = whileLocked(desk, (record) => ok(record));
  if (!locked.ok) return locked;
  const proved = await locked.value.identity.proveSecond(by);
  if (!proved.ok) return proved;
  return done(act(locked.value, proved.value));
}

function done(outcome: Result<unknown, Failure>): Result<Record<string, never>, Failure> {
  return outcome.ok ? ok({}) : outcome;
}
