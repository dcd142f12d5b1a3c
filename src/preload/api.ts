import { CHANNEL_NAMES, PUSH_NAMES } from '../contract/channelNames.ts';
import type { ChannelName } from '../contract/channels.ts';
import type { PushName } from '../contract/push.ts';
import { callName, type WindowApi } from '../contract/windowApi.ts';

type Listener = (message: unknown) => void;

/** What carries messages in one shell. */
export type Carrier = {
  /** Brings one request to the main process and its answer back. */
  readonly send: (channel: ChannelName, request: unknown) => Promise<unknown>;
  /** Calls `listener` on every push of that name until the returned function is called. */
  readonly listen: (name: PushName, listener: Listener) => () => void;
};

/**
 * All a page gets of the outside: one function per channel, and `on`. Nothing takes a channel's name from the page,
 * so a channel the table lacks cannot be asked for. Requests pass unread: the main process judges them.
 */
export function createApi(carrier: Carrier): WindowApi {
  const calls = CHANNEL_NAMES.map((channel) => [
    callName(channel),
    (request: unknown) => carrier.send(channel, request),
  ]);
  // Built from the list of names, so no literal can carry the type; the preload test compares the two.
  return Object.freeze({ ...Object.fromEntries(calls), on: subscription(carrier) }) as WindowApi;
}

function subscription(carrier: Carrier) {
  return (name: PushName, listener: Listener) => {
    if (!PUSH_NAMES.includes(name) || typeof listener !== 'function') return () => {};
    return carrier.listen(name, (message) => listener(message));
  };
}
