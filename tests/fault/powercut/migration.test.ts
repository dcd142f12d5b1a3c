import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { EventRow } from '../../../src/main/eventLog/eventRow.ts';
import { versionOf } from '../../../src/main/eventLog/openDatabase.ts';
import { randomFrom } from '../../prove/random.ts';
import { hereOrSkip } from '../hereOrSkip.ts';
import { runPreloaded } from '../runProgram.ts';
import { quickFolder, workPlace } from '../script/workRecord.ts';
import { readTrace } from '../shim/trace.ts';
import { createDisk, MOODS } from './disk.ts';
import { layOut } from './powercut.ts';

const FIXTURE = join(import.meta.dirname, '..', '..', 'fixtures', 'databases', 'v1.db');
const PROGRAM = join(import.meta.dirname, 'migratedProgram.ts');
/** An update that writes a row for each event. */
const UPDATE =
  'CREATE TABLE later (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL) STRICT; INSERT INTO later SELECT seq, stream FROM event';
const OLD = 1;
const CUTS = 250;

/** What a file holds when it is opened after the cut: its version, its events, and what the update has made of them. */
function found(file: string) {
  const database = new Sqlite(file);
  try {
    const version = versionOf(database);
    const events = database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').all();
    const isUpdated =
      database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'later'").get() !== undefined;
    const later = isUpdated ? (database.prepare('SELECT count(*) FROM later').pluck().get() as number) : null;
    const said = database.pragma('integrity_check', { simple: true });
    return { version, events, later, said };
  } finally {
    database.close();
  }
}

it('an update whose power is cut at any place leaves the old record or the new one, every event byte for byte', async (test) => {
  const work = mkdtempSync(join(quickFolder(), 'infusion-desk-update-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const [home, trace] = [join(work, 'home'), join(work, 'trace')];
  const ended = await hereOrSkip(test, () => runPreloaded(PROGRAM, [home, FIXTURE, trace, UPDATE]));
  expect(ended.code).toBe(0);
  const operations = readTrace(readFileSync(trace));
  const [old, fresh] = ['old', 'new'].map((text) =>
    operations.findIndex((each) => each.op === 'mark' && each.text === text),
  ) as [number, number];
  copyFileSync(FIXTURE, join(work, 'before.db'));
  const before = found(join(work, 'before.db'));
  expect(before).toMatchObject({ version: OLD, later: null });
  const whole = { events: before.events, said: 'ok' };
  const random = randomFrom(20_253);
  const every = Math.max(1, Math.floor((operations.length - old) / CUTS));
  const seen = new Set<number>();
  const disk = createDisk();
  for (const [index, operation] of operations.entries()) {
    disk.take(operation);
    if (index < old || (index - old) % every !== 0) continue;
    layOut(disk.cut(random.pick(MOODS), random), home, join(work, 'found'));
    const after = found(workPlace(join(work, 'found')).file);
    expect(after, `cut after operation ${index}`).toMatchObject(whole);
    expect(after.later).toBe(after.version === OLD ? null : before.events.length);
    if (index >= fresh) expect(after.version).toBe(OLD + 1);
    seen.add(after.version);
  }
  expect([...seen].toSorted()).toEqual([OLD, OLD + 1]);
});
