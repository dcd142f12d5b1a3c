import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { closeRecord } from '../../../src/main/services/openRecordFile.ts';
import { judge } from '../script/judge.ts';
import { readScript, wholeSaves } from '../script/script.ts';
import { openWorkRecord, workPlace } from '../script/workRecord.ts';
import { canRead, NOTHING, saveOnce } from './saving.ts';

/**
 * A program of its own on a small disk: saves a third of a script, lets the disk run full, goes on saving until it
 * is refused, opens the record anew on the full disk, makes room, and saves the rest. Says its verdict as JSON.
 *
 * fullDiskProgram.ts HOME SCRIPT FILLER
 */
const [home, scriptFile, filler] = process.argv.slice(2);
if (!home || !scriptFile || !filler) throw new Error('fullDiskProgram needs three arguments');

const script = readScript(scriptFile);
const place = workPlace(home);
const notes: string[] = [];
let acknowledged = NOTHING;
let { record } = openWorkRecord(place);
let next = 0;

saveUntil(Math.floor(script.length / 3));
fill(filler);
saveUntil(script.length);
if (next === script.length) notes.push('the whole script fitted: the disk never ran full');
if (!canRead(record)) notes.push('a full disk left a record that cannot be read');
closeRecord(record);
({ record } = openWorkRecord(place));
if (!canRead(record)) notes.push('a record opened on a full disk cannot be read');
rmSync(filler);
saveUntil(script.length);
if (next < script.length) notes.push('saves stay refused after room was made');
closeRecord(record);
const verdict = judge({ file: place.file, anchor: place.anchor, acknowledged, ends: wholeSaves(script) });
const said = {
  ...verdict,
  corrupt: verdict.corrupt || notes.length > 0,
  notes: [...notes, ...verdict.notes],
};
process.stdout.write(`${JSON.stringify(said)}\n`);

/** Saves on from where it stands, until `end` or the first refusal. */
function saveUntil(end: number): void {
  for (let save = script[next]; next < end && save && saveOnce(record, save); save = script[next]) {
    acknowledged = record.log.head();
    record.anchor.write();
    next += 1;
  }
}

/** Writes until nothing fits any more, to the last byte. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  for (const step of [65_536, 4_096, 512, 1]) {
    const bytes = Buffer.alloc(step, 1);
    try {
      while (writeSync(handle, bytes) === step);
      fsyncSync(handle);
    } catch {
      // Full at this size of step.
    }
  }
  closeSync(handle);
}
