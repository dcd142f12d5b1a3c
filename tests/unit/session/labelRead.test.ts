import { expect, it } from 'vitest';
import { labelRead } from '../../../src/core/session/labelRead.ts';

it('a label is read by its last four, typed or out of a scan of the whole number', () => {
  expect(labelRead('0412', 'KT-0412')).toBe('0412');
  expect(labelRead(' KT-0412 ', 'KT-0412')).toBe('0412');
  expect(labelRead('KT-B412', 'KT-B412')).toBe('B412');
  // Another label stays whole, and so agrees with nothing.
  expect(labelRead('KT-0398', 'KT-0412')).toBe('KT-0398');
});
