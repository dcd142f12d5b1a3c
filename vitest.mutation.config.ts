import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The shortest file first: a run ends at the first test that notices the change. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/**
 * The pure tests alone, without the ones that read the sources as text or run them in another process, which a changed
 * source does not reach, and without the ones that go on for seconds: they would be run again for every change.
 * `scripts/mutation.mjs` names the rooms whose tests are held against the room it changes. The thousand files of
 * mathjs are made one first, which more than halves the time of a run.
 */
const rooms = process.env['MUTATION_TESTS']?.split(',') ?? ['**'];

export default defineConfig({
  test: {
    include: rooms.map((room) => `tests/unit/${room}/**/*.test.ts`),
    exclude: [
      'tests/unit/boundaries.test.ts',
      'tests/unit/hazards/coreImports.test.ts',
      'tests/unit/hazards/locales.test.ts',
      'tests/unit/hazards/provenCore.test.ts',
      'tests/unit/hazards/pumpGrid.test.ts',
      'tests/unit/hazards/wrongField.test.ts',
    ],
    environment: 'node',
    deps: { optimizer: { ssr: { enabled: true, include: ['mathjs'] } } },
    sequence: { sequencer: ShortestFirst },
  },
});
