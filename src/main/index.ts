import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session } from 'electron';
import { startFailureText } from '../contract/startFailureText.ts';
import { startApp } from './app.ts';
import { systemClock } from './clock.ts';
import { faultName, sayLastFault } from './faultWords.ts';
import { userPaths } from './paths.ts';
import { runUntilClosed } from './runUntilClosed.ts';
import { createElectronShell } from './shell/electronShell.ts';
import { printFailure, StartFailure } from './startFailure.ts';
import { START_USAGE, type StartOptions, startOptions } from './startOptions.ts';
import { VERSION } from './version.ts';

// The entry under Electron. Nothing here waits at the top level: Electron gets ready only after this file has run.

const EXIT_USAGE = 64;
const EXIT_FAULT = 1;
const BUILT = join(import.meta.dirname, '..');

sayLastFault(say);
const options = startOptions(ownArguments(process.argv));
if (options.ok) {
  void start(options.value).then((code) => app.exit(code));
} else {
  say(`${options.failure}\n${START_USAGE}`);
  app.exit(EXIT_USAGE);
}

async function start({ home, open, theme }: StartOptions): Promise<number> {
  const paths = userPaths(home);
  try {
    // Up to here nothing has waited: the shell names its scheme before Electron is ready, as it must.
    const shell = createElectronShell(
      { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session },
      {
        profileFolder: join(paths.data, 'electron'),
        rendererFolder: join(BUILT, 'renderer'),
        preloadFile: join(BUILT, 'preload', 'index.cjs'),
        say,
      },
    );
    const parts = { shell, clock: systemClock(), paths, version: VERSION, say };
    await runUntilClosed(() => startApp({ ...parts, ...(open && { open }), ...(theme && { theme }) }));
    return 0;
  } catch (fault) {
    return explain(fault);
  }
}

async function explain(fault: unknown): Promise<number> {
  if (!(fault instanceof StartFailure)) {
    say(faultName(fault));
    await app.whenReady();
    dialog.showErrorBox('Infusion Desk could not start.', 'Nothing was changed.');
    return EXIT_FAULT;
  }
  const text = startFailureText(fault);
  printFailure(text);
  await app.whenReady();
  dialog.showErrorBox(text.what, `${text.safe}\n\n${text.todo}`);
  return fault.exitCode;
}

/** What follows the program's own path. A packaged program has no such path; switches for Chromium stand before it. */
function ownArguments(argv: readonly string[]): readonly string[] {
  if (app.isPackaged) return argv.slice(1);
  const programPath = argv.findIndex((argument, place) => place > 0 && !argument.startsWith('-'));
  return argv.slice(programPath + 1);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
