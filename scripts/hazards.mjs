import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asCommand, ensureReady, ROOT, runNode, say } from './setup.mjs';

// `npm run hazards`: every hazard and every acceptance scenario is shown by a test that runs and passes, or planned. A row
// says `| H04 | … | shown | tests/contract/x.test.ts: title of the test |`; several tests are parted by `<br>`.

const TABLES = [
  { name: 'Hazards', file: 'hazards.md', number: /^H\d\d$/ },
  { name: 'Scenarios', file: 'scenarios.md', number: /^S\d\d$/ },
];

if (process.argv[1] === join(import.meta.dirname, 'hazards.mjs')) {
  await asCommand(async () => {
    await ensureReady({ browser: true, build: true });
    const { tables, faults } = checkTables([await runNamedTests()]);
    for (const fault of faults) say(fault);
    for (const { name, shown, planned } of tables)
      process.stdout.write(`${name}: ${shown} shown, ${planned} planned\n`);
    return faults.length === 0 ? 0 : 1;
  });
}

/**
 * Holds the tables against what ran. A shown row without a test that passed is a fault, and so is any other word. A test
 * that skips itself here, because the machine lacks what it needs, has said so; it is no fault of the row.
 */
export function checkTables(reports) {
  const passed = new Set(reports.flatMap(({ testResults }) => testResults.flatMap(testsThatCount)));
  const faults = [];
  const tables = TABLES.map((table) => {
    const rows = rowsOf(table);
    faults.push(...rows.flatMap((row) => faultsOf(row, passed)));
    if (rows.length === 0) faults.push(`docs/${table.file} has no rows`);
    const count = (status) => rows.filter((row) => row.status === status).length;
    return { name: table.name, shown: count('shown'), planned: count('planned') };
  });
  return { tables, faults };
}

function faultsOf({ id, status, tests }, passed) {
  if (status === 'planned') return [];
  if (status !== 'shown') return [`${id} is neither shown nor planned`];
  if (tests.length === 0) return [`${id} is shown by no test`];
  return tests.filter((test) => !passed.has(test)).map((test) => `${id}: no passing test "${test}"`);
}

function rowsOf({ file, number }) {
  const lines = readFileSync(join(ROOT, 'docs', file), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!number.test(cells[1] ?? '')) return [];
    const tests = (cells.at(-2) ?? '').split('<br>').map((test) => test.trim());
    return [{ id: cells[1], status: cells.at(-3), tests: tests.filter((test) => test !== '') }];
  });
}

/** `tests/contract/x.test.ts: title`, for each test of a file that passed or skipped itself. */
function testsThatCount({ name, assertionResults }) {
  const file = name.replaceAll('\\', '/').split('/tests/').at(-1);
  return assertionResults
    .filter(({ status }) => status === 'passed' || status === 'skipped' || status === 'pending')
    .map(({ title }) => `tests/${file}: ${title}`);
}

async function runNamedTests() {
  const rows = TABLES.flatMap(rowsOf).filter(({ status }) => status === 'shown');
  const files = [...new Set(rows.flatMap(({ tests }) => tests.map((test) => test.split(': ')[0])))];
  const folder = mkdtempSync(join(tmpdir(), 'infusion-desk-hazards-'));
  const report = join(folder, 'report.json');
  await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...files,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  rmSync(folder, { recursive: true, force: true });
  return result;
}
