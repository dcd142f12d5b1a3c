import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { GENESIS } from '../../../src/main/eventLog/eventRow.ts';
import { type Random, randomFrom } from '../../prove/random.ts';
import { createTally, type FaultRun, type Tally } from '../faultReport.ts';
import { runPreloaded } from '../runProgram.ts';
import { type Acknowledged, judge } from '../script/judge.ts';
import { saveScript, wholeSaves, writeScript } from '../script/script.ts';
import { quickFolder, workPlace } from '../script/workRecord.ts';
import { type DiskOperation, readTrace } from '../shim/trace.ts';
import { createDisk, type Leftover, MOODS } from './disk.ts';

const PROGRAM = join(import.meta.dirname, 'recordedProgram.ts');
/** Cuts from one recorded run; the next run has other events, other times and another length. */
const CUTS_PER_RECORDING = 2_500;
/** Sessions in a recording. Three fill the write-ahead log often enough for it to be put away and begun again. */
const SESSIONS = 3;

export type PowerCuts = {
  readonly cuts: number;
  readonly seed: number;
  /** `NORMAL` is the proof that the model sees a loss; the program runs with `FULL`. */
  readonly synchronous?: 'FULL' | 'NORMAL';
};

/** The operations of a recorded run and where it lay. */
type Recording = {
  readonly home: string;
  readonly operations: readonly DiskOperation[];
  readonly ends: ReadonlySet<number>;
};

/**
 * Records what the program has written to the disk while it saved a clinic's sessions, cuts the power at random
 * places of it, and opens each time what the disk would hold.
 */
export async function runPowerCuts({ cuts, seed, synchronous = 'FULL' }: PowerCuts): Promise<FaultRun> {
  const tally = createTally('powercut');
  const random = randomFrom(seed);
  for (let left = cuts; left > 0; left -= CUTS_PER_RECORDING) {
    const work = mkdtempSync(join(quickFolder(), 'infusion-desk-powercut-'));
    try {
      const recording = await record(work, synchronous);
      const places = cutPlaces(recording.operations.length, Math.min(left, CUTS_PER_RECORDING), random);
      cutAt(recording, places, random, join(work, 'found'), tally);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return tally.run();
}

async function record(work: string, synchronous: string): Promise<Recording> {
  const home = join(work, 'home');
  const trace = join(work, 'trace');
  const scriptFile = join(work, 'script.json');
  const script = writeScript(SESSIONS);
  saveScript(scriptFile, script);
  const ended = await runPreloaded(PROGRAM, [home, scriptFile, trace, synchronous]);
  if (ended.code !== 0) throw new Error(`The recorded program ended with ${ended.code ?? ended.signal}.`);
  const operations = readTrace(readFileSync(trace));
  if (!operations.some(({ op }) => op === 'sync')) throw new Error('The preloaded library saw nothing.');
  return { home, operations, ends: wholeSaves(script) };
}

/** Places in the stream of operations, in order. */
function cutPlaces(operations: number, cuts: number, random: Random): readonly number[] {
  return Array.from({ length: cuts }, () => 1 + random.whole(operations)).toSorted((a, b) => a - b);
}

function cutAt(
  { home, operations, ends }: Recording,
  places: readonly number[],
  random: Random,
  folder: string,
  tally: Tally,
): void {
  const disk = createDisk();
  let acknowledged: Acknowledged = { seq: 0, hash: GENESIS.toString('hex') };
  let next = 0;
  for (const [index, operation] of operations.entries()) {
    disk.take(operation);
    if (operation.op === 'mark') acknowledged = acknowledgedIn(operation.text);
    for (; places[next] === index + 1; next += 1) {
      const mood = random.pick(MOODS);
      layOut(disk.cut(mood, random), home, folder);
      const { file, anchor } = workPlace(folder);
      const verdict = judge({ file, anchor, acknowledged, ends });
      const notes = verdict.notes.map((note) => `cut after operation ${index + 1}, ${mood}: ${note}`);
      tally.add({ ...verdict, notes });
    }
  }
}

/** `17 ab12…`: the head that was acknowledged. */
export function acknowledgedIn(mark: string): Acknowledged {
  const [seq = '0', hash = ''] = mark.split(' ');
  return { seq: Number(seq), hash };
}

/** Puts what a disk holds into a folder that was empty. A folder the program synced was opened like a file. */
export function layOut(leftover: Leftover, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  const paths = [...leftover.keys()];
  for (const [path, bytes] of leftover) {
    if (paths.some((other) => other.startsWith(`${path}/`))) continue;
    const place = join(to, relative(from, path));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}
