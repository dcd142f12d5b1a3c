import { openSync, readFileSync } from 'node:fs';

/** Calls of the disk that can be made to fail. */
export type FaultKind = 'write' | 'sync' | 'truncate';

/** How often each was called since the last `arm`, and how often one was made to fail. */
export type CallCount = Readonly<Record<FaultKind | 'failed', number>>;

/** Error numbers of Linux. */
export const ERRNO = { EIO: 5, ENOSPC: 28 } as const;

/** Which call fails, counted from 1 and from now; `on` fails every later one too, until `disarm`. */
export type Fault = {
  readonly kind: FaultKind;
  readonly errno: number;
  readonly nth: number;
  readonly manner: 'once' | 'on';
};

/**
 * Speaks to the library that is preloaded into this process, by opening names that exist nowhere. Without it the
 * names are opened in vain and nothing happens, so whoever counts on it asks `report` first.
 */
export const shim = {
  watch: (folder: string) => tell(`watch ${folder}`),
  /** Writes down every operation from now on; null ends it and leaves the file complete. */
  trace: (file: string | null) => tell(`trace ${file ?? ''}`),
  mark: (text: string) => tell(`mark ${text}`),
  arm: ({ kind, errno, nth, manner }: Fault) => tell(`arm ${kind} ${errno} ${nth} ${manner}`),
  /** Counts from here on and fails nothing. */
  count: () => tell('arm write 0 0 once'),
  disarm: () => tell('disarm'),
  report(file: string): CallCount {
    tell(`report ${file}`);
    const [write = 0, sync = 0, truncate = 0, failed = 0] = readFileSync(file, 'utf8').split(' ').map(Number);
    return { write, sync, truncate, failed };
  },
};

function tell(command: string): void {
  try {
    openSync(`@fault:${command}`, 'r');
  } catch {
    // It is never there.
  }
}
