import type { Failure } from '../../contract/failures.ts';

/** Where a shell serves the window. */
export type Home = { readonly protocol: string; readonly host: string };

/** Whether an address belongs to our own window: parsed, because comparing the beginning of a text can be cheated. */
export function isOwnAddress(address: string, home: Home): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === home.protocol && url.host === home.host;
}

/** The page itself, and not one of its files: the only address a window may be sent to. */
export function isOwnPage(address: string, home: Home): boolean {
  return isOwnAddress(address, home) && new URL(address).pathname === '/';
}

const notUnderstood: Failure = { kind: 'malformedRequest', channel: '' };

/** What a frame hears that is not the page of our own window. It learns nothing, not even which channels exist. */
export const FOREIGN_SENDER = { ok: false, failure: notUnderstood } as const;
