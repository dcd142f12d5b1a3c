import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAppend } from '../../tests/bench/append.ts';
import { keepsGoal, type Measure, rounded } from '../../tests/bench/measure.ts';
import { measurePlan } from '../../tests/bench/plan.ts';
import { measureScale } from '../../tests/bench/scale.ts';
import { measureStart } from '../../tests/bench/start.ts';
import { measureWhole } from '../../tests/bench/whole.ts';
import { noteLine } from './noteLine.ts';

const EXIT_USAGE = 64;
const FIGURES = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md');

type Bench = (say: (line: string) => void) => readonly Measure[] | Promise<readonly Measure[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  plan: measurePlan,
  append: measureAppend,
  scale: measureScale,
  whole: measureWhole,
  start: measureStart,
};
/** Without a name. The others make a record of 6,000,000 events first, about 4 GB, and are asked for by name. */
const QUICK = ['plan', 'append'];

process.exitCode = await main(process.argv.slice(2));

/** `npm run bench [-- NAME] [--note]`: `--note` writes the figures into docs/reliability.md. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { note: { type: 'boolean' } },
  });
  const names = positionals.length > 0 ? positionals : QUICK;
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined) {
    process.stderr.write(
      `There is no measure "${unknown}". There are: ${Object.keys(BENCHES).join(', ')}.\n`,
    );
    return EXIT_USAGE;
  }
  const taken: Measure[] = [];
  for (const name of names) {
    taken.push(...((await BENCHES[name]?.(say)) ?? []));
    taken.push(loadDuring(name));
  }
  for (const measure of taken) process.stdout.write(`${JSON.stringify(measure)}\n`);
  if (values.note) for (const measure of taken) note(measure);
  return taken.every(keepsGoal) ? 0 : 1;
}

/** How many processes wanted a processor while this was measured, beside how many processors there are. */
function loadDuring(name: string): Measure {
  const [lastMinute = 0] = loadavg();
  const [value, floor] = [rounded(lastMinute), availableParallelism()];
  return { name: `load during "${name}"`, value, floor, ratio: null, goal: null, unit: 'processes' };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Replaces the row of this measure. */
function note({ name, value, floor, ratio, goal, unit }: Measure): void {
  const row = [name, value, floor ?? '', ratio ?? '', goal ?? '', unit].join(' | ');
  writeFileSync(FIGURES, noteLine(readFileSync(FIGURES, 'utf8'), name, row));
}
