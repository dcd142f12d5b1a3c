import { mkdirSync } from 'node:fs';
import { extname } from 'node:path';
import type * as Electron from 'electron';
import { CHANNEL_NAMES } from '../../contract/channelNames.ts';
import type { Push, PushName } from '../../contract/push.ts';
import { StartFailure } from '../startFailure.ts';
import { denyEverything, keepToPage } from './electronGuards.ts';
import {
  ELECTRON_HOME,
  registerScheme,
  serveScheme,
  showFirstScreen,
  windowMenu,
  windowOptions,
} from './electronWindow.ts';
import { freePath } from './freePath.ts';
import { FOREIGN_SENDER, isOwnAddress } from './ownAddress.ts';
import { sheetSize } from './sheetSize.ts';
import type { Answer, ChosenFile, Sheet, Shell, ShellEvent, WindowOptions } from './shell.ts';

/** The pieces of Electron the shell is made of; a test hands in recording ones. */
export type ElectronParts = {
  readonly app: Electron.App;
  readonly BrowserWindow: typeof Electron.BrowserWindow;
  readonly dialog: Electron.Dialog;
  readonly ipcMain: Electron.IpcMain;
  readonly Menu: typeof Electron.Menu;
  readonly powerMonitor: Electron.PowerMonitor;
  readonly protocol: Electron.Protocol;
  readonly session: typeof Electron.session;
};

export type ElectronShellOptions = {
  /** The folder of Chromium's own files, inside ours: they fall under its mode 0700. */
  readonly profileFolder: string;
  readonly rendererFolder: string;
  /** The built `preload/index.ts`. */
  readonly preloadFile: string;
  /** Takes one plain line for the terminal. Never what stands on a page. */
  readonly say: (line: string) => void;
};

/**
 * The window under Electron. Must be called before Electron is ready. Throws `StartFailure` when the program runs
 * already; that one comes to the front.
 */
export function createElectronShell(electron: ElectronParts, options: ElectronShellOptions): Shell {
  return new ElectronShell(electron, options);
}

class ElectronShell implements Shell {
  readonly name = 'electron';
  readonly #electron: ElectronParts;
  readonly #options: ElectronShellOptions;
  readonly #listeners: { readonly event: ShellEvent; readonly listener: () => void }[] = [];
  #window: Electron.BrowserWindow | undefined;

  constructor(electron: ElectronParts, options: ElectronShellOptions) {
    this.#electron = electron;
    this.#options = options;
    const { app, protocol } = electron;
    makeFolder(options.profileFolder);
    app.setPath('userData', options.profileFolder);
    if (!app.requestSingleInstanceLock()) throw new StartFailure('locked', options.profileFolder);
    // For the root user the sandbox cannot work; asking for it would end every helper process.
    if (process.getuid?.() !== 0) app.enableSandbox();
    registerScheme(protocol);
    app.on('second-instance', () => void this.focus());
    // The record is closed first, then the program; both wait for the window to be closed.
    app.on('window-all-closed', () => {});
    app.on('before-quit', (event) => this.#closeWindowFirst(event));
  }

  serve(answer: Answer): void {
    for (const channel of CHANNEL_NAMES) {
      this.#electron.ipcMain.handle(channel, (event, request: unknown) =>
        this.#isOwnPage(event.senderFrame) ? answer(channel, request) : FOREIGN_SENDER,
      );
    }
  }

  async open(options: WindowOptions): Promise<void> {
    const { app, BrowserWindow, Menu, protocol, session } = this.#electron;
    await app.whenReady();
    denyEverything(session.defaultSession, ELECTRON_HOME);
    serveScheme(protocol, this.#options.rendererFolder);
    this.#listenToMachine();
    Menu.setApplicationMenu(windowMenu(Menu, process.platform));
    const window = new BrowserWindow(windowOptions(options, this.#options.preloadFile));
    this.#window = window;
    keepToPage(window.webContents, ELECTRON_HOME);
    window.on('closed', () => this.#gone(window));
    window.webContents.on('render-process-gone', () => this.#loadAgain(window));
    await showFirstScreen(window, options);
  }

  push<Name extends PushName>(name: Name, message: Push[Name]): void {
    if (this.#window?.isDestroyed() === false) this.#window.webContents.send(name, message);
  }

  async renderPdf(sheet: Sheet): Promise<Uint8Array> {
    const print = { pageSize: sheetSize(sheet), preferCSSPageSize: true, printBackground: true };
    return this.#openWindow().webContents.printToPDF(print);
  }

  async openPrintDialog(): Promise<void> {
    const { webContents } = this.#openWindow();
    // Electron reports a dialog somebody cancelled as a failure; to the program both are the end of it.
    await new Promise<void>((resolve) => webContents.print({ printBackground: true }, () => resolve()));
  }

  async chooseSavePath(folder: string, name: string): Promise<string | null> {
    const defaultPath = await freePath(folder, name);
    const filters = filtersOf(extname(name).slice(1));
    const { canceled, filePath } = await this.#electron.dialog.showSaveDialog(this.#openWindow(), {
      defaultPath,
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled ? null : filePath;
  }

  async chooseFile(folder: string, extension: string): Promise<ChosenFile> {
    const { canceled, filePaths } = await this.#electron.dialog.showOpenDialog(this.#openWindow(), {
      defaultPath: folder,
      filters: filtersOf(extension),
      properties: ['openFile', 'dontAddToRecent'],
    });
    return { asked: 'shell', path: canceled ? null : (filePaths[0] ?? null) };
  }

  async focus(): Promise<void> {
    if (this.#window?.isMinimized() === true) this.#window.restore();
    this.#window?.focus();
  }

  on(event: ShellEvent, listener: () => void): void {
    this.#listeners.push({ event, listener });
  }

  async quit(): Promise<void> {
    const window = this.#window;
    this.#window = undefined;
    window?.destroy();
  }

  #openWindow(): Electron.BrowserWindow {
    if (this.#window === undefined) throw new Error('There is no window.');
    return this.#window;
  }

  /** The page of our own window's main frame. A frame that is already gone has no page. */
  #isOwnPage(frame: Electron.WebFrameMain | null): boolean {
    const isMainFrame = frame !== null && frame === this.#window?.webContents.mainFrame;
    return isMainFrame && isOwnAddress(frame.url, ELECTRON_HOME);
  }

  #listenToMachine(): void {
    const { powerMonitor } = this.#electron;
    powerMonitor.on('suspend', () => this.#tell('suspend'));
    powerMonitor.on('resume', () => this.#tell('resume'));
    powerMonitor.on('lock-screen', () => this.#tell('lock'));
  }

  #closeWindowFirst(event: Electron.Event): void {
    if (this.#window === undefined) return;
    event.preventDefault();
    this.#window.close();
  }

  #gone(window: Electron.BrowserWindow): void {
    if (window !== this.#window) return;
    this.#window = undefined;
    this.#tell('closed');
  }

  /** The record lives in this process, so a page that broke down is simply loaded anew. */
  #loadAgain(window: Electron.BrowserWindow): void {
    if (window !== this.#window) return;
    this.#options.say('The window broke down and is loaded again. What was saved is safe.');
    window.webContents.reload();
  }

  #tell(event: ShellEvent): void {
    for (const entry of this.#listeners) if (entry.event === event) entry.listener();
  }
}

function filtersOf(extension: string): Electron.FileFilter[] {
  return [{ name: extension === 'pdf' ? 'PDF' : 'Export of Infusion Desk', extensions: [extension] }];
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new StartFailure('unwritableFolder', folder);
  }
}
