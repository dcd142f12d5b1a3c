import { describe, expect, it } from 'vitest';
import { toleranceOf } from '../../../src/core/library/library.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import { EVERY_MODE } from '../../fixtures/libraries/everyMode.ts';
import { SEDATIVE, SEDATIVE_DRUG } from '../../fixtures/libraries/sedative.ts';

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
        .map(({ severity, rule, place }) => [severity, rule, `${place.kind} ${place.id}`]);
    expect(found(SEDATIVE_DRUG)).toEqual([]);
    expect(found(without)).toEqual([['error', 'limitMissing', 'drug example-sedative']]);
    expect(found({ ...SEDATIVE_DRUG, reconciliationTolerance: '0 mg' })).toEqual([]);
    expect(found({ ...SEDATIVE_DRUG, reconciliationTolerance: '-1 mg' })).toEqual([
      ['error', 'belowZero', 'drug example-sedative'],
    ]);
    const rules = lintLibrary({ ...EVERY_MODE, protocols: [SEDATIVE] }).map(({ rule }) => rule);
    expect(rules).toContain('unknownDrug');
    expect(rules).not.toContain('limitMissing');
    // A drug that is ordered in mg goes by the library's.
    expect(lintLibrary(EVERY_MODE).map(({ rule }) => rule)).not.toContain('limitMissing');
  });
});
