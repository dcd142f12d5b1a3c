import { describe, expect, it } from 'vitest';
import { type Quantity, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { inAmount, textInAmount } from '../../../src/core/quantity/shownAmount.ts';

describe('the unit a drug is counted in', () => {
  it.each<[Quantity, string]>([
    [readQuantity('0.036 mg', 'mg'), '36 mcg'],
    [readQuantity('0.004 mg/mL', 'mg/mL'), '4 mcg/mL'],
    [readQuantity('0.0005 mg/kg/h', 'mg/kg/h'), '0.5 mcg/kg/h'],
  ])('takes the place of mg: %o is %s', (value, shown) => {
    expect(quantityText(inAmount(value, 'mcg'))).toBe(shown);
    expect(inAmount(value, 'mg')).toBe(value);
  });

  it('leaves as it is what is not counted in mg', () => {
    const volume = readQuantity('50 mL', 'mL');
    expect(inAmount(volume, 'mcg')).toBe(volume);
    const pressure = readQuantity('120 mmHg', 'mmHg');
    expect(inAmount(pressure, 'mcg')).toBe(pressure);
  });

  it('is the same for a stored quantity', () => {
    expect(textInAmount('0.036 mg', 'mcg')).toBe('36 mcg');
    expect(textInAmount('0.036 mg', 'mg')).toBe('0.036 mg');
    expect(textInAmount('50 mL', 'mcg')).toBe('50 mL');
  });
});
