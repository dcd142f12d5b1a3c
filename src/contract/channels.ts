import { appChannels } from './appChannels.ts';
import { awayChannels } from './awayChannels.ts';
import { careChannels } from './careChannels.ts';
import { closingChannels } from './closingChannels.ts';
import { dosesChannels } from './dosesChannels.ts';
import { entryChannels } from './entryChannels.ts';
import type { Failure } from './failures.ts';
import { keepingChannels } from './keepingChannels.ts';
import { labelChannels } from './labelChannels.ts';
import { libraryChannels } from './libraryChannels.ts';
import { patientChannels } from './patientChannels.ts';
import { planChannels } from './planChannels.ts';
import { preparationChannels } from './preparationChannels.ts';
import { printoutChannels } from './printoutChannels.ts';
import { staffChannels } from './staffChannels.ts';
import type { Infer } from './zod.ts';

/**
 * Every message a window can send, with what it answers and who may send it. Preload, handler and the window's
 * type all derive from this table; a channel is a use case, never a query. The session's own decisions check the role
 * once more.
 */
export const channels = {
  ...appChannels,
  ...staffChannels,
  ...awayChannels,
  ...patientChannels,
  ...libraryChannels,
  ...planChannels,
  ...entryChannels,
  ...preparationChannels,
  ...labelChannels,
  ...careChannels,
  ...dosesChannels,
  ...closingChannels,
  ...printoutChannels,
  ...keepingChannels,
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type Request<Name extends ChannelName> = Infer<Channels[Name]['request']>;
export type Response<Name extends ChannelName> = Infer<Channels[Name]['response']>;

/** What a window gets back: a result, or a failure it can explain. Never an exception, never a database text. */
export type Reply<Name extends ChannelName> =
  | { readonly ok: true; readonly value: Response<Name> }
  | { readonly ok: false; readonly failure: Failure };

/** Largest message accepted from a window, in characters of JSON. */
export const LARGEST_REQUEST = 64_000;
