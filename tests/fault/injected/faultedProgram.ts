import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readScript, wholeSaves } from '../script/script.ts';
import type { Fault } from '../shim/shim.ts';
import { shim } from '../shim/shim.ts';
import { countCalls, runFault } from './oneFault.ts';

/**
 * A program of its own, run with the library preloaded: works through a list of faults, one record each, and says
 * what came of each as a line of JSON. With `count` it only says how many calls there are to fail.
 *
 * faultedProgram.ts FOLDER SCRIPT count|FAULTS.json FULL|OFF
 */
const [folder, scriptFile, work, synchronous] = process.argv.slice(2);
if (!folder || !scriptFile || !work) throw new Error('faultedProgram needs three arguments');

const script = readScript(scriptFile);
const ends = wholeSaves(script);
const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

if (work === 'count') say(inFolder((home) => countCalls(home, script)));
else {
  for (const fault of JSON.parse(readFileSync(work, 'utf8')) as readonly Fault[])
    say(inFolder((home) => runFault({ home, script, ends, fault, isCareless: synchronous === 'OFF' })));
}

function inFolder<Value>(act: (home: string) => Value): Value {
  const home = mkdtempSync(join(folder ?? '', 'run-'));
  try {
    return act(home);
  } finally {
    shim.disarm();
    shim.trace(null);
    rmSync(home, { recursive: true, force: true });
  }
}
