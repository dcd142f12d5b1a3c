import { expect, it } from 'vitest';
import { isSmallDrawUp } from '../../../src/core/dosing/smallDrawUp.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';

it.each([
  ['0.099 mL', true],
  ['0.1 mL', false],
  ['0.101 mL', false],
  ['5 mL', false],
] as const)('a draw-up of %s is warned of: %s', (volume, isSmall) => {
  expect(isSmallDrawUp(readQuantity(volume, 'mL'))).toBe(isSmall);
});
