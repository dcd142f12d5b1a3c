import { describe, expect, it } from 'vitest';
import { conversions } from '../../../src/core/batch/conversions.ts';
import { wholeQuantity } from '../../../src/core/quantity/quantity.ts';

describe('changes of unit', () => {
  it('go to the unit of the answer', () => {
    expect(conversions([wholeQuantity(36n, 'mL')], [wholeQuantity(40n, 'min')], 'mL/h')).toEqual([
      '× 60 min/h',
    ]);
    expect(conversions([wholeQuantity(36n, 'L')], [wholeQuantity(2n, 'd')], 'mL/h')).toEqual([
      '× 1000 mL/L',
      '÷ 24 h/d',
    ]);
  });

  it('go to the first unit of their kind where the answer has none', () => {
    expect(conversions([wholeQuantity(5n, 'mcg')], [wholeQuantity(1n, 'mg/mL')], 'mL')).toEqual([
      '÷ 1000 mcg/mg',
    ]);
    expect(conversions([wholeQuantity(5n, 'mg')], [wholeQuantity(1n, 'mcg/mL')], 'mL')).toEqual([
      '× 1000 mcg/mg',
    ]);
  });

  it('are none where all units are alike', () => {
    expect(conversions([wholeQuantity(5n, 'mg')], [wholeQuantity(1n, 'mg/mL')], 'mL')).toEqual([]);
  });

  it('pass over what is counted and has no other unit', () => {
    expect(conversions([wholeQuantity(60n, 'beats/min')], [], 'beats/min')).toEqual([]);
  });
});
