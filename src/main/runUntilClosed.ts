import type { RunningApp } from './app.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Starts the program and waits for its end, whoever ends it. Ctrl C, a closed terminal and a system that shuts down
 * close the record before the program goes, also while it is still starting. A second Ctrl C ends it at once: what
 * was acknowledged is on the disk by then.
 */
export async function runUntilClosed(start: () => Promise<RunningApp>): Promise<void> {
  const signalled = untilSignal();
  const running = await start();
  await Promise.race([running.finished, signalled.then(() => running.close())]);
}

/** Resolves on the first signal to end. Until then the signals do not end the program by themselves. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  });
}
