import type { ChannelName, Reply, Request } from './channels.ts';
import type { Push, PushName } from './push.ts';

/** One function per channel, by its camel-cased name: `plan:authorise` is `planAuthorise`. */
export type CallName<Name extends ChannelName> = Name extends `${infer Room}:${infer Act}`
  ? `${Room}${Capitalize<Act>}`
  : never;

export type Calls = {
  readonly [Name in ChannelName as CallName<Name>]: (request: Request<Name>) => Promise<Reply<Name>>;
};

/** All a window has of the outside: these functions, and nothing generic. */
export type WindowApi = Calls & {
  /** Calls `listener` on every push of that name; the returned function ends it. */
  readonly on: <Name extends PushName>(name: Name, listener: (message: Push[Name]) => void) => () => void;
};

export function callName(channel: ChannelName): string {
  const [room = '', act = ''] = channel.split(':');
  return `${room}${act.charAt(0).toUpperCase()}${act.slice(1)}`;
}

declare global {
  interface Window {
    readonly infusionDesk: WindowApi;
  }
}
