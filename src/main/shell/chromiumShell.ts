import type { BrowserContext, Page } from 'playwright-core';
import type { Push, PushName } from '../../contract/push.ts';
import { launchChromium } from './chromiumLaunch.ts';
import { fillWindow, pushTo } from './chromiumWindow.ts';
import { freePath } from './freePath.ts';
import { sheetSize } from './sheetSize.ts';
import type { Answer, ChosenFile, Sheet, Shell, ShellEvent, WindowOptions } from './shell.ts';

/** What the entry, the demo or a test decides about the window. */
export type ChromiumShellOptions = {
  readonly executablePath: string;
  /** The browser's own folder; made and kept at mode 0700. */
  readonly profileFolder: string;
  /** The built window. */
  readonly rendererFolder: string;
  /** The built `preload/portable.ts`. */
  readonly preloadFile: string;
  readonly headless?: boolean;
  /** Takes one plain line for the terminal. Never what stands on a page. */
  readonly say?: (line: string) => void;
};

/** The Chromium shell, with the page it opened for whoever drives it: a test or the demo. */
export type ChromiumShell = Shell & { readonly page: Page | undefined };

/**
 * The window in an installed Chromium, Chrome or Edge, for machines where Electron's binary cannot be had.
 *
 * A browser steered from outside hears nothing of the machine: `suspend`, `resume` and `lock` never come here, and
 * the clock's own watch over sleep stands in. It has no file dialog either, so a document goes to its folder under
 * a free name without asking.
 */
export function createChromiumShell(options: ChromiumShellOptions): ChromiumShell {
  return new InstalledChromium(options);
}

class InstalledChromium implements ChromiumShell {
  readonly name = 'chromium';
  readonly #options: ChromiumShellOptions;
  readonly #closedListeners: (() => void)[] = [];
  #answer: Answer | undefined;
  #context: BrowserContext | undefined;
  #page: Page | undefined;

  constructor(options: ChromiumShellOptions) {
    this.#options = options;
  }

  get page(): Page | undefined {
    return this.#page;
  }

  serve(answer: Answer): void {
    this.#answer = answer;
  }

  async open(window: WindowOptions): Promise<void> {
    if (this.#answer === undefined) throw new Error('A window was opened before anything could answer it.');
    const { say = () => {}, headless = false, ...files } = this.#options;
    const context = await launchChromium({ ...files, headless, say }, window);
    this.#context = context;
    const parts = { ...files, theme: window.theme, answer: this.#answer, say };
    const page = await fillWindow(context, parts).catch(async (fault: unknown) => {
      await this.quit();
      throw fault;
    });
    this.#page = page;
    page.on('close', () => this.#gone(context));
    page.on('crash', () => void this.#openAgain(window));
  }

  push<Name extends PushName>(name: Name, message: Push[Name]): void {
    if (this.#page !== undefined) void pushTo(this.#page, name, message);
  }

  async renderPdf(sheet: Sheet): Promise<Uint8Array> {
    const size = sheetSize(sheet);
    const page = typeof size === 'string' ? { format: size } : inInches(size);
    return this.#openPage().pdf({ ...page, preferCSSPageSize: true, printBackground: true });
  }

  async openPrintDialog(): Promise<void> {
    await this.#openPage().evaluate(() => window.print());
  }

  async chooseSavePath(folder: string, name: string): Promise<string> {
    return freePath(folder, name);
  }

  /** The program has no dialogs here, but the browser has: it hands a file over without telling where it lies. */
  async chooseFile(): Promise<ChosenFile> {
    return { asked: 'window' };
  }

  async focus(): Promise<void> {
    await this.#page?.bringToFront();
  }

  on(event: ShellEvent, listener: () => void): void {
    if (event === 'closed') this.#closedListeners.push(listener);
  }

  async quit(): Promise<void> {
    const context = this.#context;
    this.#context = undefined;
    this.#page = undefined;
    await context?.close();
  }

  #openPage(): Page {
    if (this.#page === undefined) throw new Error('There is no window.');
    return this.#page;
  }

  /** Only the person's own closing counts: after `quit`, or for a window that was replaced, nobody is told. */
  #gone(context: BrowserContext): void {
    if (context === this.#context) this.#tellClosed();
  }

  #tellClosed(): void {
    this.#page = undefined;
    for (const listener of this.#closedListeners) listener();
  }

  /** The record lives in this process, so a window that broke down is simply opened anew. */
  async #openAgain(window: WindowOptions): Promise<void> {
    this.#options.say?.('The window broke down and is opened again. What was saved is safe.');
    await this.quit().catch(() => {});
    await this.open(window).catch(() => this.#tellClosed());
  }
}

function inInches({ width, height }: { readonly width: number; readonly height: number }) {
  return { width: `${width}in`, height: `${height}in` };
}
