import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '../../../src/main/eventLog/eventLog.ts';
import type { OpenRecord } from '../../../src/main/services/openRecord.ts';
import { closeRecord } from '../../../src/main/services/openRecordFile.ts';
import { StartFailure } from '../../../src/main/startFailure.ts';
import { randomFrom } from '../../prove/random.ts';
import type { Verdict } from '../faultReport.ts';
import { createDisk } from '../powercut/disk.ts';
import { acknowledgedIn, layOut } from '../powercut/powercut.ts';
import { type Acknowledged, judge, messageOf } from '../script/judge.ts';
import type { Script } from '../script/script.ts';
import { openWorkRecord, type WorkPlace, workPlace } from '../script/workRecord.ts';
import { type CallCount, type Fault, shim } from '../shim/shim.ts';
import { readTrace } from '../shim/trace.ts';
import { canRead, NOTHING, saveOnce } from './saving.ts';

/** A script to save into a new record under `home`, and the one call of the disk that fails on the way. */
export type FaultedRun = {
  readonly home: string;
  readonly script: Script;
  readonly ends: ReadonlySet<number>;
  readonly fault: Fault;
  /** Acknowledges without waiting for the disk. */
  readonly isCareless: boolean;
};

/** A save is tried this often while the fault may last, then once more when it is over. */
const TRIES_WHILE_FAULTY = 2;

/** How many calls a script takes: those of making and opening the record, and all of them. */
export type ScriptCalls = { readonly opening: CallCount; readonly all: CallCount };

export function countCalls(home: string, script: Script): ScriptCalls {
  const report = join(home, 'calls');
  const work = join(home, 'work');
  shim.watch(work);
  shim.count();
  const { record } = openWorkRecord(workPlace(work));
  const opening = shim.report(report);
  for (const save of script) saveOnce(record, save);
  closeRecord(record);
  return { opening, all: shim.report(report) };
}

/**
 * Saves the script with one fault in it. What was refused must have been said, reading must go on, and once the
 * fault is over the same save must go through. Judged twice: the record as it was closed, and what a power cut
 * right after the first save past the fault would have left, so that a sync that failed and was acknowledged all
 * the same is a loss.
 */
export function runFault({ home, script, ends, fault, isCareless }: FaultedRun): Verdict {
  const work = join(home, 'work');
  const trace = join(home, 'trace');
  const place = workPlace(work);
  shim.watch(work);
  shim.trace(trace);
  shim.arm(fault);
  const notes: string[] = [];
  const acknowledged = saveAll(place, script, isCareless, notes);
  const { failed } = shim.report(join(home, 'calls'));
  shim.trace(null);
  shim.disarm();
  // A copy, because a start that broke off may have left the file locked in this process.
  const left = workPlace(join(home, 'closed'));
  cpSync(work, join(home, 'closed'), { recursive: true });
  const closed = judge({ file: left.file, anchor: left.anchor, acknowledged, ends });
  const cut = judge(afterPowerCut({ home, trace, ends }, fault.nth));
  const named = (what: string, verdict: Verdict): readonly string[] =>
    verdict.notes.map((note) => `${fault.kind} ${fault.nth} ${fault.manner}, ${what}: ${note}`);
  return {
    acknowledged: acknowledged.seq,
    lost: closed.lost + cut.lost,
    corrupt: closed.corrupt || cut.corrupt || notes.length > 0,
    unnoticed: failed === 0,
    notes: [
      ...notes.map((note) => `${fault.kind} ${fault.nth} ${fault.manner}: ${note}`),
      ...named('closed', closed),
      ...named('power cut', cut),
    ],
  };
}

/** The head that was acknowledged last, however far it came. */
function saveAll(place: WorkPlace, script: Script, isCareless: boolean, notes: string[]): Acknowledged {
  let acknowledged = NOTHING;
  try {
    let record = openDespite(place, notes);
    if (isCareless) record.log.database.pragma('synchronous = OFF');
    for (const save of script) {
      record = saveDespite(place, record, save, notes);
      acknowledged = record.log.head();
      shim.mark(`${acknowledged.seq} ${acknowledged.hash}`);
      record.anchor.write();
    }
    closeRecord(record);
  } catch (error) {
    notes.push(`cannot go on: ${messageOf(error)}`);
  }
  return acknowledged;
}

/**
 * Saves once, and again after each refusal: twice while the fault lasts, then without it. A record whose connection was
 * let go after a fault of the disk is opened anew before anything else, as the program does.
 */
function saveDespite(
  place: WorkPlace,
  record: OpenRecord,
  save: readonly Batch[],
  notes: string[],
): OpenRecord {
  let current: OpenRecord | null = record;
  for (let tries = 0; tries < TRIES_WHILE_FAULTY; tries += 1) {
    if (current && saveOnce(current, save)) return current;
    current = usable(place, current);
    if (current && !canRead(current)) notes.push('a refused save left a record that cannot be read');
  }
  shim.disarm();
  current = usable(place, current);
  if (!current) throw new Error('the record cannot be opened after the fault is over');
  if (!saveOnce(current, save)) throw new Error('saves stay refused after the fault is over');
  return current;
}

/** The record as it is, or opened anew where its connection was let go; null while the fault forbids that. */
function usable(place: WorkPlace, record: OpenRecord | null): OpenRecord | null {
  if (record?.log.isOpen()) return record;
  try {
    return openWorkRecord(place).record;
  } catch (error) {
    if (error instanceof StartFailure) return null;
    throw error;
  }
}

/** A start that met the fault must say so; the next one, without it, must succeed. */
function openDespite(place: WorkPlace, notes: string[]): OpenRecord {
  try {
    return openWorkRecord(place).record;
  } catch (error) {
    if (!(error instanceof StartFailure)) notes.push(`the start broke off: ${messageOf(error)}`);
    shim.disarm();
    return openWorkRecord(place).record;
  }
}

/** The worst a power cut could have left at the first acknowledgement after the fault. */
function afterPowerCut(
  {
    home,
    trace,
    ends,
  }: { readonly home: string; readonly trace: string; readonly ends: ReadonlySet<number> },
  seed: number,
) {
  const disk = createDisk();
  let acknowledged = NOTHING;
  let struck = false;
  for (const operation of readTrace(readFileSync(trace))) {
    disk.take(operation);
    struck ||= operation.op === 'fault';
    if (operation.op !== 'mark') continue;
    acknowledged = acknowledgedIn(operation.text);
    if (struck) break;
  }
  const found = join(home, 'found');
  layOut(disk.cut('nothingKept', randomFrom(seed)), join(home, 'work'), found);
  const { file, anchor } = workPlace(found);
  return { file, anchor, acknowledged, ends };
}
