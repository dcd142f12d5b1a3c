import { afterEach, expect, it, vi } from 'vitest';
import { countedSum } from '../../../src/core/dosing/countedPlan.ts';
import { INPUT } from '../../support/countedStory.ts';

const engines = vi.hoisted(() => ({ disagree: false }));

vi.mock('../../../src/core/crosscheck/countedPlanBackward.ts', async (original) => {
  const second = await original<typeof import('../../../src/core/crosscheck/countedPlanBackward.ts')>();
  return {
    ...second,
    countedPlanDisagreements: (...asked: Parameters<typeof second.countedPlanDisagreements>) =>
      engines.disagree ? ['dose'] : second.countedPlanDisagreements(...asked),
  };
});

afterEach(() => {
  engines.disagree = false;
});

it('counted doses that the two engines do not agree on have no number at all', () => {
  expect(countedSum(INPUT)).toMatchObject({ ok: true });
  engines.disagree = true;
  expect(countedSum(INPUT)).toEqual({ ok: false, failure: { kind: 'enginesDisagree', on: ['dose'] } });
});
