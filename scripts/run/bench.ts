import { keepsGoal, type Measure } from '../../tests/bench/measure.ts';
import { measurePlan } from '../../tests/bench/plan.ts';

const EXIT_USAGE = 64;
const MEASURES: Readonly<Record<string, () => readonly Measure[]>> = { plan: measurePlan };

process.exitCode = main(process.argv.slice(2));

/** `npm run bench [-- NAME]` */
function main([name]: readonly string[]): number {
  if (name !== undefined && !(name in MEASURES)) {
    process.stderr.write(`There is no measure "${name}". There are: ${Object.keys(MEASURES).join(', ')}.\n`);
    return EXIT_USAGE;
  }
  const taken = Object.entries(MEASURES)
    .filter(([known]) => name === undefined || known === name)
    .flatMap(([, measure]) => measure());
  for (const measure of taken) process.stdout.write(`${JSON.stringify(measure)}\n`);
  return taken.every(keepsGoal) ? 0 : 1;
}
