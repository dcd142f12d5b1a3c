import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';

const MARK = '.damaged-';
/** A record's own file, and the two that SQLite keeps beside it. */
const SIDES = ['', '-wal', '-shm'];

/** The damaged files that were kept beside a record, newest first, without their side files. */
export function damagedFiles(file: string): readonly string[] {
  if (!existsSync(dirname(file))) return [];
  const start = `${basename(file)}${MARK}`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start) && !name.endsWith('-wal') && !name.endsWith('-shm'))
    .sort()
    .reverse();
}

/**
 * Renames a bad file and its side files and closes it. Nothing of it is deleted or overwritten. While it is open it is
 * renamed where the system allows, because SQLite then leaves a file that has moved as it is; closing it first would
 * write what waits in its journal into it.
 */
export function setAside(file: string, database: Database | undefined, stamp: string): string {
  const name = freeName(file, stamp);
  try {
    renameAll(file, name);
    database?.close();
  } catch {
    database?.close();
    renameAll(file, name);
  }
  return basename(name);
}

function renameAll(file: string, name: string): void {
  for (const side of SIDES) if (existsSync(file + side)) renameSync(file + side, name + side);
}

function freeName(file: string, stamp: string): string {
  const first = join(dirname(file), `${basename(file)}${MARK}${stamp}`);
  let name = first;
  for (let copy = 2; existsSync(name); copy += 1) name = `${first}-${copy}`;
  return name;
}

/** `20251114T060000`, UTC. */
export function fileStamp(moment: number): string {
  return new Date(moment).toISOString().replace(/[-:]|\.\d+Z$/g, '');
}
