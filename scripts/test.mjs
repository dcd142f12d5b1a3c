import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { checkTables } from './hazards.mjs';
import { asCommand, ensurePdfReader, ensureReady, ROOT, runNode, say } from './setup.mjs';

// `npm test`: sets up whatever is missing, then everything there is. The last line is `N passed, N failed`.
// Nothing stops at the first failure: whoever reads the end reads all of it.

const RESULTS = join(ROOT, '.setup', 'results');
/** In order; what stands together leaves one of two cores idle by itself and runs side by side. */
const PROJECTS = [['unit'], ['contract', 'e2e'], ['component', 'fault'], ['electron']];

/** Each is one command that must end with 0. Format and boundaries are part of the linter's run. */
const CHECKS = [
  ['Lock file complete', ['scripts/lockcheck.mjs']],
  ['Format, lint and boundaries', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  [
    'Promises are awaited',
    [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '-A',
      'all',
      '-D',
      'typescript/no-floating-promises',
      '-D',
      'typescript/no-misused-promises',
      'src',
      'tests',
      'scripts',
    ],
  ],
  ['Types of the core', ['node_modules/typescript/bin/tsc', '-p', 'src/core']],
  ['Types of everything', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['The two engines agree', ['scripts/run/coreProve.ts', '100000']],
];

// A log file shows no colours, only their codes.
if (!process.stdout.isTTY) process.env.NO_COLOR ??= '1';

await asCommand(async () => {
  await ensureReady({ browser: true, build: true });
  await ensurePdfReader();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, args] of CHECKS) await check(name, args, counts);
  const reports = [];
  for (const together of PROJECTS)
    reports.push(...(await Promise.all(together.map((project) => runProject(project, counts)))));
  countTables(reports, counts);
  for (const line of reports.flatMap(failedTests)) say(line);
  if (counts.skipped > 0) say(`${counts.skipped} skipped, each with its reason above`);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  return counts.failed === 0 ? 0 : 1;
});

async function check(name, args, counts) {
  const exitCode = await runNode(args);
  say(`${exitCode === 0 ? 'passed' : 'FAILED'}  ${name}`);
  counts[exitCode === 0 ? 'passed' : 'failed'] += 1;
}

/** One kind of test. A run that leaves no report counts as one failure. */
async function runProject(project, counts) {
  say(`\n${project}`);
  const file = join(RESULTS, `${project}.json`);
  const exitCode = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) {
    say(`FAILED  ${project} left no report`);
    counts.failed += 1;
    return { testResults: [] };
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  // A file that could not even be read has no test to fail.
  if (exitCode !== 0 && report.numFailedTests === 0) counts.failed += 1;
  return report;
}

/** Which tests failed and with what words, once more where the reader looks: the runs above are long. */
function failedTests({ testResults }) {
  return testResults.flatMap(({ name, assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const file = relative(ROOT, name);
    if (failed.length === 0) return message ? [`FAILED  ${file}: ${firstLines(message)}`] : [];
    return failed.map(
      (test) => `FAILED  ${file}: ${test.fullName}\n  ${firstLines(test.failureMessages.join('\n'))}`,
    );
  });
}

function firstLines(message) {
  return stripVTControlCharacters(message).trim().split('\n').slice(0, 12).join('\n  ');
}

function countTables(reports, counts) {
  const { tables, faults } = checkTables(reports);
  for (const fault of faults) say(`FAILED  ${fault}`);
  for (const { name, shown, planned } of tables) say(`${name}: ${shown} shown, ${planned} planned`);
  counts.failed += faults.length;
  if (faults.length === 0) counts.passed += 1;
}
