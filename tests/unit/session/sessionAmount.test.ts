import { describe, expect, it } from 'vitest';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { readAmount, readStrength } from '../../../src/core/quantity/shownAmount.ts';
import { doseIn, dosePerKilogram } from '../../../src/core/session/delivered.ts';
import { wasteRule } from '../../../src/core/session/entryRules.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { amountText, sessionAmount } from '../../../src/core/session/sessionAmount.ts';
import { INTRANASAL, PAIN_DAYS } from '../../fixtures/libraries/everyMode.ts';
import { SEDATIVE } from '../../fixtures/libraries/sedative.ts';

type Counted = Pick<Session, 'authorised' | 'voidedPreparations'>;

/** A session as far as its amount goes. */
function sessionOf(protocol: unknown, voided: readonly unknown[] = []): Counted {
  const rules = (each: unknown) => ({ rules: { protocol: each } });
  return {
    authorised: protocol === null ? null : rules(protocol),
    voidedPreparations: voided.map(rules),
  } as unknown as Counted;
}

describe('what the drug of a session is counted in', () => {
  it('is mcg under a protocol that orders in mcg, and mg under any other', () => {
    expect(sessionAmount(sessionOf(SEDATIVE))).toBe('mcg');
    expect(sessionAmount(sessionOf(PAIN_DAYS))).toBe('mg');
    expect(sessionAmount(sessionOf(INTRANASAL))).toBe('mg');
    expect(sessionAmount(sessionOf(null))).toBe('mg');
  });

  it('stays that of the void drug until another order is signed', () => {
    expect(sessionAmount(sessionOf(null, [PAIN_DAYS, SEDATIVE]))).toBe('mcg');
    expect(sessionAmount(sessionOf(null, [SEDATIVE, PAIN_DAYS]))).toBe('mg');
    expect(sessionAmount(sessionOf(null, [SEDATIVE]))).toBe('mcg');
    expect(sessionAmount(sessionOf(PAIN_DAYS, [SEDATIVE]))).toBe('mg');
    expect(amountText(sessionOf(SEDATIVE), readQuantity('0.036 mg', 'mg'))).toBe('36 mcg');
  });

  it('is what a volume of a strength holds, and what is wasted of it', () => {
    const dose = doseIn(readQuantity('27 mL', 'mL'), readStrength('4 mcg/mL'));
    expect(quantityText(dose)).toBe('108 mcg');
    expect(quantityText(dosePerKilogram(dose, readQuantity('72 kg', 'kg')))).toBe('1.5 mcg/kg');
    expect(quantityText(readAmount('92 mcg'))).toBe('92 mcg');
    expect(wasteRule('mg')).toMatchObject({ unit: 'mg', maximum: '10000 mg' });
    expect(wasteRule('mcg')).toEqual({ unit: 'mcg', decimals: 3, minimum: '0 mcg', maximum: '10000000 mcg' });
  });
});
