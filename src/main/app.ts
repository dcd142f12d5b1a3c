import type { Clock } from './clock.ts';
import type { Paths } from './paths.ts';
import type { Shell, WindowTheme } from './shell/shell.ts';

/** What the program is made of. Two entries hand these in; a test or the demo hands in its own. */
export type AppParts = {
  readonly shell: Shell;
  readonly clock: Clock;
  readonly paths: Paths;
  readonly version: string;
  /** Opens straight into a record instead of the one last open (development, demo). */
  readonly open?: 'training';
  readonly theme?: WindowTheme;
};

/** A running program. */
export type RunningApp = {
  /** Resolves when the window is closed and everything is put away. */
  readonly finished: Promise<void>;
  close(): Promise<void>;
};

export async function startApp(_parts: AppParts): Promise<RunningApp> {
  throw new Error('composition root');
}
