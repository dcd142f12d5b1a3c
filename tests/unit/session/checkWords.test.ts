import { expect, it } from 'vitest';
import { answerText } from '../../../src/renderer/screens/session/prepare/checklist/checkWords.ts';
import { at, ZONE } from '../../support/times.ts';

const FOOD = {
  id: 'food',
  group: 'patient',
  text: 'Last food',
  asks: 'food',
  hours: 6,
  noNeedsPrescriber: true,
} as const;
const NONE = { done: null, decision: null };

it('keeps each figure of an answered time on one line, and the point at the end of the line before', () => {
  const answer = { kind: 'time', at: at('03:30:00') } as const;
  const text = answerText({ item: FOOD, answer, ...NONE }, at('10:00:00'), ZONE);
  expect(text.split(' ')).toEqual([
    'today\u00a003:30\u00a0·',
    '6\u00a0h\u00a030\u00a0min,',
    'rule',
    '6\u00a0h',
  ]);
});
