import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Menu,
  MenuItemConstructorOptions,
  Protocol,
  WebPreferences,
} from 'electron';
import type { Home } from './ownAddress.ts';
import { serveRenderer } from './serveRenderer.ts';
import type { WindowOptions } from './shell.ts';
import { BACKGROUND_BY_THEME } from './themeBackground.ts';

/** The address of the window: a scheme of our own, because `file:` may read what it likes. */
export const ELECTRON_HOME: Home = { protocol: 'app:', host: 'infusion-desk' };

/** Names the scheme as a real origin. Only allowed before Electron is ready. */
export function registerScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Answers the scheme from the built window; another host, or anything but reading, is not there. */
export function serveScheme(protocol: Protocol, rendererFolder: string): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const isOurs = host === ELECTRON_HOME.host && request.method === 'GET';
    const { status, headers, body } = await serveRenderer(rendererFolder, isOurs ? pathname : '');
    return new Response(new Uint8Array(body), { status, headers: { ...headers } });
  });
}

/** Security settings of the one window. Written out although most are defaults, so that a change shows. */
function webPreferences(preload: string): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
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
    // The clock on a running infusion goes on behind another window.
    backgroundThrottling: false,
  });
}

/** Options of the one window: hidden until painted, in the theme's own background. */
export function windowOptions(
  { title, theme }: WindowOptions,
  preload: string,
): BrowserWindowConstructorOptions {
  return {
    title,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: BACKGROUND_BY_THEME[theme],
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
  };
}

/** Only what keys need: text editing, and the zoom that people with poor sight work with. */
export function windowMenu(menu: typeof Menu, platform: NodeJS.Platform): Menu {
  const zoom: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }],
  };
  const system: MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return menu.buildFromTemplate([...system, { role: 'editMenu' }, zoom]);
}

/** Loads the page and resolves when its first frame can be shown. */
export async function showFirstScreen(window: BrowserWindow, { theme }: WindowOptions): Promise<void> {
  const painted = new Promise<void>((resolve) => window.once('ready-to-show', resolve));
  await window.loadURL(`${ELECTRON_HOME.protocol}//${ELECTRON_HOME.host}/?theme=${theme}`);
  await painted;
  window.show();
}
