import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { builtFile } from '../../contract/support/builtFile.ts';
import type { FoundElectron } from './findElectron.ts';

/** The built program in the real Electron: its main process, and the page in its window. */
export type Program = { readonly main: ElectronApplication; readonly page: Page };

const ROOT = join(import.meta.dirname, '..', '..', '..');
const START_TIMEOUT = 60_000;
/** Chromium refuses its sandbox to user id 0, and Electron with it. */
const isRoot = process.getuid?.() === 0;

/** Starts the program over a home of its own, as `npm start` does, and resolves when its window is there. */
export async function startProgram(electron: FoundElectron, home: string): Promise<Program> {
  takeDisplay(electron);
  const main = await _electron.launch({
    executablePath: electron.executablePath,
    args: programArguments(home),
    // The driver would switch the sandbox off for everybody.
    chromiumSandbox: !isRoot,
    timeout: START_TIMEOUT,
  });
  return { main, page: await main.firstWindow({ timeout: START_TIMEOUT }) };
}

/**
 * What a second start over the same home says on the terminal. It then shows the same in a box and waits for
 * somebody to press its button, so it is ended from here.
 */
export async function secondStart(electron: FoundElectron, home: string): Promise<string> {
  takeDisplay(electron);
  const second = spawn(electron.executablePath, programArguments(home), {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void second.kill('SIGKILL'));
  const lines: string[] = [];
  for await (const line of createInterface({ input: second.stderr })) {
    if (line.startsWith('Infusion Desk')) return line;
    lines.push(line);
  }
  throw new Error(`The second start did not say why it ended.\n${lines.join('\n')}`);
}

function programArguments(home: string): string[] {
  // Electron finds the file in package.json; a build that is not there would be an error without a word about it.
  builtFile('main/index.js');
  return [...(isRoot ? ['--no-sandbox'] : []), ROOT, '--home', home];
}

/** Both ways of starting hand on the environment of this process, which is the tests' own. */
function takeDisplay({ display }: FoundElectron): void {
  if (display !== undefined) process.env['DISPLAY'] = display;
}
