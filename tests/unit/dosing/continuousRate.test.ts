import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuousRate, doseRateAtRate } from '../../../src/core/dosing/continuousRate.ts';
import type { DoseRateUnit } from '../../../src/core/dosing/doseUnits.ts';
import { convert, quantity, quantityText } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import { AMOUNT_UNITS, type Basis } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/rates.json' with { type: 'json' };
import { answered, read, readFields, texts } from '../../support/exactText.ts';

describe('the pump rate of a dose rate', () => {
  it.each(vectors.continuous.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, rate }) => {
      const doseRate = read<DoseRateUnit>(given.doseRate);
      expect(texts(continuousRate(doseRate, readFields(given)))).toEqual({ ok: true, value: rate });
    },
  );

  it.each(vectors.continuous.map((vector) => [vector.name, vector] as const))(
    'and back: %s',
    (_name, { given, rate }) => {
      const unit = read<DoseRateUnit>(given.doseRate).unit;
      const back = doseRateAtRate(read(rate), readFields(given), unit);
      expect(texts(back)).toEqual({ ok: true, value: given.doseRate });
    },
  );
});

describe('the dose rate of a pump rate', () => {
  it.each(vectors.reverse.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, doseRate }) => {
      const { unit } = read<DoseRateUnit>(doseRate);
      expect(texts(doseRateAtRate(read(given.rate), readFields(given), unit))).toEqual({
        ok: true,
        value: doseRate,
      });
    },
  );
});

describe('a rate without an answer', () => {
  const both = (doseRate: string, infusate: Readonly<Record<string, string>>) => [
    texts(continuousRate(read<DoseRateUnit>(doseRate), readFields(infusate))),
    texts(doseRateAtRate(read('1 mL/h'), readFields(infusate), read<DoseRateUnit>(doseRate).unit)),
  ];

  it.each([
    [
      'a weight for an order per kg',
      '5 mcg/kg/min',
      { concentration: '1 mg/mL' },
      { kind: 'weightMissing', unit: 'mcg/kg/min' },
    ],
    [
      'a weight for a concentration per kg',
      '5 mcg/min',
      { concentration: '1 mg/kg/mL' },
      { kind: 'weightMissing', unit: 'mg/kg/mL' },
    ],
    [
      'a surface for an order per m2',
      '5 units/m2/h',
      { concentration: '1 units/mL', weight: '72 kg' },
      { kind: 'surfaceMissing', unit: 'units/m2/h' },
    ],
    [
      'a surface for a concentration per m2',
      '5 mg/kg/h',
      { concentration: '1 mg/m2/mL', weight: '72 kg' },
      { kind: 'surfaceMissing', unit: 'mg/m2/mL' },
    ],
    ['a weight for a fluid per kg', '100 mL/kg/d', {}, { kind: 'weightMissing', unit: 'mL/kg/d' }],
    ['a concentration for a drug', '22 mg/h', {}, { kind: 'concentrationMissing' }],
    [
      'one family: mg and units',
      '22 mg/h',
      { concentration: '1 units/mL' },
      { kind: 'familiesDiffer', ordered: 'mg/h', offered: 'units/mL' },
    ],
    [
      'one family: mEq and mmol',
      '2 mEq/h',
      { concentration: '1 mmol/mL' },
      { kind: 'familiesDiffer', ordered: 'mEq/h', offered: 'mmol/mL' },
    ],
    [
      'one family: a fluid takes no drug',
      '100 mL/h',
      { concentration: '1 mg/mL' },
      { kind: 'familiesDiffer', ordered: 'mL/h', offered: 'mg/mL' },
    ],
    [
      'a concentration above 0',
      '22 mg/h',
      { concentration: '0 mg/mL' },
      { kind: 'notAboveZero', name: 'concentration', value: '0 mg/mL' },
    ],
    [
      'a weight above 0',
      '1 mg/kg/h',
      { concentration: '1 mg/mL', weight: '0 kg' },
      { kind: 'notAboveZero', name: 'weight', value: '0 kg' },
    ],
    [
      'a surface above 0',
      '1 mg/m2/h',
      { concentration: '1 mg/mL', surface: '0 m2' },
      { kind: 'notAboveZero', name: 'surface', value: '0 m2' },
    ],
  ])('needs %s, both ways', (_need, doseRate, infusate, failure) => {
    expect(both(doseRate, infusate as Record<string, string>)).toEqual([
      { ok: false, failure },
      { ok: false, failure },
    ]);
  });

  it('needs what it starts from to be above 0', () => {
    const infusate = { concentration: read<'mg/mL'>('1 mg/mL') };
    expect(continuousRate(read<'mg/h'>('0 mg/h'), infusate)).toMatchObject({
      failure: { kind: 'notAboveZero', name: 'doseRate', value: '0 mg/h' },
    });
    expect(doseRateAtRate(read('0 mL/h'), infusate, 'mg/h')).toMatchObject({
      failure: { kind: 'notAboveZero', name: 'rate', value: '0 mL/h' },
    });
  });
});

describe('any dose rate in any family', () => {
  const units = fc
    .record({
      amount: fc.constantFrom(...AMOUNT_UNITS),
      basis: fc.constantFrom<Basis>('', '/kg', '/m2'),
      time: fc.constantFrom('min' as const, 'h' as const, 'd' as const),
      offeredBasis: fc.constantFrom<Basis>('', '/kg', '/m2'),
    })
    .map(({ amount, basis, time, offeredBasis }) => ({
      ordered: `${amount}${basis}/${time}` as const,
      offered: `${amount}${offeredBasis}/mL` as const,
    }));
  const above = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.bigInt({ min: 1n, max: 10n ** 4n }))
    .map(([numerator, denominator]) => rational(numerator, denominator));

  it('comes back from its pump rate exactly, in another unit of time as well', () => {
    fc.assert(
      fc.property(units, above, above, above, above, ({ ordered, offered }, dose, strength, kg, m2) => {
        const infusate = {
          concentration: quantity(strength, offered),
          weight: quantity(kg, 'kg'),
          surface: quantity(m2, 'm2'),
        };
        const doseRate = quantity(dose, ordered);
        const rate = answered(continuousRate(doseRate, infusate));
        expect(quantityText(answered(doseRateAtRate(rate, infusate, ordered)))).toBe(quantityText(doseRate));
        const perDay = ordered.replace(/\w+$/, 'd') as DoseRateUnit;
        const daily = answered(doseRateAtRate(rate, infusate, perDay));
        expect(quantityText(daily)).toBe(quantityText(convert(doseRate, perDay)));
      }),
      { numRuns: 200 },
    );
  });
});
