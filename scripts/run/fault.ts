import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FaultReport, type FaultRun, isClean } from '../../tests/fault/faultReport.ts';
import { FAULT_KINDS } from '../../tests/fault/kinds.ts';
import { NotHere } from '../../tests/fault/notHere.ts';
import { noteLine } from './noteLine.ts';

const EXIT_USAGE = 64;
const SEEDS = 2 ** 31;
const SECOND = 1_000;
const FIGURES = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md');

const say = (line: string): void => void process.stderr.write(`${line}\n`);

process.exitCode = await main(process.argv.slice(2));

/** `npm run fault -- KIND N [--seed S] [--note]`: `--note` writes the figures into docs/reliability.md. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { seed: { type: 'string' }, note: { type: 'boolean' } },
  });
  const [kind = '', count = ''] = positionals;
  const inject = FAULT_KINDS[kind];
  const runs = Number(count);
  const seed = values.seed === undefined ? Math.floor(Math.random() * SEEDS) : Number(values.seed);
  if (!inject || !Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    say(
      `npm run fault -- ${Object.keys(FAULT_KINDS).join('|')} N [--seed S] [--note]: N is a whole number from 1.`,
    );
    return EXIT_USAGE;
  }
  const began = performance.now();
  try {
    const run = await inject(runs, seed);
    tell(run, seed, (performance.now() - began) / SECOND);
    if (values.note) note(run.report);
    return isClean(run.report) ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof NotHere)) throw problem;
    say(`${kind} skipped: ${problem.message}.`);
    process.stdout.write(`${JSON.stringify(none(kind))}\n`);
    return 0;
  }
}

function none(kind: string): FaultReport {
  return { kind, runs: 0, acknowledged: 0, lost: 0, corrupt: 0, unnoticed: 0 };
}

function tell({ report, notes }: FaultRun, seed: number, seconds: number): void {
  for (const text of notes) say(text);
  say(`seed ${seed}, ${Math.round(seconds)} s, ${(seconds / Math.max(1, report.runs)).toFixed(3)} s each`);
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

/** Replaces the row of this kind. */
function note({ kind, runs, acknowledged, lost, corrupt, unnoticed }: FaultReport): void {
  const row = [kind, runs, acknowledged, lost, corrupt, unnoticed].join(' | ');
  writeFileSync(FIGURES, noteLine(readFileSync(FIGURES, 'utf8'), kind, row));
}
