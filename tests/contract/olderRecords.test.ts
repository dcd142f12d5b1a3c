import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkWhole, goodBackups } from '../../src/main/eventLog/backupFile.ts';
import type { EventRow } from '../../src/main/eventLog/eventRow.ts';
import { versionOf } from '../../src/main/eventLog/openDatabase.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { type Paths, userPaths } from '../../src/main/paths.ts';
import { prepareFolders, recordFiles } from '../../src/main/profile.ts';
import { dumpProjections, rebuildProjections } from '../../src/main/projections/tables.ts';
import type { OpenRecord } from '../../src/main/services/openRecord.ts';
import { openRecordFile } from '../../src/main/services/openRecordFile.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { TODAY, ZONE } from '../support/times.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'databases');
const VERSIONS = readdirSync(FIXTURES)
  .flatMap((name) => /^v(\d+)\.db$/.exec(name)?.[1] ?? [])
  .map(Number);

/** What the next version will bring, for the tests of an update; null is the program as it is. */
const later = vi.hoisted(() => ({ sql: null as string | null }));

vi.mock('../../src/main/eventLog/migrate.ts', async (original) => {
  const now = await original<typeof import('../../src/main/eventLog/migrate.ts')>();
  return {
    ...now,
    get SCHEMA_VERSION() {
      return later.sql === null ? now.SCHEMA_VERSION : now.SCHEMA_VERSION + 1;
    },
    migrate(database: Sqlite.Database, from: number) {
      if (from < now.SCHEMA_VERSION) now.migrate(database, from);
      const { sql } = later;
      if (sql === null) return;
      const update = database.transaction(() => {
        database.exec(sql);
        database.pragma(`user_version = ${now.SCHEMA_VERSION + 1}`);
      });
      update.exclusive();
    },
  };
});

afterEach(() => {
  later.sql = null;
});

function profileWith(version: number): { readonly paths: Paths; readonly file: string } {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-older-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const paths = userPaths(home);
  prepareFolders(paths);
  const file = recordFiles(paths).clinic;
  copyFileSync(join(FIXTURES, `v${version}.db`), file);
  return { paths, file };
}

function opened({ paths, file }: ReturnType<typeof profileWith>): OpenRecord {
  const clock = createSetClock(TODAY + 3_600_000, ZONE);
  const record = openRecordFile({ kind: 'clinic', file, clock, paths, version: 'test' });
  onTestFinished(() => record.log.close());
  return record;
}

function rowsOf(file: string): readonly EventRow[] {
  const database = new Sqlite(file, { readonly: true });
  const rows = database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').all();
  database.close();
  return rows;
}

function liveRows({ log }: OpenRecord): readonly EventRow[] {
  return log.database.prepare<[], EventRow>('SELECT * FROM event ORDER BY seq').all();
}

describe.each(VERSIONS)('a record of version %i', (version) => {
  const { seq, hash } = JSON.parse(readFileSync(join(FIXTURES, `v${version}.json`), 'utf8'));

  it('opens with its head as it was and every row byte for byte', () => {
    const place = profileWith(version);
    const before = rowsOf(place.file);
    const record = opened(place);
    expect(record.log.head()).toEqual({ seq, hash });
    expect(liveRows(record)).toEqual(before);
    expect(verifyChain(record.log.database)).toMatchObject({ whole: true, events: seq });
    expect(record.log.readStreams('').every(({ known }) => known)).toBe(true);
    expect(record.tables.searchPatients('marsh', 5, null).rows[0]?.given_name).toBe('Élodie');
  });

  it('gives the same read tables, byte for byte, whenever they are made anew', () => {
    const { database } = opened(profileWith(version)).log;
    const before = JSON.stringify(dumpProjections(database));
    rebuildProjections(database);
    expect(JSON.stringify(dumpProjections(database))).toBe(before);
  });

  it('is backed up, and the backup checked, before an update changes anything', () => {
    later.sql = 'CREATE TABLE later (one INTEGER) STRICT';
    const place = profileWith(version);
    const before = rowsOf(place.file);
    const record = opened(place);
    expect(versionOf(record.log.database)).toBe(version + 1);
    expect(liveRows(record)).toEqual(before);
    const [backup] = goodBackups(record.backups);
    const file = backup?.file ?? '';
    expect(backup).toMatchObject({ seq, hash });
    expect(checkWhole(file)).toMatchObject({ whole: true, events: seq });
    const copy = new Sqlite(file, { readonly: true });
    expect(versionOf(copy)).toBe(version);
    copy.close();
    expect(rowsOf(file)).toEqual(before);
  });

  it('is as it was when an update fails half-way, with the backup beside it', () => {
    later.sql = 'CREATE TABLE later (one INTEGER) STRICT; DROP TABLE event; nonsense';
    const place = profileWith(version);
    const before = rowsOf(place.file);
    expect(() => opened(place)).toThrow();
    expect(rowsOf(place.file)).toEqual(before);
    later.sql = null;
    expect(opened(place).log.head()).toEqual({ seq, hash });
  });
});
