import { globSync, readFileSync } from 'node:fs';

// Which tests are held against a change, and how each file of them is run.

/**
 * Tests that read the sources as text or run them in another process, which a changed source does not reach, and tests
 * that go on for seconds: they would be run again for every change.
 */
const LEFT_OUT = [
  'tests/unit/boundaries.test.ts',
  'tests/unit/hazards/coreImports.test.ts',
  'tests/unit/hazards/locales.test.ts',
  'tests/unit/hazards/provenCore.test.ts',
  'tests/unit/hazards/pumpGrid.test.ts',
  'tests/unit/hazards/wrongField.test.ts',
];
/** The window is not copied to where the core is changed; what it says is held by tests of its own. */
const WINDOW = '/src/renderer/';
/** What `collect.mjs` stands in for. */
const PLAIN = ['describe', 'expect', 'it'];

/** The rooms whose tests are held against the room that is changed; `scripts/mutation.mjs` names them. */
const rooms = process.env.MUTATION_TESTS?.split(',') ?? ['**'];

const files = globSync(rooms.map((room) => `tests/unit/${room}/**/*.test.ts`))
  .filter((file) => !LEFT_OUT.includes(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => !text.includes(WINDOW));

/**
 * Needs what only Vitest has: another second engine put in the place of the real one before anything is loaded, or a
 * stored snapshot.
 */
function needsVitest({ text }) {
  const [, names = ''] = /import \{([^}]*)\} from 'vitest'/.exec(text) ?? [];
  return names.split(',').some((name) => !PLAIN.includes(name.trim())) || text.includes('toMatchSnapshot');
}

export const vitestFiles = files.filter(needsVitest).map(({ file }) => file);

/** The shortest file first: a run ends at the first test that notices the change. */
export const inProcessFiles = files
  .toSorted((left, right) => left.text.length - right.text.length)
  .map(({ file }) => file);
