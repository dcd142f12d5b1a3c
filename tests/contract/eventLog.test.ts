import { hash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { canonicalJson } from '../../src/main/eventLog/canonicalJson.ts';
import { createEventLog, type EventLog, type NewEvent } from '../../src/main/eventLog/eventLog.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/main/eventLog/migrate.ts';
import { openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { takeProfileLock } from '../../src/main/eventLog/profileLock.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { TODAY, ZONE } from '../support/times.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'infusion-desk-log-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function openLog(file: string): EventLog {
  const log = createEventLog({
    database: openDatabase(file),
    clock: createSetClock(TODAY, ZONE),
    workstation: 'W1',
    appVersion: 'test',
    project: () => undefined,
  });
  onTestFinished(() => log.close());
  return log;
}

function event(id: string = newEventId()): NewEvent {
  const data = { kind: 'clinic', clinic: 'Tide', workstation: 'W', chairs: [{ number: 1, name: 'One' }] };
  return {
    id,
    type: 'WorkstationSetUp',
    version: 1,
    data,
    happenedAt: TODAY,
    actor: 'program',
    witness: null,
  };
}

function filledLog(events: number): { readonly file: string; readonly log: EventLog } {
  const file = join(folder(), 'record.db');
  const log = openLog(file);
  for (let after = 0; after < events; after += 1)
    log.append([{ stream: 'workstation', after, events: [event()] }]);
  return { file, log };
}

/** Writes past the triggers, as somebody with a database tool would. */
function tamper(log: EventLog, sql: string): void {
  log.database.exec(
    'DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed; DROP TRIGGER event_is_never_overwritten',
  );
  log.database.exec(sql);
}

describe('an append', () => {
  it('sent twice with the same id is stored once', () => {
    const { log } = filledLog(0);
    const twice = { stream: 'workstation', after: 0, events: [event()] };
    const first = log.append([twice]);
    const second = log.append([twice]);
    expect(first.ok && second.ok && second.value[0]?.id === first.value[0]?.id).toBe(true);
    expect(log.head().seq).toBe(1);
  });

  it('onto a stream that has moved on is refused, and nothing of it is written', () => {
    const { log } = filledLog(1);
    const late = log.append([
      { stream: 'library', after: 0, events: [event()] },
      { stream: 'workstation', after: 0, events: [event()] },
    ]);
    expect(late).toEqual({ ok: false, failure: { kind: 'changedMeanwhile' } });
    expect(log.head().seq).toBe(1);
  });

  it('is told to listeners only after it is committed', () => {
    const { log } = filledLog(0);
    const seen: number[] = [];
    log.onCommitted(() => seen.push(log.database.inTransaction ? -1 : log.head().seq));
    log.append([{ stream: 'workstation', after: 0, events: [event()] }]);
    expect(seen).toEqual([1]);
  });

  it('survives closing and opening', () => {
    const { file, log } = filledLog(3);
    const head = log.head();
    log.close();
    expect(openLog(file).head()).toEqual(head);
  });
});

describe('the file itself', () => {
  it.each([
    ['a change', "UPDATE event SET actor = 'someone' WHERE seq = 2"],
    ['a removal', 'DELETE FROM event WHERE seq = 2'],
    ['an overwriting', 'INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2'],
  ])('refuses %s of an event', (_what, sql) => {
    const { log } = filledLog(3);
    expect(() => log.database.exec(sql)).toThrow(/never/);
  });

  it('is opened with the settings the promises rest on', () => {
    const { log } = filledLog(0);
    const setting = (name: string) => log.database.pragma(name, { simple: true });
    expect([
      setting('journal_mode'),
      setting('synchronous'),
      setting('locking_mode'),
      setting('mmap_size'),
    ]).toEqual(['wal', 2, 'exclusive', 0]);
  });

  it('from a newer version is refused and not touched', () => {
    const { file, log } = filledLog(1);
    log.database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    log.close();
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ kind: 'newerFile' }));
  });

  it('that another program holds is refused as busy', () => {
    const { file } = filledLog(1);
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ kind: 'busyLog' }));
  });

  it('that is no database is refused as damaged and left as it is', () => {
    const file = join(folder(), 'record.db');
    copyFileSync(new URL(import.meta.url).pathname, file);
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ kind: 'damagedFile' }));
  });

  it('has the same hash for the same content on every machine', () => {
    expect(canonicalJson({ b: [1, null, 'ü'], a: { d: true, c: 'x' } })).toBe(
      '{"a":{"c":"x","d":true},"b":[1,null,"ü"]}',
    );
    expect(() => canonicalJson({ rate: Number.NaN })).toThrow();
  });

  it('keeps its shipped migrations as they were', () => {
    expect(MIGRATIONS.map((sql) => hash('sha256', sql, 'hex').slice(0, 16))).toMatchInlineSnapshot(`
      [
        "31cb48b3741f7d8f",
      ]
    `);
  });
});

describe('the chain', () => {
  it('is whole as written', () => {
    const { log } = filledLog(20);
    expect(verifyChain(log.database)).toMatchObject({ whole: true, events: 20, head: log.head() });
  });

  it.each([
    ['a changed value', "UPDATE event SET actor = 'someone' WHERE seq = 7", 7],
    ['a changed time', 'UPDATE event SET happened_at = happened_at + 1 WHERE seq = 12', 12],
    ['a removed event', 'DELETE FROM event WHERE seq = 9', 10],
    [
      'a swap of two',
      'UPDATE event SET seq = 900 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 900',
      4,
    ],
  ])('names the first event that does not fit: %s', (_what, sql, badSeq) => {
    const { log } = filledLog(20);
    tamper(log, sql);
    expect(verifyChain(log.database)).toMatchObject({ whole: false, badSeq });
  });

  it('cannot see a cut tail, which is what the anchor is for', () => {
    const { log } = filledLog(20);
    tamper(log, 'DELETE FROM event WHERE seq > 15');
    expect(verifyChain(log.database)).toMatchObject({ whole: true, events: 15 });
  });
});

describe('one program per profile', () => {
  it('refuses a second one, and lets go with the first', () => {
    const place = folder();
    const first = takeProfileLock(place);
    expect(() => takeProfileLock(place)).toThrow(expect.objectContaining({ kind: 'locked', exitCode: 2 }));
    first.release();
    takeProfileLock(place).release();
  });
});
