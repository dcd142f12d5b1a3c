import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/result.ts';
import type { WindowTheme } from './shell/shell.ts';

/** What can be asked for on the command line, under both shells. */
export type StartOptions = {
  /** Replaces the system's folders: a second profile, a test. */
  readonly home: string | undefined;
  readonly headless: boolean;
  readonly open: 'training' | undefined;
  readonly theme: WindowTheme | undefined;
};

export const START_USAGE =
  'Options: --home FOLDER, --open training, --theme dim|night|light, --headless (Chromium only).';

const FLAGS = {
  home: { type: 'string' },
  headless: { type: 'boolean' },
  open: { type: 'string' },
  theme: { type: 'string' },
} as const;

/** Reads the arguments; the error is a sentence for the terminal. */
export function startOptions(args: readonly string[]): Result<StartOptions, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
    const { home, open, theme } = values;
    if (open !== undefined && open !== 'training') return err(`--open takes training, not ${open}.`);
    if (theme !== undefined && !isTheme(theme))
      return err(`--theme takes dim, night or light, not ${theme}.`);
    return ok({
      home: home === undefined ? undefined : resolve(home),
      headless: values.headless ?? false,
      open,
      theme,
    });
  } catch (fault) {
    // The first sentence names the argument; the rest is advice for programmers.
    return err(fault instanceof Error ? `${fault.message.split('. ')[0]}.` : String(fault));
  }
}

function isTheme(text: string): text is WindowTheme {
  return text === 'dim' || text === 'night' || text === 'light';
}
