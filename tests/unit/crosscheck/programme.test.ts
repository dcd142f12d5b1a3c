import { describe, expect, it } from 'vitest';
import { longInfusionDisagreements } from '../../../src/core/crosscheck/longInfusionBackward.ts';
import { addUpTo, isCount, timesJoin } from '../../../src/core/crosscheck/parts.ts';
import { programmeDisagreements } from '../../../src/core/crosscheck/programmeBackward.ts';
import { wayOnDisagreements } from '../../../src/core/crosscheck/wayOnBackward.ts';
import type { DoseRateUnit } from '../../../src/core/dosing/doseUnits.ts';
import type { Interrupted, WayName } from '../../../src/core/dosing/interrupted.ts';
import { type LongInfusionOrder, longInfusion } from '../../../src/core/dosing/longInfusion.ts';
import type { PumpRange } from '../../../src/core/dosing/pumpRounding.ts';
import { type ProgrammeStep, stepProgramme } from '../../../src/core/dosing/stepProgramme.ts';
import { waysOn } from '../../../src/core/dosing/wayOn.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import long from '../../fixtures/dosing/longInfusions.json' with { type: 'json' };
import vectors from '../../fixtures/dosing/programmes.json' with { type: 'json' };
import { answered, read, readFields } from '../../support/exactText.ts';
import { offByALittle } from '../../support/offByALittle.ts';

const PUMP: PumpRange & { readonly volumeStep: Interrupted<AmountUnit>['pump']['volumeStep'] } = {
  step: read('0.1 mL/h'),
  minimum: read('0.1 mL/h'),
  maximum: read('999.9 mL/h'),
  volumeStep: read('0.1 mL'),
};

describe('a step programme worked backward', () => {
  it.each(vectors.programmes.map((vector) => [vector.name, vector] as const))(
    'is confirmed, and none of its numbers may be off: %s',
    (_name, { given }) => {
      const steps = given.steps.map((step) => readFields<ProgrammeStep>(step));
      const concentration = read<`${AmountUnit}/mL`>(given.concentration);
      const programme = answered(stepProgramme(steps, concentration, PUMP));
      expect(programmeDisagreements(steps, concentration, programme)).toEqual([]);
      for (const { where, value } of offByALittle(programme))
        expect(programmeDisagreements(steps, concentration, value), where).not.toEqual([]);
    },
  );

  const steps: readonly ProgrammeStep[] = [
    { kind: 'steady', rate: read('54 mL/h'), duration: read('10 min') },
    { kind: 'ramp', from: read('54 mL/h'), to: read('27 mL/h'), duration: read('20 min') },
  ];
  const concentration = read<'mg/mL'>('1 mg/mL');
  const programmed = () => answered(stepProgramme(steps, concentration, PUMP));

  it('names what is off', () => {
    const programme = programmed();
    const off = (changed: Partial<typeof programme>) =>
      programmeDisagreements(steps, concentration, { ...programme, ...changed });
    expect(off({ volume: read('22 mL') })).toEqual(['volume', 'dose']);
    expect(off({ dose: read('22 mg') })).toEqual(['dose']);
    expect(off({ duration: read('31 min') })).toEqual(['duration']);
    expect(off({ highestRate: read('60 mL/h') })).toEqual(['highestRate']);
    expect(off({ highestRate: read('27 mL/h') })).toEqual(['highestRate']);
    const [first, second] = programme.steps;
    if (!first || !second) throw new Error('two steps were programmed');
    expect(off({ steps: [first, { ...second, volume: read('18 mL') }] })).toEqual(['steps', 'volume']);
    expect(off({ steps: [first, { ...second, dose: read('18 mg') }] })).toEqual(['steps']);
    const late = { ...second, startsAfter: read<'min'>('11 min'), endsAfter: read<'min'>('31 min') };
    expect(off({ steps: [first, late] })).toEqual(['times']);
    const early = { ...first, startsAfter: read<'min'>('-1 min'), endsAfter: read<'min'>('9 min') };
    expect(off({ steps: [early] })).toContain('times');
  });

  it('counts the steps', () => {
    const programme = programmed();
    const whole = (changed: typeof programme.steps) =>
      programmeDisagreements(steps, concentration, { ...programme, steps: changed });
    expect(whole(programme.steps.slice(0, 1))).toEqual(['steps', 'volume']);
    expect(whole([...programme.steps, ...programme.steps.slice(0, 1)])).toContain('steps');
    expect(whole([])).toContain('steps');
  });
});

