import { describe, expect, it } from 'vitest';
import { keyTimeRefusal } from '../../../src/core/session/decisions/keyTimeRefusal.ts';
import type { InfusionRun } from '../../../src/core/session/delivered.ts';

const START = 1_000_000;
const run: InfusionRun = {
  stretches: [
    { from: START, rate: '54 mL/h' },
    { from: START + 30_000, rate: '27 mL/h' },
    { from: START + 60_000, rate: '40.5 mL/h' },
  ],
  volumeToGive: '36 mL',
  containerVolume: '50 mL',
  endedAt: null,
};
const LAST = START + 60_000;

describe('the moment of a key on the axis of a run', () => {
  it.each([
    ['at the last change', LAST, 5_000, false],
    ['after it', LAST + 1, 0, false],
    ['a millisecond before it', LAST - 1, 5_000, true],
    ['before the start', START - 1, 300_000, true],
    ['a millisecond before it, pressed just when it changed', LAST - 1, 1, true],
    ['before it because even now is', LAST - 3_600_000, 2_000, false],
  ])('%s', (_what, at, late, isRefused) => {
    expect(keyTimeRefusal({ run }, { at, late })).toEqual(isRefused ? { kind: 'timeNotAllowed' } : undefined);
  });

  it('is any while nothing has run', () => {
    const early = { at: START - 1, late: 300_000 };
    expect(keyTimeRefusal({ run: null }, early)).toBeUndefined();
    expect(keyTimeRefusal({ run: { ...run, stretches: [] } }, early)).toBeUndefined();
  });
});
