import type { ElectronApplication } from 'playwright-core';

// What is asked of the main process and done in it. The functions handed to `evaluate` run there, so they can use
// nothing of this file.

export type OpenedWindow = { readonly title: string; readonly isVisible: boolean; readonly address: string };

/** What the main process decided about an address its window was sent to. */
export type Verdict = { readonly url: string; readonly isRefused: boolean };

export function openedWindows(main: ElectronApplication): Promise<readonly OpenedWindow[]> {
  return main.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      title: window.getTitle(),
      isVisible: window.isVisible(),
      address: window.webContents.getURL(),
    })),
  );
}

/** From now on keeps every verdict. Asked last of all listeners, so each is final. */
export function watchNavigation(main: ElectronApplication): Promise<void> {
  return main.evaluate(({ BrowserWindow }) => {
    const verdicts: Verdict[] = [];
    const keep = (details: { readonly url: string; readonly defaultPrevented: boolean }): void => {
      verdicts.push({ url: details.url, isRefused: details.defaultPrevented });
    };
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      // The second is only asked where the first has let the address pass.
      webContents.on('will-frame-navigate', keep);
      webContents.on('will-navigate', keep);
    }
    Object.assign(globalThis, { verdicts });
  });
}

export function navigationVerdicts(main: ElectronApplication): Promise<readonly Verdict[]> {
  return main.evaluate(() => Reflect.get(globalThis, 'verdicts') as Verdict[]);
}

/** Answers the save dialog like somebody who takes the name it proposes. No driver can press its button. */
export function acceptSaveDialogs(main: ElectronApplication): Promise<void> {
  return main.evaluate(({ dialog }) => {
    const accept = async (_window: unknown, options: { readonly defaultPath?: string }) => ({
      canceled: false,
      filePath: options.defaultPath ?? '',
    });
    Object.assign(dialog, { showSaveDialog: accept });
  });
}

/** The system says that somebody locked the computer. */
export function lockComputer(main: ElectronApplication): Promise<boolean> {
  return main.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
}
