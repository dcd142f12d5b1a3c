import { describe, expect, it } from 'vitest';
import demoLibrary from '../../../resources/demo-library.json' with { type: 'json' };
import { librarySchema } from '../../../src/contract/library.ts';
import { overrideRate } from '../../../src/core/library/overrideRate.ts';
import { softLimitName, softLimits } from '../../../src/core/library/softLimits.ts';
import { formatQuantity } from '../../../src/core/quantity/format.ts';
import { quantityText } from '../../../src/core/quantity/quantity.ts';

describe('the soft limits of a protocol', () => {
  it('are every soft end of every band, the age among them, and no hard one', () => {
    const [mood] = librarySchema.parse(demoLibrary).protocols;
    if (mood?.mode !== 'doseOverTime') throw new Error('no protocol');
    const protocol = { ...mood, age: { softMaximum: '75 years', hardMinimum: '18 years' } } as const;
    const named = softLimits(protocol).map((limit) => `${softLimitName(limit)} ${limit.limit}`);
    expect(named).toContain('soft below dose 0.25 mg/kg');
    expect(named).toContain('soft above dose 0.75 mg/kg');
    expect(named).toContain('soft above age 75 years');
    const written = JSON.stringify(protocol).match(/"soft(?:Minimum|Maximum)"/g) ?? [];
    expect(named).toHaveLength(written.length);
  });
});

describe('the rate at which a limit is passed', () => {
  it('is exact, and only its text is rounded', () => {
    expect(quantityText(overrideRate(1, 3))).toBe('100/3 %');
    expect(formatQuantity(overrideRate(1, 3), 1)).toBe('33.3\u00a0%');
    expect(quantityText(overrideRate(0, 7))).toBe('0 %');
    expect(quantityText(overrideRate(7, 7))).toBe('100 %');
  });
});