describe('a long infusion worked backward', () => {
  const orderOf = (given: Readonly<Record<string, unknown>>): LongInfusionOrder<DoseRateUnit> => ({
    ...readFields<LongInfusionOrder<DoseRateUnit>>(given),
    pump: PUMP,
  });

  it.each(long.cases.map((vector) => [vector.name, vector] as const))(
    'is confirmed, and none of its numbers may be off: %s',
    (_name, { given }) => {
      const order = orderOf(given);
      const infusion = answered(longInfusion(order));
      expect(longInfusionDisagreements(order, infusion)).toEqual([]);
      // The setting itself is confirmed by the check of the pump.
      const { rate, ...others } = infusion;
      for (const { where, value } of offByALittle({ ...others, exact: rate.exact, set: rate.set })) {
        const { exact, set, ...rest } = value;
        expect(
          longInfusionDisagreements(order, { ...rest, rate: { ...rate, exact, set } }),
          where,
        ).not.toEqual([]);
      }
    },
  );

  const order = orderOf({
    doseRate: '22 mg/h',
    concentration: '2 mg/mL',
    duration: '96 h',
    content: '500 mL',
    useBy: '24 h',
  });
  const planned = () => answered(longInfusion(order));
  const off = (changed: Partial<ReturnType<typeof planned>>, changedOrder: Partial<typeof order> = {}) =>
    longInfusionDisagreements({ ...order, ...changedOrder }, { ...planned(), ...changed });

  it('names what is off', () => {
    const infusion = planned();
    expect(off({ orderedDose: read('2111 mg') })).toEqual(['orderedDose']);
    expect(off({ dose: read('2111 mg') })).toEqual(['dose']);
    expect(off({ doseRate: read('22.1 mg/h') })).toEqual(['doseRate', 'dose']);
    expect(off({ volume: read('1055 mL') })).toEqual(['volume', 'containers']);
    expect(off({ rate: { ...infusion.rate, exact: read('11.1 mL/h') } })).toEqual(['rate']);
    expect(off({ countByContent: 4n })).toEqual(['counts']);
    expect(off({ countByUseBy: 3n })).toEqual(['counts']);
    expect(off({ countByUseBy: undefined })).toEqual(['counts']);
    expect(off({ containers: [] })).toEqual(['containers']);
  });

  it('notices a container that serves too long, or less than it may', () => {
    expect(off({}, { useBy: read<'h'>('23 h') })).toEqual(['containerLasts', 'counts']);
    expect(off({}, { useBy: read<'h'>('25 h') })).toContain('containerLasts');
    expect(off({}, { useBy: undefined })).toEqual(['containerLasts', 'counts']);
    expect(off({}, { content: read<'mL'>('263 mL') })).toContain('containerLasts');
    // As much as is used of each: nothing would be left, and the reason for the change would be the content.
    expect(off({}, { content: read<'mL'>('264 mL') })).toEqual(['containers', 'counts']);
  });

  it('notices a use-by that is counted by nothing, though one container is enough', () => {
    const short = { duration: read<'h'>('12 h') };
    const infusion = answered(longInfusion({ ...order, ...short }));
    expect(longInfusionDisagreements({ ...order, ...short }, infusion)).toEqual([]);
    const uncounted = { ...infusion, countByUseBy: undefined };
    expect(longInfusionDisagreements({ ...order, ...short }, uncounted)).toEqual(['counts']);
  });

  it('notices a container that is not changed when it should be, and a change at another moment', () => {
    const byContent = answered(longInfusion({ ...order, useBy: undefined }));
    const uncounted = { ...byContent, countByUseBy: 4n };
    expect(longInfusionDisagreements(order, uncounted)).toEqual(['containerLasts']);
    const [first, second, ...others] = planned().containers;
    if (!first || !second) throw new Error('four bags were planned');
    const later = read<'min'>('1441 min');
    const moved = [{ ...first, endsAfter: later }, { ...second, connectedAfter: later }, ...others];
    expect(off({ containers: moved })).toEqual(['containers']);
  });

  it('notices a wrong reason for a change', () => {
    const infusion = planned();
    const renamed = (place: number, endedBy: 'content' | 'useBy' | 'end') =>
      off({
        containers: infusion.containers.map((container, at) =>
          at === place ? { ...container, endedBy } : container,
        ),
      });
    expect(renamed(0, 'useBy')).toEqual([]);
    expect(renamed(0, 'content')).toEqual(['containers']);
    expect(renamed(0, 'end')).toEqual(['containers']);
    expect(renamed(3, 'useBy')).toEqual(['containers']);
  });

  it('notices a container too many, too few, or out of turn', () => {
    const infusion = planned();
    const { containers } = infusion;
    const end = {
      connectedAfter: infusion.duration,
      endsAfter: infusion.duration,
      volume: read<'mL'>('0 mL'),
    };
    const [first, second, third, fourth] = containers;
    if (!first || !second || !third || !fourth) throw new Error('four bags were planned');
    expect(off({ containers: [first, second, third] })).toEqual(['containers']);
    expect(off({ containers: [second, first, third, fourth] })).toEqual(['containers']);
    const one = { ...first, endsAfter: infusion.duration, volume: infusion.volume, endedBy: 'end' as const };
    expect(off({ containers: [one] })).toEqual(['containers']);
    const empty = [
      first,
      second,
      third,
      { ...fourth, endedBy: 'useBy' as const },
      { ...end, endedBy: 'end' as const },
    ];
    expect(off({ containers: empty })).toEqual(['containers']);
  });
});

