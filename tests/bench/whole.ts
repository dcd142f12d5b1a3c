import { copyFileSync, rmSync } from 'node:fs';
import { verifyInSlices } from '../../src/main/eventLog/verifyInSlices.ts';
import type { OpenRecord } from '../../src/main/services/openRecord.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { openWorkRecord } from '../fault/script/workRecord.ts';
import { ensureBigRecord } from './bigRecord.ts';
import { type Measure, percentile, rounded, timed } from './measure.ts';
import { FEW_SESSIONS, MANY_SESSIONS } from './scale.ts';

const MICROSECONDS_PER_MILLISECOND = 1_000;
/** A frame of the window: so long may whoever presses a key during the check wait. */
const FRAME_MILLISECONDS = 16;

/**
 * What goes through a whole record: the check of every seal in slices, as the window runs it, with how long a slice
 * keeps everything else waiting; and a backup beside a bare copy of the same file.
 */
export async function measureWhole(say: (line: string) => void): Promise<readonly Measure[]> {
  const few = await wholeTimes(FEW_SESSIONS, say);
  const many = await wholeTimes(MANY_SESSIONS, say);
  const verify = { name: 'verify, per event', value: rounded(many.verify), floor: rounded(few.verify) };
  const backup = { name: 'backup, per event', value: rounded(many.backup), floor: rounded(many.copy) };
  const slice = (called: string, share: number, goal: number | null): Measure => ({
    name: `slice of the check, ${called}`,
    value: rounded(percentile(many.slices, share)),
    floor: rounded(percentile(few.slices, share)),
    ratio: null,
    goal,
    unit: 'ms',
  });
  return [
    { ...verify, ratio: rounded(many.verify / few.verify), goal: null, unit: 'µs' },
    slice('p99', 0.99, FRAME_MILLISECONDS),
    slice('longest', 1, null),
    { ...backup, ratio: rounded(many.backup / many.copy), goal: null, unit: 'µs' },
  ];
}

/** Microseconds per event; of the slices each one's milliseconds. */
type WholeTimes = {
  readonly verify: number;
  readonly slices: readonly number[];
  readonly backup: number;
  readonly copy: number;
};

async function wholeTimes(sessions: number, say: (line: string) => void): Promise<WholeTimes> {
  const place = ensureBigRecord(sessions, say);
  const { record } = openWorkRecord(place);
  const beside = `${place.file}.backup`;
  try {
    const perEvent = (milliseconds: number): number =>
      (milliseconds * MICROSECONDS_PER_MILLISECOND) / record.log.head().seq;
    const { taken, slices } = await checkedInSlices(record);
    const began = performance.now();
    await record.log.database.backup(beside);
    const backup = perEvent(performance.now() - began);
    const copy = perEvent(timed(() => copyFileSync(place.file, beside)));
    return { verify: perEvent(taken), slices, backup, copy };
  } finally {
    rmSync(beside, { force: true });
    closeRecord(record);
  }
}

/** The whole check, and how long everything else stood still each time. */
async function checkedInSlices({
  log,
}: OpenRecord): Promise<{ readonly taken: number; readonly slices: readonly number[] }> {
  const slices: number[] = [];
  let isOver = false;
  let last = performance.now();
  // Comes round once between two slices: what lies between is one slice.
  const beat = (): void => {
    const now = performance.now();
    slices.push(now - last);
    last = now;
    if (!isOver) setImmediate(beat);
  };
  const began = performance.now();
  setImmediate(beat);
  const found = await verifyInSlices(log.database);
  isOver = true;
  if (!found?.whole) throw new Error('The record of the bench is not whole.');
  return { taken: performance.now() - began, slices };
}
