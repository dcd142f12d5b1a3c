import type { BrowserContext, Page, Route } from 'playwright-core';
import { FOREIGN_SENDER, type Home, isOwnAddress, isOwnPage } from './ownAddress.ts';
import { serveRenderer } from './serveRenderer.ts';
import type { Answer, WindowTheme } from './shell.ts';

/** The shell's side of the names in `preload/portableNames.ts`. */
const BINDING_NAME = 'infusionDeskBinding';
const PUSH_RECEIVER = 'infusionDeskPushed';
/** A host that no name server may ever know (RFC 2606); the files come from this process. */
const HOME: Home = { protocol: 'https:', host: 'app.invalid' };
const HOME_ADDRESS = `${HOME.protocol}//${HOME.host}`;
/** How long the first screen may take before the start counts as failed. */
const FIRST_SCREEN_WITHIN = 30_000;

/** What the window is filled with and who answers it. */
export type WindowParts = {
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly theme: WindowTheme;
  readonly answer: Answer;
  readonly say: (line: string) => void;
};

/** Turns the browser's empty page into the program's window and resolves when its first screen stands. */
export async function fillWindow(context: BrowserContext, parts: WindowParts): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  // An empty grant denies every permission to every page, instead of asking.
  await context.grantPermissions([]);
  await context.route('**/*', (route) => answerRequest(route, parts.rendererFolder));
  context.on('page', (other) => void other.close().catch(() => {}));
  await page.exposeBinding(BINDING_NAME, ({ frame }, channel: unknown, request: unknown) => {
    const isOwn = frame === page.mainFrame() && isOwnAddress(frame.url(), HOME);
    return isOwn && typeof channel === 'string' ? parts.answer(channel, request) : FOREIGN_SENDER;
  });
  await page.addInitScript({ path: parts.preloadFile });
  reportFaults(page, parts.say);
  const address = `${HOME_ADDRESS}/?theme=${parts.theme}`;
  await page.goto(address);
  await page.locator('#root > *').first().waitFor({ state: 'attached', timeout: FIRST_SCREEN_WITHIN });
  stayHome(page, address);
  return page;
}

/** Hands a push to the receiver the preload left. Drops it when the page is gone or on its way. */
export async function pushTo(page: Page, name: string, message: unknown): Promise<void> {
  const parcel = { receiver: PUSH_RECEIVER, name, message };
  await page
    .evaluate(({ receiver, name, message }) => Reflect.get(globalThis, receiver)?.(name, message), parcel)
    .catch(() => {});
}

/** Our own files from this process; everything else is refused. A refused navigation leaves the page standing. */
async function answerRequest(route: Route, rendererFolder: string): Promise<void> {
  const request = route.request();
  const isAllowed = request.isNavigationRequest()
    ? isOwnPage(request.url(), HOME)
    : isOwnAddress(request.url(), HOME);
  if (!isAllowed || request.method() !== 'GET') {
    return route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
  }
  return route.fulfill(await serveRenderer(rendererFolder, new URL(request.url()).pathname));
}

/** Addresses that never reach the network (`about:blank`, `blob:`) cannot be refused, so the page is brought back. */
function stayHome(page: Page, address: string): void {
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || isOwnAddress(frame.url(), HOME)) return;
    void page.goto(address).catch(() => {});
  });
}

/** Says that something went wrong in the window and where in our files, never what stood on the page. */
function reportFaults(page: Page, say: (line: string) => void): void {
  page.on('pageerror', (error) => {
    const place = /[\w.-]+\.js:\d+:\d+/.exec(error.stack ?? '')?.[0] ?? 'an unknown place';
    say(`The window met a fault: ${error.name} at ${place}.`);
  });
  page.on('console', (message) => {
    const directive = /Content Security Policy directive:? ["']?([a-z-]+)/.exec(message.text())?.[1];
    if (directive !== undefined) say(`The window tried something its rules forbid (${directive}).`);
  });
}
