import { describe, expect, it } from 'vitest';
import { toleranceOf } from '../../../src/core/library/library.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { readAmount, readStrength } from '../../../src/core/quantity/shownAmount.ts';
import { doseIn, dosePerKilogram } from '../../../src/core/session/delivered.ts';
import { wasteRule } from '../../../src/core/session/entryRules.ts';
import type { Session } from '../../../src/core/session/session.ts';
import { amountText, sessionAmount } from '../../../src/core/session/sessionAmount.ts';
import { EVERY_MODE, INTRANASAL, PAIN_DAYS } from '../../fixtures/libraries/everyMode.ts';
import { SEDATIVE, SEDATIVE_DRUG } from '../../fixtures/libraries/sedative.ts';

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

describe('the remainder that still balances', () => {
  it('is that of the drug where it has one, else that of the library', () => {
    expect(toleranceOf(SEDATIVE_DRUG, EVERY_MODE)).toBe('0.002 mg');
    const { reconciliationTolerance: _, ...drug } = SEDATIVE_DRUG;
    expect(toleranceOf(drug as typeof SEDATIVE_DRUG, EVERY_MODE)).toBe('0.5 mg');
  });

  it('has to be the drug’s own where it is ordered in mcg', () => {
    const { reconciliationTolerance: _, ...without } = SEDATIVE_DRUG;
    const found = (drug: typeof SEDATIVE_DRUG) =>
      lintLibrary({ ...EVERY_MODE, drugs: [...EVERY_MODE.drugs, drug], protocols: [SEDATIVE] })
        .filter(({ value }) => value === 'reconciliationTolerance')
        .map(({ severity, rule, place }) => [severity, rule, place.id]);
    expect(found(SEDATIVE_DRUG)).toEqual([]);
    expect(found(without)).toEqual([['error', 'limitMissing', 'example-sedative']]);
    expect(found({ ...SEDATIVE_DRUG, reconciliationTolerance: '-1 mg' })).toEqual([
      ['error', 'belowZero', 'example-sedative'],
    ]);
    expect(lintLibrary({ ...EVERY_MODE, protocols: [SEDATIVE] }).map(({ rule }) => rule)).toContain(
      'unknownDrug',
    );
  });
});
