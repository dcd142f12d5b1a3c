import { expect, inject, it } from 'vitest';
import { hereOrSkip } from '../hereOrSkip.ts';
import { runKills } from './kill.ts';

it('a program that is killed at any moment has lost nothing it had told its window, and goes on where it was', async (test) => {
  const { report, notes } = await hereOrSkip(test, () =>
    runKills({ kills: 3, seed: 4, trainingFile: inject('trainingFile') }),
  );
  expect(notes).toEqual([]);
  expect(report).toMatchObject({ runs: 3, lost: 0, corrupt: 0 });
  expect(report.acknowledged).toBeGreaterThan(5);
});
