import { expect, it, vi } from 'vitest';
import { answerRow } from '../../../src/core/batch/answerRow.ts';

vi.mock('../../../src/core/crosscheck/batchBackward.ts', () => ({
  batchDisagreements: () => ['volume = rate × duration', 'given value'],
}));

it('lets no number leave that the second engine does not confirm', () => {
  expect(answerRow({ ask: 'rate', unit: 'mL/h', volume: '36 mL', duration: '40 min' })).toEqual({
    ok: false,
    failure: [
      {
        fields: ['ask'],
        text: 'No answer: the second calculation does not confirm it (volume = rate × duration, given value)',
      },
    ],
  });
});
