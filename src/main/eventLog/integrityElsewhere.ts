import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Runs in a thread of its own, where nothing else of the program is. */
const CHECK = `
const { parentPort, workerData } = require('node:worker_threads');
const Sqlite = require(workerData.driver);
try {
  const database = new Sqlite(workerData.file, { readonly: true, timeout: 0 });
  const said = database.pragma('integrity_check(1)', { simple: true });
  database.close();
  parentPort.postMessage({ said, isDamage: said !== 'ok' });
} catch (error) {
  const isDamage = /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
  parentPort.postMessage({ said: error.message, isDamage });
}
`;

/** `ok`, or what is wrong; `isDamage` where SQLite found it in the file, and not only no way to look. */
export type Integrity = { readonly said: string; readonly isDamage: boolean };

/**
 * SQLite's whole `integrity_check` of a file nobody writes to: an index that was damaged can hide a row, and the quick
 * check does not look there. Beside the main thread, because it cannot be cut into slices and takes seconds for a
 * gigabyte.
 */
export function integrityElsewhere(file: string): Promise<Integrity> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  return new Promise((resolve) => {
    const worker = new Worker(CHECK, { eval: true, workerData: { driver, file } });
    const notLooked = (said: string): void => resolve({ said, isDamage: false });
    worker.once('message', (found: Integrity) => resolve(found));
    worker.once('error', (error) => notLooked(error.message));
    worker.once('exit', () => notLooked('the check ended without an answer'));
  });
}
