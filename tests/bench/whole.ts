import { copyFileSync, rmSync } from 'node:fs';
import { copyInSteps } from '../../src/main/eventLog/copyInSteps.ts';
import { verifyInSlices } from '../../src/main/eventLog/verifyInSlices.ts';
import { closeRecord } from '../../src/main/services/openRecordFile.ts';
import { openWorkRecord } from '../fault/script/workRecord.ts';
import { ensureBigRecord } from './bigRecord.ts';
import { type Measure, percentile, rounded, timed } from './measure.ts';
import { FEW_SESSIONS, MANY_SESSIONS } from './scale.ts';

const MICROSECONDS_PER_MILLISECOND = 1_000;
/** A frame of the window: so long may whoever presses a key during the check wait. */
const FRAME_MILLISECONDS = 16;

/** What may keep everything else waiting at most, and what it is measured by. */
const SHARES = [
  { called: 'p99', share: 0.99, goal: FRAME_MILLISECONDS },
  { called: 'longest', share: 1, goal: FRAME_MILLISECONDS },
] as const;

/**
 * What goes through a whole record: the check of every seal in slices and a backup in steps, with how long a slice or
 * step keeps everything else waiting; and the backup beside a bare copy of the same file. What a slice takes of the
 * processor is the program's own and has the goal; what it takes by the clock has the machine's queue in it.
 */
export async function measureWhole(say: (line: string) => void): Promise<readonly Measure[]> {
  const few = await wholeTimes(FEW_SESSIONS, say);
  const many = await wholeTimes(MANY_SESSIONS, say);
  const verify = { name: 'verify, per event', value: rounded(many.verify), floor: rounded(few.verify) };
  const backup = { name: 'backup, per event', value: rounded(many.backup), floor: rounded(many.copy) };
  return [
    { ...verify, ratio: rounded(many.verify / few.verify), goal: null, unit: 'µs' },
    ...waits('slice of the check', many.slices, few.slices),
    { ...backup, ratio: rounded(many.backup / many.copy), goal: null, unit: 'µs' },
    ...waits('step of a backup', many.steps, few.steps),
  ];
}

/** How long one after the other kept everything else waiting, in milliseconds. */
type Waits = { readonly clock: readonly number[]; readonly processor: readonly number[] };

function waits(name: string, many: Waits, few: Waits): readonly Measure[] {
  return (['processor', 'clock'] as const).flatMap((by) =>
    SHARES.map(({ called, share, goal }) => ({
      name: `${name}, ${called}, by the ${by}`,
      value: rounded(percentile(many[by], share)),
      floor: rounded(percentile(few[by], share)),
      ratio: null,
      goal: by === 'processor' ? goal : null,
      unit: 'ms',
    })),
  );
}

/** Microseconds per event. */
type WholeTimes = {
  readonly verify: number;
  readonly slices: Waits;
  readonly backup: number;
  readonly steps: Waits;
  readonly copy: number;
};

async function wholeTimes(sessions: number, say: (line: string) => void): Promise<WholeTimes> {
  const place = ensureBigRecord(sessions, say);
  const { record } = openWorkRecord(place);
  const beside = `${place.file}.backup`;
  try {
    const { database, head } = record.log;
    const perEvent = (milliseconds: number): number =>
      (milliseconds * MICROSECONDS_PER_MILLISECOND) / head().seq;
    const checked = await watched(async () => {
      const found = await verifyInSlices(database);
      if (!found?.whole) throw new Error('The record of the bench is not whole.');
    });
    const backedUp = await watched(() => copyInSteps(database, beside));
    const copy = perEvent(timed(() => copyFileSync(place.file, beside)));
    const verify = perEvent(checked.taken);
    const backup = perEvent(backedUp.taken);
    return { verify, slices: checked.waits, backup, steps: backedUp.waits, copy };
  } finally {
    rmSync(beside, { force: true });
    closeRecord(record);
  }
}

/** What something takes, and how long everything else stood still each time meanwhile. */
async function watched(
  run: () => Promise<unknown>,
): Promise<{ readonly taken: number; readonly waits: Waits }> {
  const clock: number[] = [];
  const processor: number[] = [];
  let isOver = false;
  let last = { clock: performance.now(), processor: ownProcessorTime() };
  // Comes round once between two slices: what lies between is one slice.
  const beat = (): void => {
    // What came after the end, before this could run, was no slice.
    if (isOver) return;
    const now = { clock: performance.now(), processor: ownProcessorTime() };
    clock.push(now.clock - last.clock);
    processor.push(now.processor - last.processor);
    last = now;
    setImmediate(beat);
  };
  const began = performance.now();
  setImmediate(beat);
  await run();
  isOver = true;
  return { taken: performance.now() - began, waits: { clock, processor } };
}

/** Milliseconds this thread has had the processor, the system's work for it included. */
function ownProcessorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / MICROSECONDS_PER_MILLISECOND;
}
