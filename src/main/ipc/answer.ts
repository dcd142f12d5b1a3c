import { OPEN_IN_EMERGENCY } from '../../contract/awayChannels.ts';
import { type ChannelName, channels, LARGEST_REQUEST, type Reply } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, type Result } from '../../core/result.ts';
import { hasRole } from '../../core/session/roles.ts';
import type { Desk } from '../desk.ts';
import { emergencyOf } from '../identity/actors.ts';
import { emergencySessionRefusal } from '../services/away/emergency.ts';
import { noteDisagreementIn } from '../services/disagreements.ts';
import type { OpenRecord } from '../services/openRecord.ts';
import type { Answer } from '../shell/shell.ts';
import { appHandlers, identityHandlers, pulseHandlers } from './appHandlers.ts';
import { awayHandlers, emergencyHandlers } from './awayHandlers.ts';
import {
  checklistHandlers,
  infusionHandlers,
  interruptionHandlers,
  observationHandlers,
  preparationHandlers,
  pumpHandlers,
} from './careHandlers.ts';
import {
  documentHandlers,
  printoutHandlers,
  recordHandlers,
  recoveryHandlers,
  wasteHandlers,
} from './closingHandlers.ts';
import { containerHandlers } from './containerHandlers.ts';
import { dosesHandlers } from './dosesHandlers.ts';
import { entryHandlers, holdHandlers } from './entryHandlers.ts';
import type { Handler } from './handler.ts';
import { keepingHandlers } from './keepingHandlers.ts';
import { labelHandlers } from './labelHandlers.ts';
import { libraryHandlers } from './libraryHandlers.ts';
import { limitsHandlers } from './limitsHandlers.ts';
import { boardHandlers, patientHandlers, patientsHandlers } from './patientHandlers.ts';
import { planHandlers, sessionHandlers } from './planHandlers.ts';
import { peopleHandlers, settingsHandlers } from './staffHandlers.ts';

const handlers: { readonly [Name in ChannelName]: Handler<Name> } = {
  ...appHandlers,
  ...pulseHandlers,
  ...identityHandlers,
  ...peopleHandlers,
  ...settingsHandlers,
  ...awayHandlers,
  ...emergencyHandlers,
  ...boardHandlers,
  ...patientsHandlers,
  ...patientHandlers,
  ...limitsHandlers,
  ...libraryHandlers,
  ...planHandlers,
  ...sessionHandlers,
  ...entryHandlers,
  ...holdHandlers,
  ...preparationHandlers,
  ...labelHandlers,
  ...containerHandlers,
  ...observationHandlers,
  ...checklistHandlers,
  ...pumpHandlers,
  ...infusionHandlers,
  ...interruptionHandlers,
  ...dosesHandlers,
  ...recoveryHandlers,
  ...wasteHandlers,
  ...recordHandlers,
  ...documentHandlers,
  ...printoutHandlers,
  ...keepingHandlers,
};

/**
 * Answers every message of the window: known channel, size, schema, right, then the service; its answer passes the
 * schema too. What is not understood changes nothing, and no text of an exception ever reaches a window.
 */
export function createAnswer(desk: Desk, onFault: (channel: string, error: unknown) => void): Answer {
  return async (channel, request) => {
    if (!isChannel(channel)) return err(malformed(channel));
    const parsed = readable(request) ? channels[channel].request.safeParse(request) : undefined;
    if (!parsed?.success) return err(malformed(channel));
    const refusal = accessRefusal(desk, channel, parsed.data);
    if (refusal) return err(refusal);
    try {
      return await serve(desk, channel, parsed.data);
    } catch (error) {
      onFault(channel, error);
      desk.recover(error);
      return err({ kind: 'notSaved', why: 'fault' } satisfies Failure);
    }
  };
}

async function serve<Name extends ChannelName>(
  desk: Desk,
  channel: Name,
  request: unknown,
): Promise<Reply<Name>> {
  const handler = handlers[channel] as (desk: Desk, request: unknown) => Promise<Result<unknown, Failure>>;
  const outcome = await handler(desk, request);
  noteDisagreementIn(desk.record(), channel, request, outcome);
  if (!outcome.ok) return outcome;
  return { ok: true, value: channels[channel].response.parse(outcome.value) } as Reply<Name>;
}

function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(channels, name);
}

/** Whether a message is plain data of a bearable size. */
function readable(request: unknown): boolean {
  try {
    return JSON.stringify(request).length <= LARGEST_REQUEST;
  } catch {
    return false;
  }
}

/**
 * Who may not, and why: nobody is here, somebody is here with a borrowed passphrase or by the way for emergencies, or
 * the role is another.
 */
function accessRefusal(desk: Desk, channel: ChannelName, request: unknown): Failure | undefined {
  desk.lockWhenIdle();
  const { access } = channels[channel];
  if (access === 'anyone') return undefined;
  const actor = desk.needActor();
  if (!actor.ok) return actor.failure;
  const record = desk.record();
  if (record && emergencyOf(actor.value.id) !== undefined) return inEmergency(record, channel, request);
  const isProvisional = record?.identity.current()?.isProvisional ?? false;
  if (isProvisional && !BEFORE_OWN_PASSPHRASE.includes(channel)) return { kind: 'ownPassphraseFirst' };
  if (access === 'signedIn' || hasRole(actor.value, access)) return undefined;
  return { kind: 'roleNeeded', roles: access };
}

/** Of what the emergency way opens, whatever is about a session is for one that runs or is watched. */
function inEmergency(record: OpenRecord, channel: ChannelName, request: unknown): Failure | undefined {
  if (!OPEN_IN_EMERGENCY.includes(channel)) return { kind: 'closedInEmergency' };
  const { session } = request as { readonly session?: string };
  return session === undefined ? undefined : emergencySessionRefusal(record, session);
}

/** What works on a passphrase that an administrator chose: going away, and choosing an own one. */
const BEFORE_OWN_PASSPHRASE: readonly ChannelName[] = [
  'identity:lock',
  'identity:stay',
  'identity:changePassphrase',
];

function malformed(channel: string): Failure {
  return { kind: 'malformedRequest', channel: channel.slice(0, 80) };
}
