import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A display that nobody sees, by its name (`:99`), until it is ended. */
export type OwnDisplay = { readonly name: string; end(): void };

/** The file descriptor on which Xvfb says which number it took; 0 to 2 are the usual streams. */
const NUMBER_COMES_ON = 3;

/** On Linux the session says whether windows can open; Windows and macOS always have a display. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Starts Xvfb on a number of its own choice. Undefined where it is not installed or does not start. */
export async function openOwnDisplay(): Promise<OwnDisplay | undefined> {
  const server = spawn('Xvfb', ['-displayfd', `${NUMBER_COMES_ON}`, '-screen', '0', '1366x768x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = new Promise<undefined>((resolve) => {
    server.once('error', () => resolve(undefined));
    server.once('exit', () => resolve(undefined));
  });
  const said = once(server.stdio[NUMBER_COMES_ON] as Readable, 'data').then(([number]) => `${number}`.trim());
  const number = await Promise.race([failed, said]);
  return number === undefined ? undefined : { name: `:${number}`, end: () => void server.kill() };
}
