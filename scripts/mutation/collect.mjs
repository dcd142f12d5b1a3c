import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';

export { expect } from '../../node_modules/vitest/dist/index.js';

// Stands in for Vitest's `describe` and `it` while files of tests are loaded: keeps every test instead of running it,
// so that it can be run again for each change without loading anything anew.

/** A test that needs more of these than to be there fails without Vitest, and is left to it. */
export const vi = { hoisted: (make) => make(), mock: () => {} };
export const afterEach = () => {};

/** Tests in the order of their files: id, name, file, place of the `it`, and what it does. */
export const collected = [];
const suites = [];

export function describe(name, body) {
  suites.push(name);
  body();
  suites.pop();
}

describe.each = (rows) => (title, body) => {
  for (const [place, values] of valuesOf(rows).entries())
    describe(titled(title, values, place), () => body(...values));
};

export function it(name, body) {
  const { file, line, column } = placeOfCall();
  const fullName = [...suites, name].join(' ');
  const sameName = collected.filter((test) => test.file === file && test.baseName === fullName).length;
  const unique = sameName === 0 ? fullName : `${fullName} (${sameName + 1})`;
  collected.push({
    id: `${file}#in process: ${unique}`,
    name: unique,
    baseName: fullName,
    file,
    line,
    column,
    body,
  });
}

it.each = (rows) => (title, body) => {
  for (const [place, values] of valuesOf(rows).entries())
    it(titled(title, values, place), () => body(...values));
};

/** As in Vitest: rows that are all lists are spread over the arguments, anything else is the one argument. */
function valuesOf(rows) {
  return rows.every(Array.isArray) ? rows : rows.map((row) => [row]);
}

function titled(title, values, place) {
  return format(title, ...values.map((value) => (typeof value === 'function' ? value.name : value))).concat(
    title.includes('%') ? '' : ` ${place + 1}`,
  );
}

/** The line of the test that is being collected: the first outside of this file. */
function placeOfCall() {
  const frames = new Error().stack.split('\n').slice(1);
  const frame = frames.find((line) => line.includes('.test.ts')) ?? '';
  const [, url, line, column] = /(file:\/\/[^)\s]+):(\d+):(\d+)/.exec(frame) ?? [];
  if (url === undefined) throw new Error(`A test outside of a file of tests: ${frames.join('\n')}`);
  return {
    file: relative(resolve('.'), fileURLToPath(url)),
    line: Number(line) - 1,
    column: Number(column) - 1,
  };
}
