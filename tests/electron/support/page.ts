import type { Page } from 'playwright-core';

// What is asked of the page in the window, and tried in it.

/** Errors of the page and what its console calls one; Electron's own remarks on security count as errors. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const messages = await page.consoleMessages({ filter: 'all' });
  const errors = await page.pageErrors({ filter: 'all' });
  const said = messages
    .filter((message) => message.type() === 'error' || message.text().includes('Electron Security'))
    .map((message) => message.text());
  return [...said, ...errors.map(String)];
}

/** What a page has of the outside: the window's API, each member by kind, and names of Node and Electron. */
export type Reach = {
  readonly members: Readonly<Record<string, string>>;
  readonly isFrozen: boolean;
  readonly foreign: readonly string[];
};

const FOREIGN = ['require', 'process', 'module', 'exports', 'global', 'Buffer', 'electron', 'ipcRenderer'];

export function reachOf(page: Page): Promise<Reach> {
  return page.evaluate((foreign) => {
    const members = Object.entries(window.infusionDesk).map(([name, member]) => [name, typeof member]);
    return {
      members: Object.fromEntries(members),
      isFrozen: Object.isFrozen(window.infusionDesk),
      foreign: foreign.filter((name) => name in globalThis),
    };
  }, FOREIGN);
}

/** Names a frame inside the page has of the program. */
export function reachOfFrame(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    (foreign) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inside = frame.contentWindow ?? {};
      const reach = foreign.filter((name) => name in inside);
      frame.remove();
      return reach;
    },
    ['infusionDesk', ...FOREIGN],
  );
}

/** The moment in the next push of the clock, UTC milliseconds. */
export function nextTick(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const end = window.infusionDesk.on('clock', ({ now }) => {
          end();
          resolve(now);
        });
      }),
  );
}

/** The whole policy the page stands under, as the browser names it when something offends against it. */
export function contentSecurityPolicy(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const named = ({ originalPolicy }: SecurityPolicyViolationEvent): void => resolve(originalPolicy);
        document.addEventListener('securitypolicyviolation', named, { once: true });
        new Image().src = 'https://example.com/image.png';
      }),
  );
}

/** Sends the page elsewhere, once this call has been answered: a page that goes away answers nothing. */
export function sendTo(page: Page, address: string): Promise<void> {
  return page.evaluate((address) => {
    Object.assign(globalThis, { isStillHere: true });
    setTimeout(() => {
      location.href = address;
    });
  }, address);
}

export function isStillHere(page: Page): Promise<boolean> {
  return page.evaluate(() => Reflect.get(globalThis, 'isStillHere') === true);
}

/** Whether the page gets a second window for an address. */
export function opensWindow(page: Page, address: string): Promise<boolean> {
  return page.evaluate((address) => window.open(address) !== null, address);
}
