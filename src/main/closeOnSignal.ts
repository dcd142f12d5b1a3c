import type { RunningApp } from './app.ts';

/**
 * Ctrl C, a closed terminal and a system that shuts down close the record before the program goes. A second Ctrl C
 * ends it at once: what was acknowledged is on the disk by then.
 */
export function closeOnSignal(running: RunningApp): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void running.close());
  }
}
