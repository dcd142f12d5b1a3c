import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { massBalance } from '../../../src/core/ledger/massBalance.ts';
import { quantity, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';

const tolerance = readQuantity('0.5 mg', 'mg');

describe('the mass balance', () => {
  it('of the reference session is 200 − 36 − 164 = 0', () => {
    const balance = massBalance({
      opened: readQuantity('200 mg', 'mg'),
      given: readQuantity('36 mg', 'mg'),
      wasted: [readQuantity('150 mg', 'mg'), readQuantity('14 mg', 'mg')],
      tolerance,
    });
    expect(quantityText(balance.unaccounted)).toBe('0 mg');
    expect(balance.balances).toBe(true);
  });

  it.each([
    ['13.5 mg', true],
    ['14.5 mg', true],
    ['13.49 mg', false],
    ['12 mg', false],
  ] as const)('with %s wasted from the syringe balances: %s', (wasted, balances) => {
    const balance = massBalance({
      opened: readQuantity('50 mg', 'mg'),
      given: readQuantity('36 mg', 'mg'),
      wasted: [readQuantity(wasted, 'mg')],
      tolerance,
    });
    expect(balance.balances).toBe(balances);
  });

  it('loses not the smallest part of a milligram over many wastes', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(parts, (micrograms) => {
        const wasted = micrograms.map((n) => quantity(rational(BigInt(n), 3000n), 'mg'));
        const opened = quantity(rational(BigInt(micrograms.reduce((sum, n) => sum + n, 0)), 3000n), 'mg');
        const balance = massBalance({ opened, given: readQuantity('0 mg', 'mg'), wasted, tolerance });
        expect(quantityText(balance.unaccounted)).toBe('0 mg');
      }),
    );
  });
});
