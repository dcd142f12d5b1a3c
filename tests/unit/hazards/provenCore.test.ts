import { describe, expect, it } from 'vitest';
import { PROVED_CASES } from '../../prove/cases.ts';
import { prove } from '../../prove/prove.ts';
import { HAZARD_TIMEOUT, hazardCases } from '../../support/hazardCases.ts';

describe('the two engines', () => {
  const cases = hazardCases(4_000);

  it(
    'agree to the last digit on random cases of every calculation',
    () => {
      const proof = prove(56, cases);
      expect(proof.disagreements).toEqual([]);
      expect(proof.cases).toBe(cases);
      expect(proof.answered).toBeGreaterThan(cases / 2);
      expect(proof.answered + proof.refused).toBe(cases);
      expect(cases).toBeGreaterThan(PROVED_CASES.length * 100);
    },
    HAZARD_TIMEOUT,
  );
});
