import { describe, expect, it } from 'vitest';
import { bolusWords } from '../../../src/renderer/documents/bolusWords.ts';

const said = (bolus: Parameters<typeof bolusWords>[0]) => bolusWords(bolus).replaceAll('\u00a0', ' ');

describe('what plan and order sheet say of a bolus', () => {
  it('is that there is none where the library has no policy', () => {
    expect(said(null)).toBe('bolus not allowed');
  });

  it('is the largest, the time between two, and how many', () => {
    const dose = { softMaximum: '0.08 mg/kg', hardMaximum: '0.1 mg/kg' } as const;
    expect(said({ dose, gapMinutes: 30, most: 2 })).toBe('bolus up to 0.1 mg/kg, 30 min apart, at most 2');
  });

  it('is the soft limit where there is no hard one, and no figure where there is none', () => {
    const soft = { softMaximum: '0.08 mg/kg' } as const;
    expect(said({ dose: soft, gapMinutes: 0, most: 1 })).toBe('bolus up to 0.08 mg/kg, at most 1');
    expect(said({ dose: {}, gapMinutes: 5, most: 3 })).toBe('bolus allowed, 5 min apart, at most 3');
  });
});
