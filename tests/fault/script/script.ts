import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch, EventLog } from '../../../src/main/eventLog/eventLog.ts';
import { closeRecord } from '../../../src/main/services/openRecordFile.ts';
import { playClinic } from './playClinic.ts';
import { openWorkRecord, quickFolder, workPlace } from './workRecord.ts';

/** Everything a played clinic saved, one entry per save, ready to be saved again in another record. */
export type Script = readonly (readonly Batch[])[];

/** Plays a clinic through the services and keeps what they saved. */
export function writeScript(sessions: number): Script {
  const home = mkdtempSync(join(quickFolder(), 'infusion-desk-script-'));
  try {
    const { record, clock } = openWorkRecord(workPlace(home));
    const saves: (readonly Batch[])[] = [];
    playClinic({ ...record, log: noting(record.log, saves) }, clock, sessions);
    closeRecord(record);
    return saves;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function noting(log: EventLog, saves: (readonly Batch[])[]): EventLog {
  return {
    ...log,
    append(batches) {
      const saved = log.append(batches);
      if (saved.ok) saves.push(batches);
      return saved;
    },
  };
}

/** After how many events the record may end: a save is there as a whole or not at all. */
export function wholeSaves(script: Script): ReadonlySet<number> {
  let events = 0;
  const ends = script.map((save) => {
    for (const batch of save) events += batch.events.length;
    return events;
  });
  return new Set([0, ...ends]);
}

export function saveScript(file: string, script: Script): void {
  writeFileSync(file, JSON.stringify(script));
}

export function readScript(file: string): Script {
  return JSON.parse(readFileSync(file, 'utf8')) as Script;
}
