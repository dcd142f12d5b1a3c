import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL_NAMES } from '../../src/contract/channelNames.ts';
import { createElectronShell } from '../../src/main/shell/electronShell.ts';
import { serveRenderer } from '../../src/main/shell/serveRenderer.ts';
import type { Shell } from '../../src/main/shell/shell.ts';
import { createElectronStandIn, type ElectronRecord, type StandInWindow } from './support/electronStandIn.ts';

// The Electron shell against a recording stand-in, so that it is checked where Electron's binary cannot be had.

const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-electron-'));
const trialWindow = join(import.meta.dirname, 'support', 'window');
const said: string[] = [];
let shell: Shell;
let record: ElectronRecord;
let machine: { emit(event: string): unknown };
let program: { emit(event: string, ...given: unknown[]): unknown };

beforeEach(() => {
  const standIn = createElectronStandIn();
  record = standIn.record;
  machine = standIn.electron.powerMonitor;
  program = standIn.electron.app;
  shell = createElectronShell(standIn.electron, shellOptions());
  shell.serve(async (channel) => ({ ok: true, value: channel }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('before Electron is ready', () => {
  it('names its scheme a secure origin, turns every sandbox on and keeps Chromium in its own folder', () => {
    expect(record.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
    expect(record.calls).toEqual(process.getuid?.() === 0 ? [] : ['enableSandbox']);
    expect(record.paths).toEqual({ userData: join(folder, 'electron') });
    expect(statSync(join(folder, 'electron')).mode & 0o777).toBe(0o700);
  });

  it('does not start a second time, and brings the first window to the front instead', async () => {
    const { electron } = createElectronStandIn(false);
    expect(() => createElectronShell(electron, shellOptions())).toThrow(
      expect.objectContaining({ kind: 'locked', exitCode: 2 }),
    );
    const window = await opened();
    program.emit('second-instance');
    expect(window.focused).toBe(1);
  });
});

describe('the window', () => {
  it('is one sandboxed window without Node, tools, webviews or spelling, in the background of its theme', async () => {
    const window = await opened();
    expect(record.windows).toHaveLength(1);
    expect(window.options).toMatchObject({ title: 'Trial', show: false, backgroundColor: '#0B0D10' });
    expect(window.options['webPreferences']).toEqual({
      preload: join(folder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    });
    expect(Object.isFrozen(window.options['webPreferences'])).toBe(true);
    expect(window.loaded).toEqual(['app://infusion-desk/?theme=night']);
    expect(window.isShown).toBe(true);
  });

  it('stays on its page and opens no other', async () => {
    const { webContents } = await opened();
    expect(webContents.openHandler?.({ url: 'app://infusion-desk/' })).toEqual({ action: 'deny' });
    for (const url of [
      'https://example.com/',
      'app://other/',
      'app://infusion-desk/page.js',
      'about:blank',
      '',
    ]) {
      expect(isPrevented(webContents, 'will-navigate', { url })).toBe(true);
      expect(isPrevented(webContents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    }
    const home = 'app://infusion-desk/?theme=dim';
    expect(isPrevented(webContents, 'will-navigate', { url: home })).toBe(false);
    expect(isPrevented(webContents, 'will-frame-navigate', { url: home, isMainFrame: true })).toBe(false);
    expect(isPrevented(webContents, 'will-frame-navigate', { url: home, isMainFrame: false })).toBe(true);
    expect(isPrevented(webContents, 'will-redirect', { url: home })).toBe(true);
    expect(isPrevented(webContents, 'will-attach-webview', {})).toBe(true);
  });

  it('is granted nothing, by request, check, device or screen, and downloads nothing', async () => {
    await opened();
    expect(decision('permissionRequest', {}, 'media')).toEqual([false]);
    expect(record.session.get('permissionCheck')?.({}, 'clipboard-read')).toBe(false);
    expect(record.session.get('devicePermission')?.({})).toBe(false);
    expect(decision('displayMedia', {})).toEqual([{}]);
    let prevented = false;
    record.session.get('will-download')?.({
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });

  it('fetches its own files and nothing else', async () => {
    await opened();
    const fetched = (url: string) => decision('beforeRequest', { url });
    expect(fetched('app://infusion-desk/page.js')).toEqual([{ cancel: false }]);
    for (const url of [
      'https://example.com/',
      'app://infusion-desk.example.com/',
      'file:///etc/hosts',
      'ws://x/',
      '',
    ]) {
      expect(fetched(url)).toEqual([{ cancel: true }]);
    }
  });

  it('gets its files with the content security policy, and none from outside its folder', async () => {
    await opened();
    const page = await fetchFile('app://infusion-desk/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetchFile('app://infusion-desk/page.js')).headers.get('content-type')).toMatch(
      /javascript/,
    );
    for (const address of [
      'app://other/',
      'app://infusion-desk/..%2fbuiltFile.ts',
      'app://infusion-desk/none.js',
    ]) {
      expect((await fetchFile(address)).status).toBe(404);
    }
    expect((await fetchFile('app://infusion-desk/', 'POST')).status).toBe(404);
  });

  it('is loaded again when its page breaks down', async () => {
    const { webContents } = await opened();
    webContents.emit('render-process-gone');
    expect(webContents.reloads).toBe(1);
    expect(said.at(-1)).toContain('What was saved is safe.');
  });
});

describe('messages', () => {
  it('answers every channel of the contract, and only the page of its own window', async () => {
    const { webContents } = await opened();
    expect([...record.ipc.keys()]).toEqual([...CHANNEL_NAMES]);
    const ask = (senderFrame: unknown) => record.ipc.get('app:load')?.({ senderFrame }, {});
    expect(await ask(webContents.mainFrame)).toEqual({ ok: true, value: 'app:load' });
    const refused = { ok: false, failure: { kind: 'malformedRequest', channel: '' } };
    expect(await ask(null)).toEqual(refused);
    expect(await ask({ url: webContents.mainFrame.url })).toEqual(refused);
    for (const url of ['about:blank', 'app://other/', 'https://infusion-desk/', '']) {
      webContents.mainFrame.url = url;
      expect(await ask(webContents.mainFrame)).toEqual(refused);
    }
  });

  it('pushes to the window and drops what comes without one', async () => {
    shell.push('changed', { streams: [], savedAt: 1 });
    const { webContents } = await opened();
    shell.push('changed', { streams: ['session:1'], savedAt: 2 });
    expect(webContents.sent).toEqual([['changed', { streams: ['session:1'], savedAt: 2 }]]);
    await shell.quit();
    shell.push('changed', { streams: [], savedAt: 3 });
    expect(webContents.sent).toHaveLength(1);
  });

  it('tells of sleep, waking and the lock', async () => {
    const heard: string[] = [];
    for (const event of ['suspend', 'resume', 'lock'] as const) shell.on(event, () => heard.push(event));
    await opened();
    for (const event of ['suspend', 'resume', 'lock-screen']) machine.emit(event);
    expect(heard).toEqual(['suspend', 'resume', 'lock']);
  });
});

describe('documents and the end', () => {
  it('renders and prints by the page size of the document', async () => {
    const { webContents } = await opened();
    expect(Buffer.from(await shell.renderPdf('Letter')).toString()).toBe('%PDF-');
    await shell.openPrintDialog();
    expect(webContents.printed).toEqual([
      { pageSize: 'Letter', preferCSSPageSize: true, printBackground: true },
      { printBackground: true },
    ]);
  });

  it('asks where a document goes, proposing a free name', async () => {
    await opened();
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents', 'record.pdf'), '');
    expect(await shell.chooseSavePath(join(folder, 'documents'), 'record.pdf')).toBe(
      join(folder, 'documents', 'record (2).pdf'),
    );
    expect(record.saveDialogs).toHaveLength(1);
  });

  it('asks for a file in its own dialog, and takes a cancelled one for nothing', async () => {
    await opened();
    record.chosen = ['/drive/from the drive.infusiondesk'];
    const choose = () => shell.chooseFile(join(folder, 'documents'), 'infusiondesk');
    expect(await choose()).toEqual({ asked: 'shell', path: '/drive/from the drive.infusiondesk' });
    record.chosen = [];
    expect(await choose()).toEqual({ asked: 'shell', path: null });
    expect(record.openDialogs[0]).toEqual({
      defaultPath: join(folder, 'documents'),
      filters: [{ name: 'Export of Infusion Desk', extensions: ['infusiondesk'] }],
      properties: ['openFile', 'dontAddToRecent'],
    });
  });

  it('tells once when the person closes the window, and is silent after quit', async () => {
    let closed = 0;
    shell.on('closed', () => {
      closed += 1;
    });
    const window = await opened();
    expect(isPrevented(program, 'before-quit', {})).toBe(true);
    expect(window.isDestroyed()).toBe(true);
    expect(closed).toBe(1);
    await shell.quit();
    expect(isPrevented(program, 'before-quit', {})).toBe(false);
    expect(closed).toBe(1);
  });
});

describe('files of the window', () => {
  it('follows no link out of the folder, and serves no kind of file it does not know', async () => {
    const served = join(folder, 'served');
    mkdirSync(served);
    writeFileSync(join(folder, 'outside.js'), '');
    writeFileSync(join(served, 'notes.txt'), '');
    writeFileSync(join(served, 'inside.js'), '');
    symlinkSync(join(folder, 'outside.js'), join(served, 'linked.js'));
    const paths = [
      '/inside.js',
      '/linked.js',
      '/../outside.js',
      '/%2e%2e/outside.js',
      '/..%2foutside.js',
      '/notes.txt',
      '/%00.js',
      '/%',
      '',
    ];
    const statuses = await Promise.all(paths.map(async (path) => (await serveRenderer(served, path)).status));
    expect(statuses).toEqual([200, ...Array(8).fill(404)]);
  });
});

function shellOptions() {
  return {
    profileFolder: join(folder, 'electron'),
    rendererFolder: trialWindow,
    preloadFile: join(folder, 'preload.cjs'),
    say: (line: string) => {
      said.push(line);
    },
  };
}

async function opened(): Promise<StandInWindow> {
  await shell.open({ title: 'Trial', theme: 'night' });
  const window = record.windows[0];
  if (window === undefined) throw new Error('No window was made.');
  return window;
}

/** What a handler of the session decided, through the function it was given to decide with. */
function decision(handler: string, ...given: unknown[]): unknown[] {
  const decided: unknown[] = [];
  record.session.get(handler)?.(...given, (outcome: unknown) => decided.push(outcome));
  return decided;
}

function isPrevented(
  emitter: { emit(event: string, ...given: unknown[]): unknown },
  event: string,
  details: object,
) {
  let isIt = false;
  const preventDefault = () => {
    isIt = true;
  };
  emitter.emit(event, { ...details, preventDefault });
  return isIt;
}

async function fetchFile(url: string, method = 'GET'): Promise<Response> {
  const response = await record.protocols.get('app')?.({ url, method });
  if (response === undefined) throw new Error('The scheme is not served.');
  return response;
}
