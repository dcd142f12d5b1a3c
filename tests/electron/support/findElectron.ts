import type { TestProject } from 'vitest/node';
import { installedElectron } from '../../../scripts/electron.mjs';
import { err, ok, type Result } from '../../../src/core/result.ts';
import { hasDisplay, openOwnDisplay } from './ownDisplay.ts';

/** The real Electron, ready to be started. */
export type FoundElectron = {
  readonly executablePath: string;
  /** The name of the display to open the window on, where the session has none of its own. */
  readonly display: string | undefined;
};

declare module 'vitest' {
  export interface ProvidedContext {
    /** The failure is the reason why the tests are skipped, one sentence for a person. */
    electron: Result<FoundElectron, string>;
  }
}

const NO_BINARY = "Electron's binary is not installed; to fetch it: npx install-electron";
const NO_DISPLAY = 'there is no display to open a window on, and no Xvfb to stand in for one';

/**
 * Looks for Electron before any test is read. Where it cannot run the reason goes to the terminal, because not
 * every reporter names what it skipped.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const executablePath = installedElectron();
  if (executablePath === undefined) return withoutElectron(project, NO_BINARY);
  if (hasDisplay()) {
    project.provide('electron', ok({ executablePath, display: undefined }));
    return () => {};
  }
  const display = await openOwnDisplay();
  if (display === undefined) return withoutElectron(project, NO_DISPLAY);
  project.provide('electron', ok({ executablePath, display: display.name }));
  return display.end;
}

function withoutElectron(project: TestProject, reason: string): () => void {
  process.stderr.write(`The tests in Electron are skipped: ${reason}.\n`);
  project.provide('electron', err(reason));
  return () => {};
}
