import { join } from 'node:path';
import { installedBrowser } from '../../scripts/browser.mjs';
import { browserAdvice } from '../../scripts/browserAdvice.mjs';
import { type FailureText, startFailureText } from '../contract/startFailureText.ts';
import { startApp } from './app.ts';
import { systemClock } from './clock.ts';
import { faultName, sayLastFault } from './faultWords.ts';
import { userPaths } from './paths.ts';
import { runUntilClosed } from './runUntilClosed.ts';
import { showFailureInChromium } from './shell/chromiumFailure.ts';
import { createChromiumShell } from './shell/chromiumShell.ts';
import { printFailure, StartFailure } from './startFailure.ts';
import { START_USAGE, type StartOptions, startOptions } from './startOptions.ts';
import { VERSION } from './version.ts';

// The entry under plain Node with an installed Chromium, Chrome or Edge.

const EXIT_USAGE = 64;
const EXIT_NO_BROWSER = 3;
const EXIT_FAULT = 1;
const BUILT = join(import.meta.dirname, '..');

sayLastFault(say);
process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  const options = startOptions(args);
  if (!options.ok) return sayAndLeave(`${options.failure}\n${START_USAGE}`, EXIT_USAGE);
  const browser = installedBrowser();
  if (browser === undefined) return explainAndLeave(browserAdvice(), EXIT_NO_BROWSER);
  return runInBrowser(options.value, browser);
}

async function runInBrowser(options: StartOptions, executablePath: string): Promise<number> {
  const paths = userPaths(options.home);
  const shell = createChromiumShell({
    executablePath,
    profileFolder: join(paths.data, 'chromium'),
    rendererFolder: join(BUILT, 'renderer'),
    preloadFile: join(BUILT, 'preload', 'portable.js'),
    headless: options.headless,
    say,
  });
  try {
    const { open, theme } = options;
    const parts = { shell, clock: systemClock(), paths, version: VERSION, say };
    await runUntilClosed(() => startApp({ ...parts, ...(open && { open }), ...(theme && { theme }) }));
    return 0;
  } catch (fault) {
    await shell.quit().catch(() => {});
    if (!(fault instanceof StartFailure)) return sayAndLeave(faultText(fault), EXIT_FAULT);
    const text = startFailureText(fault);
    printFailure(text);
    // The window that is open comes to the front, so a notice that stayed would only lie behind it.
    const closesAfter = fault.kind === 'locked' ? 15_000 : 0;
    if (!options.headless) await showFailureInChromium(text, { executablePath, closesAfter });
    return fault.exitCode;
  }
}

function explainAndLeave(text: FailureText, exitCode: number): number {
  printFailure(text);
  return exitCode;
}

function sayAndLeave(text: string, exitCode: number): number {
  say(text);
  return exitCode;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function faultText(fault: unknown): string {
  return `Infusion Desk could not start. Nothing was changed.\n${faultName(fault)}`;
}
