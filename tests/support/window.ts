import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { installedBrowser } from '../../scripts/browser.mjs';
import type { ChannelName } from '../../src/contract/channels.ts';
import { callName } from '../../src/contract/windowApi.ts';
import { type RunningApp, startApp } from '../../src/main/app.ts';
import type { Clock } from '../../src/main/clock.ts';
import type { Paths } from '../../src/main/paths.ts';
import type { LastOpen } from '../../src/main/profile.ts';
import type { SetClock } from '../../src/main/setClock.ts';
import { createChromiumShell } from '../../src/main/shell/chromiumShell.ts';
import type { Answer, Shell, WindowTheme } from '../../src/main/shell/shell.ts';
import { type Caller, callerOver } from './caller.ts';

/** The real program in a real browser: its page, its answers through that page, and how to close it. */
export type OpenWindow = Caller & {
  readonly page: Page;
  readonly app: RunningApp;
  /** What the program said on the terminal. */
  readonly said: readonly string[];
  /** Every message the window was sent, answered or unasked, in order. */
  readonly heard: readonly string[];
  /** The browser's own folder. */
  readonly browserFolder: string;
  /** The page as it is now: a window that broke down is opened again with another one. */
  readonly pageNow: () => Page | undefined;
};

export type WindowSetup = {
  readonly paths: Paths;
  readonly clock: Clock;
  readonly theme?: WindowTheme;
  readonly open?: LastOpen;
  /** Folder of the built window, when it is not out/renderer. */
  readonly rendererFolder?: string;
  readonly headless?: boolean;
  /** As the window shows it. */
  readonly version?: string;
  /** False: nobody touches the desk while time goes by, and it locks. */
  readonly attended?: boolean;
  /** What happens between the window and the program's answers; nothing when left out. */
  readonly between?: (answer: Answer) => Answer;
};

const BUILT = join(import.meta.dirname, '..', '..', 'out');

/** Starts the program over a profile, with the clock handed in: the only way there is to hand one in. */
export async function openWindow(setup: WindowSetup): Promise<OpenWindow> {
  const executablePath = installedBrowser();
  if (!executablePath) throw new Error('No browser is installed: npm test installs one.');
  const said: string[] = [];
  const profileFolder = mkdtempSync(join(tmpdir(), 'infusion-desk-browser-'));
  const shell = createChromiumShell({
    executablePath,
    profileFolder,
    rendererFolder: setup.rendererFolder ?? join(BUILT, 'renderer'),
    preloadFile: join(BUILT, 'preload', 'portable.js'),
    headless: setup.headless ?? true,
    say: (line) => said.push(line),
  });
  const { paths, clock, theme = 'light', open, version = 'test', attended = true } = setup;
  const heard: string[] = [];
  if (attended) walkInStrides(clock);
  const say = (line: string): void => void said.push(line);
  const between = setup.between ?? ((answer) => answer);
  const touched = attended ? clock : null;
  const parts = { shell: overheard(shell, heard, { between, touched }), clock, paths, version, theme, say };
  const app = await startApp(open ? { ...parts, open } : parts);
  const { page } = shell;
  if (!page) throw new Error('The window did not open.');
  void app.finished.finally(() => rmSync(profileFolder, { recursive: true, force: true }));
  const answer = (channel: string, request: unknown): Promise<unknown> =>
    page.evaluate(
      ([name, message]) => {
        const send = Reflect.get(window.infusionDesk, name) as (message: unknown) => Promise<unknown>;
        return send(message);
      },
      [callName(channel as ChannelName), request] as const,
    );
  return {
    page,
    app,
    said,
    heard,
    browserFolder: profileFolder,
    pageNow: () => shell.page,
    ...callerOver(answer),
  };
}

/** Less than the shortest time after which a desk locks by itself unless somebody chose less. */
const STRIDE = 120_000;

/**
 * Somebody is at the desk all the time: a clock that is set goes there in strides, and before the program hears of each
 * the desk is touched (`overheard`), by the message the window sends.
 */
function walkInStrides(clock: Clock): void {
  if (!('set' in clock)) return;
  const { set } = clock as SetClock;
  const walk = (moment: number): void => {
    while (moment - clock.now() > STRIDE) set(clock.now() + STRIDE);
    set(moment);
  };
  Object.assign(clock, { set: walk, advance: (time: number) => walk(clock.now() + time) });
}

/** The same shell; what goes to its window is written down on the way. */
function overheard(
  shell: Shell,
  heard: string[],
  { between, touched }: { readonly between: (answer: Answer) => Answer; readonly touched: Clock | null },
): Shell {
  const noted = <Message>(message: Message): Message => {
    heard.push(JSON.stringify(message));
    return message;
  };
  return {
    name: shell.name,
    serve: (answer) => {
      touched?.everySecond(() => void answer('identity:stay', {}));
      const answered = between(answer);
      shell.serve(async (channel, request) => noted(await answered(channel, request)));
    },
    open: (options) => shell.open(options),
    push: (name, message) => shell.push(name, noted(message)),
    renderPdf: (paper) => shell.renderPdf(paper),
    openPrintDialog: () => shell.openPrintDialog(),
    chooseSavePath: (folder, name) => shell.chooseSavePath(folder, name),
    chooseFile: (folder, extension) => shell.chooseFile(folder, extension),
    focus: () => shell.focus(),
    on: (event, listener) => shell.on(event, listener),
    quit: () => shell.quit(),
  };
}
