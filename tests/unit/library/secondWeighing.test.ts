import { describe, expect, it } from 'vitest';
import {
  reasonToWeighAgain,
  secondWeighingRefusal,
  type WeighedPatient,
} from '../../../src/core/library/secondWeighing.ts';
import { type Quantity, readQuantity } from '../../../src/core/quantity/quantity.ts';

const kg = (text: `${string} kg`): Quantity<'kg'> => readQuantity(text, 'kg');

/** Ada Okafor of the acceptance scenarios, before she is weighed on the day. */
const ADA: WeighedPatient = {
  last: kg('72.4 kg'),
  height: readQuantity('172 cm', 'cm'),
  born: '1984-03-09',
  on: '2025-11-14',
  weightClosed: false,
};

const reason = (typed: `${string} kg`, change: Partial<WeighedPatient> = {}): string | undefined =>
  reasonToWeighAgain(kg(typed), { ...ADA, ...change })?.replaceAll('\u00a0', ' ');

describe('a second weighing', () => {
  it('is asked for with pounds for kilograms, in the words of scenario 13', () => {
    expect(reason('160 kg')).toBe('160 kg (= 353 lb) is about 2.2 times 72.4 kg; BMI 54.1. Weigh again.');
  });

  it('is asked for beyond 10 % of the last weight and not within it (scenario 14)', () => {
    expect(reason('79.8 kg')).toMatch(/ is 10\.2 % above 72\.4 kg; BMI 27\. Weigh again\.$/);
    expect(reason('79.6 kg')).toBeUndefined();
    expect(reason('79.8 kg', { last: null })).toBeUndefined();
  });

  it('is asked for by body mass index from the 18th birthday on', () => {
    const small = { last: null, height: readQuantity('172 cm', 'cm') } as const;
    expect(reason('40 kg', { ...small, born: '2007-11-14' })).toMatch(/BMI 13\.5, below 14/);
    expect(reason('40 kg', { ...small, born: '2007-11-15' })).toBeUndefined();
    expect(reason('40 kg', { ...small, height: null })).toBeUndefined();
  });

  it('is asked for whatever the weight while an entry is blind, always in the same words and without a number', () => {
    const said = (['72.4 kg', '72 kg', '79.8 kg', '160 kg'] as const).map((typed) =>
      reason(typed, { weightClosed: true }),
    );
    expect(new Set(said)).toEqual(new Set(['Weigh again and type the weight a second time.']));
  });
});

describe('a weight', () => {
  it('may be recorded once where nothing speaks against it, and not where something does', () => {
    expect(secondWeighingRefusal(kg('72 kg'), null, undefined)).toBeUndefined();
    expect(secondWeighingRefusal(kg('160 kg'), null, 'Weigh again.')).toEqual({
      kind: 'weighAgain',
      sentence: 'Weigh again.',
    });
  });

  it('may be recorded with a second weighing that shows the same exactly, and with no other', () => {
    expect(secondWeighingRefusal(kg('160 kg'), kg('160 kg'), 'Weigh again.')).toBeUndefined();
    for (const why of ['Weigh again.', undefined])
      expect(secondWeighingRefusal(kg('160 kg'), kg('160.1 kg'), why)).toEqual({ kind: 'weighingsDiffer' });
  });
});
