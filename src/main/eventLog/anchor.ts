import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { logHead } from '../../contract/recordStanding.ts';
import type { Head } from './eventLog.ts';
import { replaceFile } from './replaceFile.ts';

/** Written within this time of a commit; at once where it matters. Source: DESIGN 6. */
const WRITTEN_WITHIN_MILLISECONDS = 500;

/** Where the head of a record is anchored: outside the record's own folder. */
export function anchorFile(configFolder: string, recordFile: string): string {
  return join(configFolder, `${basename(recordFile)}.head`);
}

/** The anchored head, or null when there is none to hold the log against. */
export function readAnchor(file: string): Head | null {
  try {
    return logHead.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** The last head this computer has seen, kept where a restored or cut record cannot take it along. */
export type Anchor = {
  /** Some time soon, once for many commits. */
  schedule(): void;
  /** Now: at a transition, a pause, a stop, a signature and at close. */
  write(): void;
};

/**
 * Keeps the anchor file. A failure to write it is reported through `onFault` and never fails the commit it
 * follows, which is durable by itself.
 */
export function createAnchor(file: string, head: () => Head, onFault: (error: unknown) => void): Anchor {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    try {
      replaceFile(file, JSON.stringify(head()));
    } catch (error) {
      onFault(error);
    }
  };
  return {
    write,
    schedule() {
      timer ??= setTimeout(write, WRITTEN_WITHIN_MILLISECONDS);
    },
  };
}
