import type { BrowserContext, BrowserContextOptions, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';
import { prepareProfile } from './chromiumProfile.ts';
import type { WindowOptions } from './shell.ts';
import { BACKGROUND_BY_THEME } from './themeBackground.ts';

/** Which browser, with which folder of its own, and whether anybody sees it. */
export type BrowserChoice = {
  readonly executablePath: string;
  readonly profileFolder: string;
  readonly headless: boolean;
  /** A few sentences instead of the whole desk: the window stays small. */
  readonly isNotice?: boolean;
  readonly say: (line: string) => void;
};

const SIZE = { width: 1366, height: 768 };

/**
 * No name is resolved and nothing connects: names map to nothing, and the only proxy is a port of this machine
 * that discards. Measured (RELIABILITY 3.3): three datagram sockets opened and never written to in 15 s.
 */
const SILENT = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=socks5://127.0.0.1:9',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-pings',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** Bars and bubbles that would stand over a running session. `--test-type` removes the one about these switches. */
const PLAIN_WINDOW = ['--test-type', '--hide-crash-restore-bubble', '--lang=en-GB'];

/** A window behind another keeps its time: what is due must not wait until somebody looks. Source: hazard H50. */
const AWAKE = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** Defaults of the driver that suit a test and not a clinic. */
const NOT_WANTED = [
  '--enable-automation',
  '--disable-popup-blocking',
  '--unsafely-disable-devtools-self-xss-warnings',
];

/**
 * Starts the browser with one window and an empty page. It is steered over a pipe; no port is opened. The sandbox
 * stays on except for user id 0, who cannot have it.
 */
export async function launchChromium(choice: BrowserChoice, window: WindowOptions): Promise<BrowserContext> {
  await prepareProfile(choice.profileFolder);
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    choice.say('Started by the root user: the browser runs without its sandbox. Fit for trials only.');
  const options: LaunchOptions & BrowserContextOptions = {
    executablePath: choice.executablePath,
    headless: choice.headless,
    chromiumSandbox: !isRoot,
    ignoreDefaultArgs: NOT_WANTED,
    args: [
      ...SILENT,
      ...PLAIN_WINDOW,
      ...AWAKE,
      ...(choice.headless ? [] : appWindow(window, choice.isNotice ?? false)),
    ],
    env: { ...process.env, ...darkFrame(window) },
    // The entry closes the log first and the browser after it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'en-GB',
    viewport: choice.headless ? SIZE : null,
    // What the person set in the system, not what suits a screenshot.
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
  };
  return chromium.launchPersistentContext(choice.profileFolder, options);
}

/** A window without address bar, painted before its first frame. A `#` would end the address, so it is escaped. */
function appWindow({ title, theme }: WindowOptions, isNotice: boolean): string[] {
  const colour = BACKGROUND_BY_THEME[theme].replace('#', '%23');
  const page = `<title>${encodeURIComponent(title)}</title><body style="background:${colour}">`;
  const size = isNotice
    ? ['--window-size=760,420']
    : [`--window-size=${SIZE.width},${SIZE.height}`, '--start-maximized'];
  // The frame and the print preview stay as dark as the page.
  const frame = theme === 'light' ? [] : ['--force-dark-mode'];
  return [`--app=data:text/html,${page}`, ...size, ...frame];
}

/** On Linux the toolkit paints the window before the page can, in a light grey that would flash in a dark room. */
function darkFrame({ theme }: WindowOptions): Readonly<Record<string, string>> {
  return theme === 'light' || process.platform !== 'linux' ? {} : { GTK_THEME: 'Adwaita:dark' };
}
