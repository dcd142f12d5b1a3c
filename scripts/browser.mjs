import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where an installed Chromium, Chrome or Edge usually is, by system. First found wins. */
const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const root = process.env[name];
    if (root === undefined) return [];
    return [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      join(root, 'Chromium', 'Application', 'chrome.exe'),
    ];
  }),
};

/** The installed browser, or undefined. `INFUSION_DESK_BROWSER` names another one. */
export function installedBrowser() {
  const named = process.env.INFUSION_DESK_BROWSER;
  if (named) return existsSync(named) ? named : undefined;
  return (PLACES[process.platform] ?? []).find((place) => existsSync(place));
}

/** `--no-sandbox` for the root user of a container and for nobody else. */
export function browserArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
