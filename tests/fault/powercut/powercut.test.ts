import { describe, expect, it } from 'vitest';
import { hereOrSkip } from '../hereOrSkip.ts';
import { runPowerCuts } from './powercut.ts';

describe('a power cut', () => {
  it('at any place of what is written loses nothing that was acknowledged', async (test) => {
    const { report, notes } = await hereOrSkip(test, () => runPowerCuts({ cuts: 150, seed: 20_251 }));
    expect(notes).toEqual([]);
    expect(report).toMatchObject({ runs: 150, lost: 0, corrupt: 0, unnoticed: 0 });
    expect(report.acknowledged).toBeGreaterThan(1_000);
  });

  it('is a model that sees a loss: with synchronous=NORMAL acknowledged events go', async (test) => {
    const { report } = await hereOrSkip(test, () =>
      runPowerCuts({ cuts: 40, seed: 20_252, synchronous: 'NORMAL' }),
    );
    expect(report.lost).toBeGreaterThan(100);
  });
});
