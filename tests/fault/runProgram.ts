import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { buildShim } from './shim/buildShim.ts';

/** How a program of the harness ended. */
export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** Runs one of the harness's programs and hands on each line it says. */
export async function runProgram(
  program: string,
  args: readonly string[],
  heard: (line: string) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) heard(line);
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return { code, signal };
}

/** The same with the library of `shim/` preloaded. Throws `NotHere` where it cannot be made. */
export function runPreloaded(
  program: string,
  args: readonly string[],
  heard?: (line: string) => void,
): Promise<Ended> {
  return runProgram(program, args, heard, { LD_PRELOAD: buildShim() });
}
