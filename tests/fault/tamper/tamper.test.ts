import { describe, expect, it } from 'vitest';
import { runTamper } from './tamper.ts';
import { cutTailAndTables, rewriteChain, TAMPERINGS, type Tampering } from './tamperedFile.ts';

const byName = (tampering: Tampering) => [tampering.name, tampering] as const;

describe('a falsified record', () => {
  it.each(TAMPERINGS.map(byName))('is noticed every time: %s', (_name, tampering) => {
    const { report, notes } = runTamper({ runs: 6, seed: 77, only: [tampering] });
    expect(notes.filter((note) => note.startsWith('nobody'))).toEqual([]);
    expect(report).toMatchObject({ runs: 6, unnoticed: 0 });
  });

  it('with a flipped byte is noticed wherever the byte says something: event, index, table or trigger', () => {
    const { report, notes } = runTamper({ runs: 240, seed: 78 });
    expect(notes.filter((note) => note.startsWith('nobody'))).toEqual([]);
    expect(report).toMatchObject({ runs: 240, unnoticed: 0 });
  });

  it.each([cutTailAndTables, rewriteChain].map(byName))(
    'is not noticed without the anchor: %s',
    (_name, tampering) => {
      const { report } = runTamper({ runs: 6, seed: 79, only: [tampering], withAnchor: false });
      expect(report.unnoticed).toBeGreaterThan(0);
    },
  );
});
