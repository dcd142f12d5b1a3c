import { expect, it } from 'vitest';
import { LABEL_MILLIMETRES } from '../../../src/core/session/labelSizes.ts';

it('labels have the sizes of the rolls they are printed on, in millimetres', () => {
  const sizes = Object.entries(LABEL_MILLIMETRES).map(
    ([name, { width, height }]) => `${name} ${width} x ${height}`,
  );
  expect(sizes).toEqual(['bag 102 x 51', 'syringe 76 x 25', 'flag 40 x 15']);
});
