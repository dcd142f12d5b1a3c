import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerChanges } from '../../../src/core/dosing/containerChanges.ts';
import type { DoseRateUnit } from '../../../src/core/dosing/doseUnits.ts';
import { momentAfter } from '../../../src/core/dosing/elapsed.ts';
import {
  containerEnds,
  type LongInfusionOrder,
  longInfusion,
} from '../../../src/core/dosing/longInfusion.ts';
import type { PumpRange } from '../../../src/core/dosing/pumpRounding.ts';
import { formatMinutes } from '../../../src/core/quantity/formatDuration.ts';
import { plus, quantity } from '../../../src/core/quantity/quantity.ts';
import { compare, rational } from '../../../src/core/quantity/rational.ts';
import vectors from '../../fixtures/dosing/longInfusions.json' with { type: 'json' };
import { answered, read, readFields, texts } from '../../support/exactText.ts';

const PUMP: PumpRange = {
  step: read('0.1 mL/h'),
  minimum: read('0.1 mL/h'),
  maximum: read('999.9 mL/h'),
};

function orderOf(given: Readonly<Record<string, unknown>>): LongInfusionOrder<DoseRateUnit> {
  return { ...readFields<LongInfusionOrder<DoseRateUnit>>(given), pump: PUMP };
}

const DAYS = {
  doseRate: '22 mg/h',
  concentration: '2 mg/mL',
  duration: '96 h',
  content: '500 mL',
};

describe('an infusion over hours or days', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, expected, shownFirstEnd }) => {
      const infusion = answered(longInfusion(orderOf(given)));
      const { rateExact, rate, countByUseBy, ...others } = expected;
      expect(texts(infusion)).toMatchObject({ ...others, rate: { exact: rateExact, set: rate } });
      expect(texts(infusion.countByUseBy) ?? null).toBe(countByUseBy);
      const [first] = infusion.containers;
      const shown = first && formatMinutes(first.endsAfter).replaceAll('\u00a0', ' ');
      expect(shown).toBe(shownFirstEnd);
    },
  );

  it('is empty first after 45 h 27 min 16 s, as in scenario 6', () => {
    const infusion = answered(longInfusion(orderOf(DAYS)));
    const [first] = containerEnds(infusion, 0);
    expect(Math.floor((first ?? 0) / 1_000)).toBe((45 * 60 + 27) * 60 + 16);
  });

  it('has its changes as moments of the clock', () => {
    const start = Date.parse('2026-03-27T10:00:00Z');
    const infusion = answered(longInfusion(orderOf({ ...DAYS, useBy: '24 h' })));
    expect(containerEnds(infusion, start).map((end) => new Date(end).toISOString())).toEqual([
      '2026-03-28T10:00:00.000Z',
      '2026-03-29T10:00:00.000Z',
      '2026-03-30T10:00:00.000Z',
      '2026-03-31T10:00:00.000Z',
    ]);
    expect(containerEnds(infusion, start).at(-1)).toBe(momentAfter(start, infusion.duration));
  });

  it('takes the inner step of a hard limit', () => {
    const order = {
      ...orderOf({ ...DAYS, doseRate: '22.07 mg/h' }),
      hard: { maximum: read<'mL/h'>('11.04 mL/h') },
    };
    expect(texts(longInfusion(order))).toMatchObject({
      value: { rate: { set: '11 mL/h', inner: false }, dose: '2112 mg', orderedDose: '2118.72 mg' },
    });
    const limited = {
      ...orderOf({ ...DAYS, doseRate: '22.17 mg/h' }),
      hard: { maximum: read<'mL/h'>('11.09 mL/h') },
    };
    expect(texts(longInfusion(limited))).toMatchObject({
      value: { rate: { set: '11 mL/h', inner: true }, doseRate: '22 mg/h' },
    });
  });
});

describe('a long infusion that is refused', () => {
  it.each([
    ['no time', { duration: '0 h' }, { kind: 'notAboveZero', name: 'duration', value: '0 h' }],
    ['no content', { content: '0 mL' }, { kind: 'notAboveZero', name: 'content', value: '0 mL' }],
    ['a use-by of 0', { useBy: '0 h' }, { kind: 'notAboveZero', name: 'useBy', value: '0 h' }],
    ['no concentration', { concentration: undefined }, { kind: 'concentrationMissing' }],
    ['another family', { doseRate: '22 units/h' }, { kind: 'familiesDiffer' }],
    ['no weight', { doseRate: '0.35 mg/kg/h' }, { kind: 'weightMissing', unit: 'mg/kg/h' }],
    [
      'no weight for its dose, though its rate needs none',
      { doseRate: '1 mcg/kg/min', concentration: '0.06 mg/kg/mL' },
      { kind: 'weightMissing', unit: 'mcg/kg/min' },
    ],
    [
      'a rate below the pump',
      { doseRate: '0.1 mg/h' },
      { kind: 'rateBelowPumpMinimum', rate: '0.05 mL/h', limit: '0.1 mL/h' },
    ],
    ['a content that is used up 1,000 times and more', { content: '1.05 mL' }, { kind: 'tooManyContainers' }],
    ['a use-by that is reached too often', { useBy: '345.25 s' }, { kind: 'tooManyContainers' }],
  ])('has %s', (_name, changed, failure) => {
    expect(longInfusion(orderOf({ ...DAYS, ...changed }))).toMatchObject({ ok: false, failure });
  });

  it('has more than 1,000 containers, not just 1,000', () => {
    const most = answered(longInfusion(orderOf({ ...DAYS, content: '1.056 mL' })));
    expect(most.containers).toHaveLength(1_000);
    expect(most.countByContent).toBe(1_000n);
  });
});

describe('any run of containers', () => {
  const number = (least: bigint, most: bigint) => fc.bigInt({ min: least, max: most });

  it('joins without a gap, gives all of the volume, and outlasts neither content nor use-by', () => {
    fc.assert(
      fc.property(
        number(1n, 9_999n),
        number(1n, 10_000n),
        number(10n, 1_000n),
        fc.option(number(60n, 3_000n)),
        (tenths, minutes, millilitres, useByMinutes) => {
          const rate = quantity(rational(tenths, 10n), 'mL/h');
          const duration = quantity(rational(minutes), 'min');
          const content = quantity(rational(millilitres), 'mL');
          const useBy = useByMinutes === null ? undefined : quantity(rational(useByMinutes), 'min');
          const changes = containerChanges({ rate, duration, content, useBy });
          if (changes === undefined) return;
          const { containers } = changes;
          let at = quantity(rational(0n), 'min');
          let given = quantity(rational(0n), 'mL');
          for (const container of containers) {
            expect(container.connectedAfter).toEqual(at);
            expect(compare(container.volume.value, content.value)).not.toBe(1);
            expect(compare(container.volume.value, rational(0n))).toBe(1);
            at = container.endsAfter;
            given = plus(given, container.volume);
          }
          expect(at).toEqual(duration);
          expect(given.value).toEqual(rational(tenths * minutes, 600n));
          expect(containers.at(-1)?.endedBy).toBe('end');
          const counts = [changes.countByContent, changes.countByUseBy ?? 0n];
          expect(BigInt(containers.length)).toBe(
            counts.reduce((most, count) => (count > most ? count : most)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
