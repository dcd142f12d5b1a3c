import {
  type ChannelName,
  channels,
  type Reply,
  type Request,
  type Response,
} from '../../src/contract/channels.ts';
import type { Failure } from '../../src/contract/failures.ts';
import { newEventId } from '../../src/main/eventId.ts';
import type { Answer } from '../../src/main/shell/shell.ts';

export type PersonKey = 'lim' | 'osei' | 'patel' | 'amari' | 'novak' | 'bell' | 'reyes' | 'quist';

/** The answers of a running program, behind a window or without one, and the people of the training clinic. */
export type Caller = {
  readonly answer: Answer;
  /** Sends a request and gives its result; a refusal fails the test. */
  call<Name extends ChannelName>(
    channel: Name,
    request: Omit<Request<Name>, 'requestId'>,
  ): Promise<Response<Name>>;
  /** Sends a request and gives its refusal; a result fails the test. */
  refusal<Name extends ChannelName>(
    channel: Name,
    request: Omit<Request<Name>, 'requestId'>,
  ): Promise<Failure>;
  signIn(person: PersonKey): Promise<void>;
  /** A second person with the PIN that is enough once they have signed in, else with the passphrase. */
  second(person: PersonKey): Promise<{ readonly user: string; readonly secret: string }>;
  idOf(person: PersonKey): Promise<string>;
  patient(name: string): Promise<string>;
};

/** Names of the invented people by which tests call them. */
const NAMES: Record<PersonKey, string> = {
  lim: 'R. Lim',
  osei: 'J. Osei',
  patel: 'Dr S. Patel',
  amari: 'Dr L. Amari',
  novak: 'P. Novak',
  bell: 'T. Bell',
  reyes: 'A. Reyes',
  quist: 'N. Quist',
};

export function callerOver(answer: Answer): Caller {
  const send = async <Name extends ChannelName>(channel: Name, request: object): Promise<Reply<Name>> => {
    const known = needsRequestId(channel) ? { requestId: newEventId(), ...request } : request;
    return (await answer(channel, known)) as Reply<Name>;
  };
  const call: Caller['call'] = async (channel, request) => {
    const reply = await send(channel, request);
    if (!reply.ok) throw new Error(`${channel} was refused: ${JSON.stringify(reply.failure)}`);
    return reply.value;
  };
  const keysOf = async (person: PersonKey) => {
    const app = await call('app:load', {});
    const keys = app.trainingKeys?.find(({ name }) => name === NAMES[person]);
    const staff = app.staff.find(({ id }) => id === keys?.user);
    if (!keys || !staff) throw new Error(`no ${person}`);
    return { ...keys, pinIsEnough: staff.pinIsEnough };
  };
  return {
    answer,
    call,
    async refusal(channel, request) {
      const reply = await send(channel, request);
      if (reply.ok) throw new Error(`${channel} was not refused`);
      return reply.failure;
    },
    async signIn(person) {
      const { user, passphrase } = await keysOf(person);
      await call('identity:signIn', { user, secret: passphrase, by: 'passphrase' });
    },
    async second(person) {
      const { user, pin, passphrase, pinIsEnough } = await keysOf(person);
      return { user, secret: pinIsEnough ? pin : passphrase };
    },
    idOf: async (person) => (await keysOf(person)).user,
    async patient(name) {
      const row = (await call('patients:search', { text: name, after: null })).rows[0];
      if (!row) throw new Error(`no patient ${name}`);
      return row.id;
    },
  };
}

/** Channels whose requests carry an id made before the first try. */
function needsRequestId(channel: ChannelName): boolean {
  const { request } = channels[channel];
  return 'requestId' in request.shape;
}
