import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTally, type FaultRun, type Verdict } from '../faultReport.ts';
import { runPreloaded } from '../runProgram.ts';
import { saveScript, writeScript } from '../script/script.ts';
import { quickFolder } from '../script/workRecord.ts';
import type { Fault, FaultKind } from '../shim/shim.ts';
import type { ScriptCalls } from './oneFault.ts';

const PROGRAM = join(import.meta.dirname, 'faultedProgram.ts');

/** Which calls of the disk fail, and how. */
export type Injection = {
  readonly kind: string;
  readonly errno: number;
  readonly calls: readonly FaultKind[];
  /** While a new record is made, or from its first save to its closing; both when left out. */
  readonly during?: 'opening' | 'saving';
  /** Faults to inject; with fewer than there are calls they are spread evenly over them. */
  readonly runs: number;
  /** Sessions in the script. */
  readonly sessions: number;
  /** The proof that a loss is seen: acknowledges without waiting for the disk. The program runs with `FULL`. */
  readonly synchronous?: 'FULL' | 'OFF';
};

/** Fails one call after the other of a scripted session, each in a record of its own. */
export async function runInjected(injection: Injection): Promise<FaultRun> {
  const folder = mkdtempSync(join(quickFolder(), 'infusion-desk-injected-'));
  const tally = createTally(injection.kind);
  try {
    const script = join(folder, 'script.json');
    const list = join(folder, 'faults.json');
    saveScript(script, writeScript(injection.sessions));
    const lines: string[] = [];
    await runPreloaded(PROGRAM, [folder, script, 'count'], (line) => lines.push(line));
    const faults = faultsOf(injection, JSON.parse(lines[0] ?? '{}') as ScriptCalls);
    writeFileSync(list, JSON.stringify(faults));
    const args = [folder, script, list, injection.synchronous ?? 'FULL'];
    const ended = await runPreloaded(PROGRAM, args, (line) => tally.add(JSON.parse(line) as Verdict));
    const { runs } = tally.run().report;
    if (ended.code !== 0 || runs !== faults.length) tally.add(brokenOff(faults[runs], ended.signal));
    return tally.run();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every call once alone, then every call again with all that follow it; as many of these as are asked for. */
function faultsOf(
  { calls, errno, during, runs }: Injection,
  { opening, all }: ScriptCalls,
): readonly Fault[] {
  const every = (['once', 'on'] as const).flatMap((manner) =>
    calls.flatMap((kind) => {
      const first = during === 'saving' ? opening[kind] + 1 : 1;
      const last = during === 'opening' ? opening[kind] : all[kind];
      const count = Math.max(0, last - first + 1);
      return Array.from({ length: count }, (_, index) => ({ kind, errno, nth: first + index, manner }));
    }),
  );
  const [one] = every;
  if (!one) throw new Error('The script calls nothing that could fail.');
  return Array.from({ length: runs }, (_, index) => {
    const place = runs >= every.length ? index % every.length : Math.floor((index * every.length) / runs);
    return every[place] ?? one;
  });
}

/** The program itself ended in the middle: no fault of the disk may do that. */
function brokenOff(fault: Fault | undefined, signal: NodeJS.Signals | null): Verdict {
  const at = fault ? `${fault.kind} ${fault.nth} ${fault.manner}` : 'the end';
  const note = `the program ended ${signal ? `by ${signal}` : 'by itself'} at ${at}`;
  return { acknowledged: 0, lost: 0, corrupt: true, unnoticed: false, notes: [note] };
}
