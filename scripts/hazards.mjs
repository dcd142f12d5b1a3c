import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asCommand, ensureReady, ROOT, runNode, say } from './setup.mjs';

// `npm run hazards`: every hazard is shown by a test that runs and passes, or planned. A row says
// `| H04 | … | shown | tests/contract/x.test.ts: title of the test |`; several tests are parted by `<br>`.

const TABLE = join(ROOT, 'docs', 'hazards.md');

if (process.argv[1] === join(import.meta.dirname, 'hazards.mjs')) {
  await asCommand(async () => {
    await ensureReady({ browser: true, build: true });
    const { shown, planned, faults } = checkHazards([await runNamedTests()]);
    for (const fault of faults) say(fault);
    process.stdout.write(`${shown} shown, ${planned} planned\n`);
    return faults.length === 0 ? 0 : 1;
  });
}

/**
 * Holds the table against what ran. A shown row without a test that passed is a fault, and so is any other word. A test
 * that skips itself here, because the machine lacks what it needs, has said so; it is no fault of the row.
 */
export function checkHazards(reports) {
  const passed = new Set(reports.flatMap(({ testResults }) => testResults.flatMap(testsThatCount)));
  const rows = hazardRows();
  const faults = rows.flatMap((row) => faultsOf(row, passed));
  if (rows.length === 0) faults.push('docs/hazards.md has no rows');
  const count = (status) => rows.filter((row) => row.status === status).length;
  return { shown: count('shown'), planned: count('planned'), faults };
}

function faultsOf({ id, status, tests }, passed) {
  if (status === 'planned') return [];
  if (status !== 'shown') return [`${id} is neither shown nor planned`];
  if (tests.length === 0) return [`${id} is shown by no test`];
  return tests.filter((test) => !passed.has(test)).map((test) => `${id}: no passing test "${test}"`);
}

function hazardRows() {
  const lines = readFileSync(TABLE, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!/^H\d\d$/.test(cells[1] ?? '')) return [];
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
  const files = [...new Set(hazardRows().flatMap(({ tests }) => tests.map((test) => test.split(': ')[0])))];
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
