import { readFileSync, statSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { newEventId } from '../../src/main/eventId.ts';
import { markChecked } from '../../src/main/eventLog/checkedMark.ts';
import type { EventLog, NewEvent } from '../../src/main/eventLog/eventLog.ts';
import { TODAY } from './times.ts';

const LARGE = 70;
/** More than the seals that are checked at every start, so that the large ones lie behind them. */
const SMALL = 1_100;
const MEGABYTE = 1_000_000;

/**
 * Adds events of a newer program to a record until its file is one whose pages are not gone through before a start:
 * seventy of a megabyte, then so many small ones that the last thousand seals reach none of the seventy. The number of
 * the first large one.
 */
export function makeLarge(log: EventLog): number {
  const first = log.head().seq + 1;
  append(log, 'weights', LARGE, 'x'.repeat(MEGABYTE));
  append(log, 'notes', SMALL, 'y');
  return first;
}

function append(log: EventLog, stream: string, count: number, text: string): void {
  const events = Array.from({ length: count }, (_, index): NewEvent => {
    const data = { number: index, text };
    const fact = { type: 'OfANewerProgram', version: 1, data, happenedAt: TODAY };
    return { id: newEventId(), ...fact, actor: 'program', witness: null };
  });
  const written = log.append([{ stream, after: log.position(stream), events }]);
  if (!written.ok) throw new Error(`Not written: ${written.failure.kind}`);
}

/**
 * One byte of a closed record comes to read otherwise, as a disk that forgets lets it: no program has written it, and
 * the system knows of no change.
 */
export function rot(file: string, place: number, value: (byte: number) => number = flipped): void {
  const bytes = readFileSync(file);
  bytes[place] = value(bytes[place] ?? 0);
  writeFileSync(file, bytes);
  markChecked(file);
}

function flipped(byte: number): number {
  return byte ^ 0x01;
}

/** Where the first page of an index of the events begins, whose entries are found only through it. */
export function placeOfIndexPage(file: string): number {
  const database = new Sqlite(file, { readonly: true });
  const page = database
    .prepare<[], { pageno: number }>(
      "SELECT pageno FROM dbstat WHERE name = 'sqlite_autoindex_event_1' AND pagetype = 'leaf' ORDER BY pageno",
    )
    .get();
  const size = database.pragma('page_size', { simple: true }) as number;
  database.close();
  if (!page) throw new Error('The index has no page.');
  return (page.pageno - 1) * size;
}

/** A place in the middle of the text of a large event. */
export function placeInEvent(file: string, number: number): number {
  const start = readFileSync(file).indexOf(`{"number":${number},"text":"xxx`);
  if (start < 0) throw new Error('The event is not there.');
  return start + 60;
}

export function sizeOf(file: string): number {
  return statSync(file).size;
}
