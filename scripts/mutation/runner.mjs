import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import fc from 'fast-check';
import { collected } from './collect.mjs';
import { inProcessFiles, vitestFiles } from './testFiles.mjs';

// The test runner of `npm run mutation`. It loads the core and its tests once and runs the tests again and again in the
// same process, each time with another change switched on, which takes milliseconds where a new process takes seconds.
// What needs Vitest itself is run by Vitest, and only for a change that no other test notices.

const COLLECT = new URL('collect.mjs', import.meta.url).href;
/** The numbers by which Stryker calls what came of a test. */
const [PASSED, FAILED] = [0, 1];
/** Where a changed source looks for the change that is switched on, and counts what it runs. */
const SWITCH = {};
globalThis.__stryker__ = SWITCH;

/** That a property fails is enough; the smallest case of it is nobody's question here. */
fc.configureGlobal({ endOnFailure: true });

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' && context.parentURL?.endsWith('.ts')
      ? { url: COLLECT, shortCircuit: true }
      : next(specifier, context),
});

class InProcessRunner {
  #vitest;
  #hasRun = false;
  #isSpoilt = false;

  constructor(vitest) {
    this.#vitest = vitest;
  }

  /**
   * Nothing is ever loaded anew, and need not be: a change is switched on only after everything was loaded, for what
   * runs while loading alone is left out ("ignoreStatic").
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    for (const file of inProcessFiles) await import(pathToFileURL(resolve(file)).href);
    await this.#vitest?.init();
  }

  async dryRun(options) {
    const tests = [];
    for (const test of collected) {
      SWITCH.currentTestId = test.id;
      const result = await resultOf(test);
      SWITCH.currentTestId = undefined;
      // What fails only for want of Vitest is left to Vitest.
      if (result.status === PASSED || !vitestFiles.includes(test.file)) tests.push(result);
    }
    const {
      status,
      tests: more = [],
      mutantCoverage,
      ...failed
    } = (await this.#vitest?.dryRun({ ...options, files: undefined })) ?? { status: 'complete' };
    if (status !== 'complete') return { status, ...failed };
    writeFileSync(timesFile(), JSON.stringify([...lasted]));
    return {
      status,
      tests: [...tests, ...more],
      mutantCoverage: joined(SWITCH.mutantCoverage, mutantCoverage),
    };
  }

  /**
   * A change may leave something behind, a wrong value kept for later say, that would be laid at the next one's door.
   * So the test that noticed it must pass again without it; when it does not, the process is given up, and the change
   * tried again in a new one unless this was its first.
   */
  async mutantRun(options) {
    if (this.#isSpoilt) process.exit(1);
    const isFirst = !this.#hasRun;
    if (isFirst && existsSync(timesFile())) lasted = new Map(JSON.parse(readFileSync(timesFile(), 'utf8')));
    this.#hasRun = true;
    const wanted = new Set(options.testFilter);
    const tests = collected.filter(({ id }) => wanted.has(id)).toSorted(quickFirst);
    Object.assign(SWITCH, { hitCount: 0, hitLimit: options.hitLimit, activeMutant: options.activeMutant.id });
    let [ran, noticed] = [0, undefined];
    for (const test of tests) {
      ran += 1;
      const result = await resultOf(test);
      if (result.status === FAILED) {
        noticed = { test, result };
        break;
      }
    }
    const { hitCount, hitLimit } = SWITCH;
    Object.assign(SWITCH, { hitCount: undefined, hitLimit: undefined, activeMutant: undefined });
    if (noticed) {
      const again = await resultOf(noticed.test);
      this.#isSpoilt = again.status === FAILED;
      if (this.#isSpoilt && !isFirst) process.exit(1);
    }
    if (hitCount > hitLimit) return { status: 'timeout', reason: `Run ${hitCount} times` };
    if (noticed)
      return {
        status: 'killed',
        failureMessage: noticed.result.failureMessage,
        killedBy: [noticed.test.id],
        nrOfTests: ran,
      };
    const others = options.testFilter.filter((id) => !tests.some((test) => test.id === id));
    if (others.length === 0) return { status: 'survived', nrOfTests: ran };
    return this.#vitest.mutantRun({ ...options, testFilter: others });
  }

  async dispose() {
    await this.#vitest?.dispose();
  }
}

/** How long each test took when it last passed, in milliseconds; first told by the process that ran them unchanged. */
let lasted = new Map();
/** In the copy of the project that the changes are tried in. */
const timesFile = () => resolve('test-times.json');

/** A run ends at the first test that notices the change. */
function quickFirst(left, right) {
  return (lasted.get(left.id) ?? 0) - (lasted.get(right.id) ?? 0);
}

async function resultOf({ id, name, file, line, column, body }) {
  const begun = performance.now();
  const test = { id, name, fileName: resolve(file), startPosition: { line, column } };
  try {
    await body();
    const timeSpentMs = performance.now() - begun;
    lasted.set(id, timeSpentMs);
    return { ...test, status: PASSED, timeSpentMs };
  } catch (error) {
    const timeSpentMs = performance.now() - begun;
    return { ...test, status: FAILED, failureMessage: `${error?.message ?? error}`, timeSpentMs };
  }
}

/** Two counts of what ran in each test, and of what ran while loading. */
function joined(one, other) {
  if (!one || !other) return one ?? other;
  return { static: { ...one.static, ...other.static }, perTest: { ...one.perTest, ...other.perTest } };
}

function runner(injector) {
  const [vitest] = vitestPlugins;
  return new InProcessRunner(vitestFiles.length > 0 ? injector.injectFunction(vitest.factory) : undefined);
}
runner.inject = ['$injector'];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'inProcess', factory: runner }];
