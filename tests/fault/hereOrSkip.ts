import type { TestContext } from 'vitest';
import { NotHere } from './notHere.ts';

/** Runs a fault; where this machine lacks what it needs, the test is skipped, with the reason on the terminal. */
export async function hereOrSkip<Value>({ skip }: TestContext, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    process.stderr.write(`Skipped: ${error.message}.\n`);
    return skip(error.message);
  }
}
