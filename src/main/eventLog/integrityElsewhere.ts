import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Runs in a thread of its own, where nothing else of the program is. */
const CHECK = `
const { parentPort, workerData } = require('node:worker_threads');
const Sqlite = require(workerData.driver);
const database = new Sqlite(workerData.file, { readonly: true, timeout: 0 });
const said = database.pragma('integrity_check(1)', { simple: true });
database.close();
parentPort.postMessage(said);
`;

/**
 * SQLite's whole `integrity_check` of a file nobody writes to: an index that was damaged can hide a row, and the quick
 * check does not look there. Beside the main thread, because it cannot be cut into slices and takes seconds for a
 * gigabyte. Resolves to `ok` or to what is wrong with the file.
 */
export function integrityElsewhere(file: string): Promise<string> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  return new Promise((resolve) => {
    const worker = new Worker(CHECK, { eval: true, workerData: { driver, file } });
    worker.once('message', (said: unknown) => resolve(String(said)));
    worker.once('error', (error) => resolve(error.message));
    worker.once('exit', () => resolve('the check ended without an answer'));
  });
}