describe('the ways on worked backward', () => {
  const pump = PUMP;
  const names = ['onTime', 'wholeDose', 'sameRate'] as const satisfies readonly WayName[];

  it.each(vectors.waysOn.map((vector) => [vector.name, vector] as const))(
    'are confirmed, and none of their numbers may be off: %s',
    (_name, { given }) => {
      const input: Interrupted<AmountUnit> = { ...readFields<Interrupted<AmountUnit>>(given), pump };
      const ways = answered(waysOn(input));
      for (const name of names) {
        const way = answered(ways[name]);
        expect(wayOnDisagreements(input, name, way)).toEqual([]);
        // The setting itself is confirmed by the check of the pump.
        const { rate, ...others } = way;
        for (const { where, value } of offByALittle({ ...others, exact: rate.exact, set: rate.set })) {
          const { exact, set, ...rest } = value;
          const off = { ...rest, rate: { ...rate, exact, set } };
          expect(wayOnDisagreements(input, name, off), `${name} ${where}`).not.toEqual([]);
        }
      }
    },
  );

  const input = {
    ...readFields<Interrupted<'mg'>>({
      given: '18 mL',
      ordered: '36 mL',
      rate: '54 mL/h',
      highestRate: '54 mL/h',
      elapsed: '25 min',
      remaining: '15 min',
      concentration: '1 mg/mL',
      weight: '72 kg',
    }),
    pump,
  };
  const found = () => answered(waysOn(input));

  it('are not taken for one another', () => {
    const ways = found();
    for (const name of names)
      for (const other of names)
        expect(wayOnDisagreements(input, other, answered(ways[name]))).toEqual(
          name === other ? [] : ['kept'],
        );
  });

  it('name what is off', () => {
    const ways = found();
    const way = answered(ways.onTime);
    const off = (changed: Partial<typeof way>) => wayOnDisagreements(input, 'onTime', { ...way, ...changed });
    expect(off({ dose: read('35 mg') })).toEqual(['total']);
    expect(off({ duration: read('16 min') })).toEqual(['duration', 'end']);
    expect(off({ endsAfter: read('41 min') })).toEqual(['end']);
    expect(off({ laterThanPlanned: read('1 min') })).toEqual(['end']);
    expect(off({ highestDoseRate: read('54 mg/h') })).toEqual(['highestRate']);
    expect(off({ highestRate: read('54 mL/h'), highestDoseRate: read('54 mg/h') })).toEqual([
      'highestRate',
      'perKg',
    ]);
    expect(off({ highestRate: read('90 mL/h'), highestDoseRate: read('90 mg/h') })).toEqual([
      'highestRate',
      'perKg',
    ]);
    expect(off({ perKg: undefined })).toEqual(['perKg']);
    expect(off({ volume: { ...way.volume, set: read('18.1 mL') } })).toEqual([
      'pumpVolume',
      'duration',
      'total',
    ]);
  });

  it('say nothing per kilogram where no weight is known', () => {
    const ways = found();
    const way = answered(ways.onTime);
    const unweighed = { ...input, weight: undefined };
    expect(wayOnDisagreements(unweighed, 'onTime', way)).toEqual(['perKg']);
    expect(wayOnDisagreements(unweighed, 'onTime', { ...way, perKg: undefined })).toEqual([]);
  });
});

describe('parts and their whole', () => {
  it('join in time from 0 on', () => {
    const [zero, one, two] = [read<'min'>('0 min'), read<'min'>('1 min'), read<'min'>('2 min')];
    expect(timesJoin([])).toBe(true);
    expect(timesJoin([[zero, one]])).toBe(true);
    expect(timesJoin([[one, two]])).toBe(false);
    expect(
      timesJoin([
        [zero, one],
        [one, two],
      ]),
    ).toBe(true);
    expect(
      timesJoin([
        [zero, one],
        [two, two],
      ]),
    ).toBe(false);
  });

  it('add up, in whatever unit', () => {
    expect(addUpTo([read('1 mL'), read('0.001 L')], read('2 mL'))).toBe(true);
    expect(addUpTo([read('1 mL'), read('1 mL')], read('2.1 mL'))).toBe(false);
    expect(addUpTo([], read('0 mL'))).toBe(false);
  });

  it('are as many as needed and not one more', () => {
    const needed = (count: bigint, whole = '1056 mL', part = '500 mL') =>
      isCount(count, read(whole), read(part));
    expect([1n, 2n, 3n, 4n].map((count) => needed(count))).toEqual([false, false, true, false]);
    expect([0n, 1n, 2n].map((count) => needed(count, '500 mL'))).toEqual([false, true, false]);
    expect([-1n, 1n].map((count) => needed(count, '1 mL'))).toEqual([false, true]);
    expect(needed(2n, '1000 mL')).toBe(true);
  });
});
