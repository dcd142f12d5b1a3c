import type { Session, WebContents } from 'electron';
import { type Home, isOwnAddress, isOwnPage } from './ownAddress.ts';

/**
 * Everything a browser grants or fetches of its own accord, denied. Electron grants permissions by default, so the
 * request, the check, the devices and the screen are each refused. Source: RELIABILITY 3.1.
 */
export function denyEverything(session: Session, home: Home): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Answering with no stream refuses the request.
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnAddress(url, home) }));
}

/** The one page stays the one page: no other address, no second window, no embedded one. */
export function keepToPage(contents: WebContents, home: Home): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url, home)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url, home)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
