import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asCommand, ensureDependencies, ROOT, runNode, SetupProblem, say } from './setup.mjs';

// `npm run mutation [-- FILES]`: changes the core line by line and counts the changes that no test notices. A room of
// the core after the other, each against the tests of its own room. What nothing could have changed since the run
// before is taken from there. Writes the figures into docs/mutation.md; exit 1 when a room falls below the least
// score or a change goes unnoticed that docs/mutation.md does not explain.

const CORE = 'src/core';
const REPORT = join(ROOT, '.setup', 'mutation.json');
const PAGE = join(ROOT, 'docs', 'mutation.md');
const LEAST_SCORE = 90;

/** The second engine is tested beside the calculations it checks, and that it withholds them with the engine. */
const TEST_ROOMS = { dosing: ['dosing', 'crosscheck'], crosscheck: ['crosscheck', 'dosing', 'batch'] };

await asCommand(async () => {
  await ensureDependencies();
  const rooms = byRoom(filesAsked());
  for (const [room, files] of rooms) {
    say(`\n${room}`);
    const exitCode = await mutate(room, files);
    if (exitCode !== 0) return exitCode;
  }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  const results = [...rooms.keys()].map((room) => resultOf(room, report));
  const page = pageWith(results);
  writeFileSync(PAGE, page);
  for (const { room, score } of results) process.stdout.write(`${room} ${score.toFixed(1)} %\n`);
  const unexplained = results.flatMap(({ unnoticed }) => unnoticed).filter((line) => !page.includes(line));
  for (const line of unexplained) say(`not explained in docs/mutation.md: ${line}`);
  return unexplained.length === 0 && results.every(({ score }) => score >= LEAST_SCORE) ? 0 : 1;
});

/** The files named on the command line, else all of every room. */
function filesAsked() {
  const named = process.argv.slice(2);
  if (named.length > 0) return named;
  const rooms = readdirSync(join(ROOT, CORE), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return rooms.map(({ name }) => `${CORE}/${name}/**/*.ts`);
}

/** By hand: the system's own Node may be older than `Map.groupBy`. */
function byRoom(files) {
  const rooms = new Map();
  for (const file of files) rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), file]);
  return rooms;
}

function roomOf(file) {
  const [, room] = /^src\/core\/([^/]+)\//.exec(file) ?? [];
  if (room === undefined) throw new SetupProblem(`"${file}" is not in a room of ${CORE}/.`);
  return room;
}

function mutate(room, files) {
  const tests = (TEST_ROOMS[room] ?? [room]).filter((name) => existsSync(join(ROOT, 'tests', 'unit', name)));
  return runNode(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', files.join(',')], {
    env: { MUTATION_TESTS: tests.join(',') },
  });
}

/** Counts and unnoticed changes of a room, over all of its files that were ever changed. */
function resultOf(room, { files }) {
  const ours = Object.entries(files).filter(([file]) => roomOf(file) === room);
  const mutants = ours.flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file: file.replace(`${CORE}/`, ''), source })),
  );
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, timedOut] = [count('Killed'), count('Timeout')];
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
  const score = (100 * (killed + timedOut)) / (killed + timedOut + survived + uncovered);
  const unnoticed = mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(written);
  const counts = [killed, timedOut, survived, uncovered, count('Ignored')];
  const row = `| \`${room}\` | ${counts.join(' | ')} | ${score.toFixed(1)} % |`;
  return { room, score, row, unnoticed: [...new Set(unnoticed)] };
}

/** `quantity/round.ts: "a > b" as "a >= b"`: the same words wherever the line stands in its file. */
function written({ file, source, location, replacement }) {
  const { start, end } = location;
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push(lines.pop().slice(0, end.column - 1));
  lines.unshift(lines.shift().slice(start.column - 1));
  return `${file}: \`${short(lines.join(' '))}\` as \`${short(replacement)}\``;
}

function short(code) {
  const line = code.replace(/\s+/g, ' ').replaceAll('`', '´');
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}

/** The page with the rows of these rooms put in place of their old ones, a first one below the others. */
function pageWith(results) {
  return results.reduce(
    (page, { room, row }) => {
      const old = new RegExp(`^\\| \`${room}\` \\|.*$`, 'm');
      if (old.test(page)) return page.replace(old, () => row);
      return page.replace(/^(?:\|.*\n)+/m, (table) => `${table}${row}\n`);
    },
    readFileSync(PAGE, 'utf8'),
  );
}
