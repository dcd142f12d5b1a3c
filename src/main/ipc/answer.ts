import { type ChannelName, channels, LARGEST_REQUEST, type Reply } from '../../contract/channels.ts';
import type { Failure } from '../../contract/failures.ts';
import { err, type Result } from '../../core/result.ts';
import { hasRole } from '../../core/session/roles.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from '../shell/shell.ts';
import { appHandlers, identityHandlers } from './appHandlers.ts';
import {
  checklistHandlers,
  infusionHandlers,
  interruptionHandlers,
  observationHandlers,
  preparationHandlers,
  pumpHandlers,
} from './careHandlers.ts';
import { documentHandlers, recordHandlers, recoveryHandlers, wasteHandlers } from './closingHandlers.ts';
import { entryHandlers, holdHandlers } from './entryHandlers.ts';
import type { Handler } from './handler.ts';
import { keepingHandlers } from './keepingHandlers.ts';
import { limitsHandlers } from './limitsHandlers.ts';
import { boardHandlers, patientHandlers, patientsHandlers } from './patientHandlers.ts';
import { planHandlers, sessionHandlers } from './planHandlers.ts';

const handlers: { readonly [Name in ChannelName]: Handler<Name> } = {
  ...appHandlers,
  ...identityHandlers,
  ...boardHandlers,
  ...patientsHandlers,
  ...patientHandlers,
  ...limitsHandlers,
  ...planHandlers,
  ...sessionHandlers,
  ...entryHandlers,
  ...holdHandlers,
  ...preparationHandlers,
  ...observationHandlers,
  ...checklistHandlers,
  ...pumpHandlers,
  ...infusionHandlers,
  ...interruptionHandlers,
  ...recoveryHandlers,
  ...wasteHandlers,
  ...recordHandlers,
  ...documentHandlers,
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
    const refusal = accessRefusal(desk, channel);
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

function accessRefusal(desk: Desk, channel: ChannelName): Failure | undefined {
  const { access } = channels[channel];
  if (access === 'anyone') return undefined;
  const actor = desk.needActor();
  if (!actor.ok) return actor.failure;
  if (access === 'signedIn' || hasRole(actor.value, access)) return undefined;
  return { kind: 'roleNeeded', roles: access };
}

function malformed(channel: string): Failure {
  return { kind: 'malformedRequest', channel: channel.slice(0, 80) };
}
