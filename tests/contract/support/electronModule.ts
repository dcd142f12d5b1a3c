import { existsSync } from 'node:fs';
import { createElectronStandIn, type StandInWindow } from './electronStandIn.ts';

// Stands where the built program imports `electron`. Watches for the window, tells the test what it saw, and then
// closes the window as a person would.

/** What the built program did up to its first screen. */
export type BundleReport = {
  readonly schemes: readonly unknown[];
  readonly userData: string | undefined;
  readonly windowOptions: Readonly<Record<string, unknown>>;
  readonly loaded: readonly string[];
  readonly isShown: boolean;
  readonly preloadExists: boolean;
  readonly page: { readonly status: number; readonly policy: string | null; readonly text: string };
  readonly script: { readonly status: number; readonly type: string | null };
  readonly channels: readonly string[];
  readonly sessionHandlers: readonly string[];
  readonly foreignAnswer: unknown;
  readonly ownAnswer: unknown;
};

const { electron, record } = createElectronStandIn();
export const { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session } = electron;

Object.assign(app, { exit: (code: number) => process.exit(code) });

const watch = setInterval(() => {
  const window = record.windows[0];
  if (window?.isShown !== true) return;
  clearInterval(watch);
  // With this set the window stays, until the program is told to end.
  const stays = process.env['STAND_IN_STAYS'] === '1';
  void report(window).then((seen) => process.send?.(seen, () => (stays ? undefined : window.close())));
}, 20);

async function report(window: StandInWindow): Promise<BundleReport> {
  const page = await ask('app://infusion-desk/');
  const text = await page.text();
  const script = await ask(`app://infusion-desk/${/src="\.\/([^"]+\.js)"/.exec(text)?.[1] ?? 'no-script'}`);
  const frame = window.webContents.mainFrame;
  return {
    schemes: record.schemes,
    userData: record.paths['userData'],
    windowOptions: window.options,
    loaded: window.loaded,
    isShown: window.isShown,
    preloadExists: existsSync(preloadOf(window)),
    page: { status: page.status, policy: page.headers.get('content-security-policy'), text },
    script: { status: script.status, type: script.headers.get('content-type') },
    channels: [...record.ipc.keys()],
    sessionHandlers: [...record.session.keys()],
    foreignAnswer: await record.ipc.get('app:load')?.({ senderFrame: null }, {}),
    ownAnswer: await record.ipc.get('app:load')?.({ senderFrame: frame }, {}),
  };
}

async function ask(url: string): Promise<Response> {
  const answer = await record.protocols.get('app')?.({ url, method: 'GET' });
  return answer ?? new Response(null, { status: 500 });
}

function preloadOf({ options }: StandInWindow): string {
  const preferences: unknown = options['webPreferences'];
  const preload: unknown =
    typeof preferences === 'object' && preferences !== null ? Reflect.get(preferences, 'preload') : undefined;
  return typeof preload === 'string' ? preload : '';
}
