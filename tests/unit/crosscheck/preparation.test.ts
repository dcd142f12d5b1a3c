import { describe, expect, it } from 'vitest';
import { preparationDisagreements } from '../../../src/core/crosscheck/preparationBackward.ts';
import type { PreparationOrder } from '../../../src/core/dosing/preparationOrder.ts';
import { preparationPlan } from '../../../src/core/dosing/preparationPlan.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/preparations.json' with { type: 'json' };
import { answered, read, readFields } from '../../support/exactText.ts';
import { offByALittle } from '../../support/offByALittle.ts';

const cases = vectors.cases.map(({ name, given }) => [name, given] as const);

function prepared(given: Readonly<Record<string, unknown>>) {
  const order = readFields<PreparationOrder<AmountUnit>>(given);
  return { order, plan: answered(preparationPlan(order)) };
}

describe('a preparation worked backward', () => {
  it.each(cases)('is confirmed, and none of its numbers may be off: %s', (_name, given) => {
    const { order, plan } = prepared(given);
    expect(preparationDisagreements(order, plan)).toEqual([]);
    for (const { where, value } of offByALittle(plan))
      expect(preparationDisagreements(order, value), where).not.toEqual([]);
  });

  it.each(cases)('belongs to its order and no other: %s', (_name, given) => {
    const { order, plan } = prepared(given);
    // The container's capacity and the rule on undiluted drug change no number.
    const { containerVolume, undilutedForbidden, ...measures } = order;
    for (const { where, value } of offByALittle(measures)) {
      const isLineUnused =
        order.line.primedWith === 'otherDiluent' && order.line.flushedAtEnd && where === 'line.volume';
      const isFlushNothing = order.line.volume.value.numerator === 0n && where === 'line.flushedAtEnd';
      const found = preparationDisagreements({ ...value, containerVolume, undilutedForbidden }, plan);
      if (isLineUnused || isFlushNothing || (order.mixing === 'madeUpTo' && where === 'overfill'))
        expect(found, where).toEqual([]);
      else expect(found, where).not.toEqual([]);
    }
  });

  it('names what is off', () => {
    const order = readFields<PreparationOrder<'mg'>>({
      amount: '41.2 mg',
      strength: '50 mg/mL',
      vialVolume: '10 mL',
      volume: '100 mL',
      mixing: 'addedTo',
      overfill: '7 mL',
      line: { volume: '2 mL', primedWith: 'mixture', flushedAtEnd: false },
      containerVolume: '150 mL',
      toGive: '100 mL',
      undilutedForbidden: true,
      useBy: '12 h',
    });
    const plan = answered(preparationPlan(order));
    const off = (changed: Partial<typeof plan>) => preparationDisagreements(order, { ...plan, ...changed });
    expect(off({ amountPrepared: read('41.2 mg') })).toEqual(['amountPrepared']);
    expect(off({ pumpVolume: read('102 mL') })).toEqual(['line']);
    expect(off({ volumeNeeded: read('100 mL') })).toEqual(['line']);
    expect(off({ containers: 2n })).toEqual(['containers']);
    expect(off({ drawn: read('0.83 mL') })).toEqual(['containers', 'vials', 'notGiven']);
    expect(off({ vials: { ...plan.vials, count: 2n } })).toEqual(['vials']);
    expect(off({ vialsEach: { ...plan.vials, left: read('460 mg') } })).toEqual(['vials']);
    expect(off({ notGiven: read('0 mg') })).toEqual(['notGiven']);
    expect(off({ useBy: read('721 min') })).toEqual(['useBy']);
    expect(off({ graduation: read('0.1 mL') })).toEqual(['drawUp']);
    const { prepared } = plan;
    expect(off({ prepared: { ...prepared, concentration: read('0.412 mg/mL') } })).toEqual([
      'concentration',
      'notGiven',
    ]);
    expect(off({ prepared: { ...prepared, diluent: read('100 mL') } })).toEqual(['mixture']);
  });
});
