import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEventId } from '../../src/main/eventId.ts';
import { canonicalJson } from '../../src/main/eventLog/canonicalJson.ts';
import type { NewEvent } from '../../src/main/eventLog/eventLog.ts';
import { openDatabase } from '../../src/main/eventLog/openDatabase.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { openWorkRecord, workPlace } from '../fault/script/workRecord.ts';
import { TODAY } from '../support/times.ts';
import { type Measure, percentile, rounded, timed } from './measure.ts';

const RUNS = 1_500;
const WARM_UP = 200;
/** DESIGN 9: durable chained append with projections and search row, to a raw durable insert. */
const GOAL_RATIO = 1.8;

const PATIENT = {
  familyName: 'Castle',
  givenName: 'Edda',
  title: null,
  born: '1984-03-09',
  sex: 'female',
  height: '172 cm',
} as const;

/**
 * A new patient, from the call to the committed event with its row in the read table and its words in the search,
 * beside the same bytes put into a bare table with the same settings. Both in turn, on the same disk.
 */
export function measureAppend(): readonly Measure[] {
  const home = mkdtempSync(join(tmpdir(), 'infusion-desk-bench-'));
  const { record } = openWorkRecord(workPlace(join(home, 'record')));
  const bare = openDatabase(workPlace(join(home, 'bare')).file);
  bare.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = bare.prepare('INSERT INTO bare (text) VALUES (?)');
  const times = { append: [] as number[], insert: [] as number[] };
  try {
    for (let index = 0; index < WARM_UP + RUNS; index += 1) {
      const stream = `patient:${newEventId()}`;
      const event = registered(index);
      const text = canonicalJson({ stream, ...event });
      const inserted = timed(() => insert.run(text));
      const appended = timed(() => {
        const saved = record.log.append([{ stream, after: 0, events: [event] }]);
        if (!saved.ok) throw new Error('An append of the bench was refused.');
      });
      if (index < WARM_UP) continue;
      times.append.push(appended);
      times.insert.push(inserted);
    }
  } finally {
    bare.close();
    closeRecord(record);
    rmSync(home, { recursive: true, force: true });
  }
  const [value, floor] = [percentile(times.append, 0.5), percentile(times.insert, 0.5)];
  const shared = { name: 'append', value: rounded(value), floor: rounded(floor), unit: 'ms' };
  return [{ ...shared, ratio: rounded(value / floor), goal: GOAL_RATIO }];
}

function registered(index: number): NewEvent {
  return {
    id: newEventId(),
    type: 'PatientRegistered',
    version: 1,
    data: { ...PATIENT, recordNumber: `T${index}` },
    happenedAt: TODAY,
    actor: 'program',
    witness: null,
  };
}
