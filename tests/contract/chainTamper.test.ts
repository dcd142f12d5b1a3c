import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newEventId } from '../../src/main/eventId.ts';
import { createEventLog } from '../../src/main/eventLog/eventLog.ts';
import { type EventRow, sealOf } from '../../src/main/eventLog/eventRow.ts';
import { type Database, openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { verifyChain } from '../../src/main/eventLog/verifyLog.ts';
import { createSetClock } from '../../src/main/setClock.ts';
import { TODAY, ZONE } from '../support/times.ts';

const EVENTS = 1_000;

/** A log of 1,000 events, with the triggers gone, as somebody with a database tool would have it. */
function openedUp(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-tamper-'));
  const database = openDatabase(join(folder, 'record.db'));
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const clock = createSetClock(TODAY, ZONE);
  const log = createEventLog({
    database,
    clock,
    workstation: 'W1',
    appVersion: 'test',
    project: () => undefined,
  });
  const events = Array.from({ length: EVENTS }, () => ({
    id: newEventId(),
    type: 'ProgramStarted',
    version: 1,
    data: { lastAlive: null },
    happenedAt: TODAY,
    actor: 'program',
    witness: null,
  }));
  log.append([{ stream: 'workstation', after: 0, events }]);
  for (const trigger of ['changed', 'removed', 'overwritten'])
    database.exec(`DROP TRIGGER event_is_never_${trigger}`);
  return database;
}

type Deed = {
  readonly what: string;
  readonly last: number;
  /** Does it to event `seq`, and gives the number of the first event that then does not fit. */
  readonly does: (database: Database, seq: number) => number;
};

const DEEDS: readonly Deed[] = [
  {
    what: 'changed',
    last: EVENTS,
    does(database, seq) {
      database.prepare('UPDATE event SET happened_at = happened_at + 1 WHERE seq = ?').run(seq);
      return seq;
    },
  },
  {
    what: 'changed and sealed anew',
    last: EVENTS - 1,
    does(database, seq) {
      const row = eventAt(database, seq);
      const seal = sealOf(row.prev, { ...row, actor: 'someone' });
      database.prepare("UPDATE event SET actor = 'someone', hash = ? WHERE seq = ?").run(seal, seq);
      return seq + 1;
    },
  },
  {
    what: 'removed',
    last: EVENTS - 1,
    does(database, seq) {
      database.prepare('DELETE FROM event WHERE seq = ?').run(seq);
      return seq + 1;
    },
  },
  {
    what: 'swapped with the next',
    last: EVENTS - 1,
    does(database, seq) {
      const move = database.prepare('UPDATE event SET seq = ? WHERE seq = ?');
      for (const [to, from] of [
        [EVENTS + 9, seq],
        [seq, seq + 1],
        [seq + 1, EVENTS + 9],
      ])
        move.run(to, from);
      return seq;
    },
  },
  {
    what: 'followed by a forged one, with a seal of its own',
    last: EVENTS - 1,
    does(database, seq) {
      // Every later event makes room; the forged one is sealed to the one before it.
      database.prepare('UPDATE event SET seq = -seq WHERE seq > ?').run(seq);
      database.prepare('UPDATE event SET seq = 1 - seq WHERE seq < 0').run();
      const before = eventAt(database, seq);
      const forged = { ...before, seq: seq + 1, id: newEventId(), stream_seq: EVENTS + 1, prev: before.hash };
      const row = { ...forged, hash: sealOf(before.hash, forged) };
      const columns = Object.keys(row);
      database.prepare(`INSERT INTO event VALUES (${columns.map((name) => `@${name}`).join(', ')})`).run(row);
      return seq + 1;
    },
  },
];

function eventAt(database: Database, seq: number): EventRow {
  const row = database.prepare<[number], EventRow>('SELECT * FROM event WHERE seq = ?').get(seq);
  if (!row) throw new Error(`no event ${seq}`);
  return row;
}

it('names the first event that does not fit, whichever of a thousand is touched, in every way there is', {
  timeout: 120_000,
}, () => {
  const database = openedUp();
  for (let seq = 1; seq <= EVENTS; seq += 1) {
    const { what, last, does } = DEEDS[seq % DEEDS.length] ?? { what: '', last: 0, does: () => 0 };
    const touched = Math.min(seq, last);
    database.exec('BEGIN');
    const badSeq = does(database, touched);
    expect(verifyChain(database), `event ${touched} ${what}`).toMatchObject({ whole: false, badSeq });
    database.exec('ROLLBACK');
  }
  expect(verifyChain(database)).toMatchObject({ whole: true, events: EVENTS });
});
