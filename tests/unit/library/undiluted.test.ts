import { describe, expect, it } from 'vitest';
import { undilutedRefusal } from '../../../src/core/library/undiluted.ts';
import { readQuantity } from '../../../src/core/quantity/quantity.ts';

const STRENGTH = '100 mg/mL';
const forbidden = { strength: STRENGTH, undilutedForbidden: true } as const;

describe('a vial that is never given undiluted', () => {
  it('is refused without diluent and for counted doses, and taken with any', () => {
    const refusal = { kind: 'undilutedForbidden', strength: STRENGTH };
    expect(undilutedRefusal(forbidden, null)).toEqual(refusal);
    expect(undilutedRefusal(forbidden, readQuantity('0 mL', 'mL'))).toEqual(refusal);
    expect(undilutedRefusal(forbidden, readQuantity('0.1 mL', 'mL'))).toBeUndefined();
  });

  it('is any only where the library says so', () => {
    for (const product of [
      { strength: STRENGTH },
      { strength: STRENGTH, undilutedForbidden: false },
    ] as const) {
      expect(undilutedRefusal(product, null)).toBeUndefined();
      expect(undilutedRefusal(product, readQuantity('0 mL', 'mL'))).toBeUndefined();
    }
  });
});
