import { describe, expect, it } from 'vitest';
import { countedBreaches, countRefusals } from '../../../src/core/library/countedLimits.ts';
import { findCounted, type PlannableCounted } from '../../../src/core/library/library.ts';
import { lintLibrary } from '../../../src/core/library/lint.ts';
import { quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { INPUT, SPRAYS } from '../../support/countedStory.ts';
import { LIBRARY } from '../../support/libraryPlans.ts';
import { FIRST_SESSION } from '../../support/moodPlan.ts';

describe('counted doses', () => {
  it('are limited by number and gap, both ends allowed', () => {
    const refusals = (doses: bigint, gap: '4 min' | '5 min') =>
      countRefusals({ doses, gap: readQuantity(gap, 'min') }, SPRAYS);
    expect(refusals(2n, '5 min')).toEqual([]);
    expect(refusals(5n, '5 min')).toEqual([]);
    const outside = { kind: 'dosesOutsideProtocol', lowest: 2, highest: 5, of: 'spray' };
    expect(refusals(1n, '5 min')).toEqual([{ ...outside, doses: 1 }]);
    expect(refusals(6n, '4 min')).toEqual([
      { ...outside, doses: 6 },
      { kind: 'gapTooShort', gapMinutes: 4, leastMinutes: 5 },
    ]);
  });

  it('are limited in all: 50 mg is soft, 80 mg is hard, and so with what was given in 24 h', () => {
    const of = (
      mg: '50 mg' | '51 mg' | '81 mg',
      protocol: PlannableCounted = SPRAYS,
      known = FIRST_SESSION,
    ) =>
      countedBreaches(INPUT, { total: readQuantity(mg, 'mg') }, protocol, known).map(
        ({ value, strength }) => `${strength} ${value}`,
      );
    expect(of('50 mg')).toEqual([]);
    expect(of('51 mg')).toEqual(['soft total']);
    expect(of('81 mg')).toEqual(['hard total']);
    const earlier = {
      given: readQuantity('30 mg', 'mg'),
      endedAt: FIRST_SESSION.startsAt - 3_600_000,
      inCourse: true,
    };
    const known = { ...FIRST_SESSION, earlier: [earlier], lastOrdered: readQuantity('20 mg', 'mg') };
    const day = { ...SPRAYS, perDay: { hardMaximum: '79 mg' } } as const;
    expect(of('50 mg', day, known)).toEqual(['hard perDay']);
    const last = { ...SPRAYS, againstLast: { softMaximum: '200 %' } } as const;
    expect(of('50 mg', last, known)).toEqual(['soft againstLast']);
    expect(of('50 mg', last)).toEqual([]);
  });

  it('are planned only from a protocol that names its device, which the library is looked at for', () => {
    expect(findCounted(LIBRARY, 'ketamine-intranasal')).toBe(SPRAYS);
    expect(findCounted(LIBRARY, 'ketamine-mood-40')).toBeUndefined();
    expect(findCounted(LIBRARY, 'nothing')).toBeUndefined();
    const { device, ...bare } = SPRAYS;
    const without = { ...LIBRARY, protocols: [bare] };
    expect(findCounted(without, bare.id)).toBeUndefined();
    expect(lintLibrary(without).filter(({ place }) => place.id === bare.id)).toEqual([]);
    const found = (named: typeof device) =>
      lintLibrary({ ...LIBRARY, protocols: [{ ...SPRAYS, device: named }] }).map(({ value }) => value);
    // A device that keeps nothing back is one.
    expect(found({ ...device, deadSpace: '0 mL' })).not.toContain('device.deadSpace');
    const odd = { ...device, deadSpace: '-1 mL', doseMaximum: '0 mL', useByHours: 0 } as const;
    expect(found(odd)).toEqual(
      expect.arrayContaining(['device.deadSpace', 'device.doseMaximum', 'device.useByHours']),
    );
    expect(quantityText(readQuantity(device.deadSpace, 'mL'))).toBe('0.1 mL');
  });
});
