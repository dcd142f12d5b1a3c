import { EventEmitter } from 'node:events';
import type { ElectronParts } from '../../../src/main/shell/electronShell.ts';

type Handler = (...given: unknown[]) => unknown;
type Request = (request: { readonly url: string; readonly method: string }) => Promise<Response>;

/** All that was asked of Electron, in the words it was asked in. */
export type ElectronRecord = {
  readonly schemes: unknown[];
  readonly paths: Record<string, string>;
  readonly calls: string[];
  readonly windows: StandInWindow[];
  readonly ipc: Map<string, Handler>;
  readonly session: Map<string, Handler>;
  readonly protocols: Map<string, Request>;
  readonly saveDialogs: unknown[];
  readonly openDialogs: unknown[];
  /** What somebody chooses there; nothing is a dialog that was cancelled. */
  chosen: string[];
  readonly errorBoxes: string[][];
};

/** The page of a window. `mainFrame` is one object for good, as in Electron. */
class StandInContents extends EventEmitter {
  readonly mainFrame = { url: '' };
  readonly sent: unknown[][] = [];
  readonly printed: unknown[] = [];
  openHandler: Handler | undefined;
  reloads = 0;

  setWindowOpenHandler(handler: Handler): void {
    this.openHandler = handler;
  }

  send(...message: unknown[]): void {
    this.sent.push(message);
  }

  async printToPDF(options: unknown): Promise<Buffer> {
    this.printed.push(options);
    return Buffer.from('%PDF-');
  }

  print(options: unknown, done: () => void): void {
    this.printed.push(options);
    done();
  }

  reload(): void {
    this.reloads += 1;
  }
}

/** A window that shows nothing and does the rest. */
export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly options: Readonly<Record<string, unknown>>;
  readonly loaded: string[] = [];
  isShown = false;
  focused = 0;
  #isDestroyed = false;

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.webContents.mainFrame.url = url;
    setImmediate(() => this.emit('ready-to-show'));
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    this.focused += 1;
  }

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  close(): void {
    this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.emit('closed');
  }
}

type Must = (ready: boolean, what: string) => void;

/** Electron as the shell sees it, and what was asked of it. Keeps the rule that matters: what comes before ready. */
export function createElectronStandIn(isFirstInstance = true): {
  readonly electron: ElectronParts;
  readonly record: ElectronRecord;
} {
  const record = emptyRecord();
  let isReady = false;
  const must: Must = (ready, what) => {
    if (isReady !== ready) throw new Error(`${what} ${ready ? 'before' : 'after'} Electron is ready.`);
  };
  const getReady = () => {
    isReady = true;
  };
  const app = standInApp(record, must, getReady, isFirstInstance);
  const electron = { app, BrowserWindow: recordedWindow(record, must), ...parts(record, must) };
  // The shell uses a small part of a very large interface; only that part stands here.
  return { electron: electron as unknown as ElectronParts, record };
}

function standInApp(record: ElectronRecord, must: Must, getReady: () => void, isFirstInstance: boolean) {
  return Object.assign(new EventEmitter(), {
    isPackaged: false,
    setPath: (name: string, path: string) => {
      record.paths[name] = path;
    },
    requestSingleInstanceLock: () => isFirstInstance,
    enableSandbox: () => {
      must(false, 'enableSandbox');
      record.calls.push('enableSandbox');
    },
    whenReady: () => new Promise<void>((resolve) => setTimeout(resolve, 20)).then(getReady),
    exit: (code: number) => record.calls.push(`exit ${code}`),
  });
}

function recordedWindow(record: ElectronRecord, must: Must) {
  return class extends StandInWindow {
    constructor(options: Readonly<Record<string, unknown>>) {
      super(options);
      must(true, 'BrowserWindow');
      record.windows.push(this);
    }
  };
}

function emptyRecord(): ElectronRecord {
  return {
    schemes: [],
    paths: {},
    calls: [],
    windows: [],
    ipc: new Map(),
    session: new Map(),
    protocols: new Map(),
    saveDialogs: [],
    openDialogs: [],
    chosen: [],
    errorBoxes: [],
  };
}

function parts(record: ElectronRecord, must: Must) {
  return {
    dialog: {
      showErrorBox: (title: string, content: string) => record.errorBoxes.push([title, content]),
      showSaveDialog: async (_window: unknown, options: { readonly defaultPath: string }) => {
        record.saveDialogs.push(options);
        return { canceled: false, filePath: options.defaultPath };
      },
      showOpenDialog: async (_window: unknown, options: unknown) => {
        record.openDialogs.push(options);
        return { canceled: record.chosen.length === 0, filePaths: record.chosen };
      },
    },
    ipcMain: { handle: (channel: string, handler: Handler) => record.ipc.set(channel, handler) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    powerMonitor: new EventEmitter(),
    protocol: {
      registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
        must(false, 'registerSchemesAsPrivileged');
        record.schemes.push(...schemes);
      },
      handle: (scheme: string, handler: Request) => {
        must(true, 'protocol.handle');
        record.protocols.set(scheme, handler);
      },
    },
    session: {
      get defaultSession() {
        must(true, 'defaultSession');
        return standInSession(record);
      },
    },
  };
}

function standInSession(record: ElectronRecord) {
  const keep = (name: string) => (handler: Handler) => record.session.set(name, handler);
  return {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('devicePermission'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
    on: (event: string, handler: Handler) => record.session.set(event, handler),
  };
}
