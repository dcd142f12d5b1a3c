import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GivenInfusion,
  INFUSION_NAMES,
  type InfusionName,
  infusionUnit,
  totalsOf,
} from '../../../src/core/dosing/infusionQuantities.ts';
import { solveInfusion } from '../../../src/core/dosing/solveInfusion.ts';
import { type Quantity, quantity } from '../../../src/core/quantity/quantity.ts';
import { add, divide, multiply, type Rational, rational } from '../../../src/core/quantity/rational.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/solve.json' with { type: 'json' };
import { readFields, texts } from '../../support/exactText.ts';

function solved(given: Readonly<Record<string, unknown>>, amount: AmountUnit = 'mg'): unknown {
  return texts(solveInfusion(readFields<GivenInfusion>(given), amount));
}

describe('everything about an infusion', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, amount, expected }) => {
      expect(solved(given, amount as AmountUnit)).toEqual({ ok: true, value: expected });
      const backToFront = Object.fromEntries(Object.entries(given).toReversed());
      expect(solved(backToFront, amount as AmountUnit)).toEqual({ ok: true, value: expected });
    },
  );

  it('takes a field that is there but empty for one that is not given', () => {
    const given = { dose: '36 mg', volume: '36 mL', rate: '54 mL/h' };
    expect(solved({ ...given, weight: undefined, duration: undefined })).toEqual(solved(given));
  });
});

describe('too few values', () => {
  it.each([
    ['nothing at all', {}, 3, ['dose', 'concentration', 'volume', 'rate', 'duration', 'doseRate']],
    [
      'dose per kg, weight and concentration',
      { dosePerKg: '0.5 mg/kg', weight: '72 kg', concentration: '1 mg/mL' },
      1,
      ['rate', 'duration', 'doseRate', 'doseRatePerKg'],
    ],
    [
      'volume and rate, without the drug',
      { volume: '36 mL', rate: '54 mL/h' },
      1,
      ['dose', 'concentration', 'doseRate'],
    ],
    [
      'a rate for ever',
      { doseRatePerKg: '0.35 mg/kg/h', weight: '80 kg', concentration: '2 mg/mL' },
      1,
      ['dose', 'dosePerKg', 'volume', 'duration'],
    ],
    [
      'a dose per kg without a weight',
      { dosePerKg: '0.5 mg/kg', volume: '36 mL', duration: '40 min' },
      1,
      ['dose', 'weight', 'concentration', 'doseRate'],
    ],
    [
      'a weight alone',
      { weight: '72 kg' },
      3,
      [
        'dose',
        'dosePerKg',
        'concentration',
        'concentrationPerKg',
        'volume',
        'rate',
        'duration',
        'doseRate',
        'doseRatePerKg',
      ],
    ],
    [
      'three that say the same',
      { volume: '36 mL', rate: '54 mL/h', duration: '40 min' },
      1,
      ['dose', 'concentration', 'doseRate'],
    ],
    [
      'a surface that nothing is ordered by',
      { surface: '1.8 m2', volume: '36 mL', rate: '54 mL/h' },
      1,
      ['dose', 'dosePerM2', 'concentration', 'concentrationPerM2', 'doseRate', 'doseRatePerM2'],
    ],
  ])('%s', (_name, given, missing, oneOf) => {
    expect(solved(given)).toEqual({ ok: false, failure: { kind: 'tooFew', missing, oneOf } });
  });

  it('are enough with any one of those named, when one is missing', () => {
    const names = ['rate', 'duration', 'doseRate', 'doseRatePerKg'] as const;
    const some = { dosePerKg: '0.5 mg/kg', weight: '72 kg', concentration: '1 mg/mL' };
    const all = vectors.cases[0]?.expected as Readonly<Record<string, string>>;
    for (const name of names) expect(solved({ ...some, [name]: all[name] })).toMatchObject({ ok: true });
  });
});

describe('values that contradict one another', () => {
  it.each([
    [
      { dose: '36 mg', concentration: '1 mg/mL', volume: '40 mL' },
      { quantity: 'volume', given: '40 mL', from: ['dose', 'concentration'], follows: '36 mL' },
    ],
    [
      { dose: '36 mg', concentration: '1 mg/mL', rate: '54 mL/h', duration: '50 min' },
      { quantity: 'duration', given: '50 min', from: ['dose', 'concentration', 'rate'], follows: '40 min' },
    ],
    [
      { dosePerKg: '0.5 mg/kg', weight: '160 kg', dose: '36 mg' },
      { quantity: 'weight', given: '160 kg', from: ['dose', 'dosePerKg'], follows: '72 kg' },
    ],
    [
      { doseRate: '0.04 mg/h', doseRatePerKg: '0.5 mcg/kg/h', weight: '72 kg' },
      {
        quantity: 'doseRatePerKg',
        given: '0.5 mcg/kg/h',
        from: ['weight', 'doseRate'],
        follows: '5/9 mcg/kg/h',
      },
    ],
    [
      { volume: '36 mL', rate: '54 mL/h', duration: '40.000001 min' },
      { quantity: 'duration', given: '40.000001 min', from: ['volume', 'rate'], follows: '40 min' },
    ],
  ])('are named with both values: %j', (given, failure) => {
    expect(solved(given)).toEqual({ ok: false, failure: { kind: 'contradictory', ...failure } });
    const backToFront = Object.fromEntries(Object.entries(given).toReversed());
    expect(solved(backToFront)).toEqual({ ok: false, failure: { kind: 'contradictory', ...failure } });
  });

  it('are told before too few are', () => {
    expect(solved({ dose: '36 mg', dosePerKg: '0.5 mg/kg', weight: '70 kg' })).toMatchObject({
      failure: { kind: 'contradictory' },
    });
  });

  it('name only what takes part', () => {
    const others = { weight: '72 kg', doseRatePerKg: '0.75 mg/kg/h' };
    expect(solved({ dose: '36 mg', concentration: '1 mg/mL', volume: '40 mL', ...others })).toMatchObject({
      failure: { quantity: 'volume', from: ['dose', 'concentration'] },
    });
  });

  it('are not those that agree in other units', () => {
    const given = { dose: '0.036 g', concentration: '1000 mcg/mL', volume: '0.036 L', rate: '0.9 mL/min' };
    expect(solved({ ...given, duration: '2400 s' })).toMatchObject({ value: { rate: '54 mL/h' } });
  });
});

describe('a value that cannot be used', () => {
  it.each(INFUSION_NAMES.map((name) => [name] as const))('is %s of 0 or less', (name) => {
    const unit = infusionUnit(name, 'mg');
    for (const value of [`0 ${unit}`, `-1 ${unit}`])
      expect(solved({ [name]: value })).toEqual({
        ok: false,
        failure: { kind: 'notAboveZero', name, value },
      });
  });

  it('is the first of two in the fixed order, however they are given', () => {
    const failure = { failure: { name: 'dose' } };
    expect(solved({ rate: '0 mL/h', dose: '0 mg' })).toMatchObject(failure);
    expect(solved({ dose: '0 mg', rate: '0 mL/h' })).toMatchObject(failure);
  });

  it.each([
    ['dose', '36 units'],
    ['dosePerKg', '0.5 units/kg'],
    ['dosePerM2', '0.5 mEq/m2'],
    ['concentration', '1 mmol/mL'],
    ['concentrationPerKg', '1 units/kg/mL'],
    ['concentrationPerM2', '1 units/m2/mL'],
    ['doseRate', '22 units/h'],
    ['doseRatePerKg', '22 units/kg/min'],
    ['doseRatePerM2', '22 units/m2/d'],
  ])('is a %s in another family than the drug: %s', (name, value) => {
    const [, offered] = value.split(' ');
    expect(solved({ [name]: value })).toEqual({
      ok: false,
      failure: { kind: 'familiesDiffer', ordered: 'mg', offered },
    });
  });

  it('is a mass when the answer is wanted in units', () => {
    expect(solved({ dose: '36 mg' }, 'units')).toMatchObject({
      failure: { kind: 'familiesDiffer', ordered: 'units', offered: 'mg' },
    });
  });
});

describe('any infusion', () => {
  const above = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 5n }), fc.bigInt({ min: 1n, max: 10n ** 4n }))
    .map(([numerator, denominator]) => rational(numerator, denominator));
  /** The totals of an infusion: hours, millilitres, milligrams, and milligrams per kilogram and per square metre. */
  const infusion = fc
    .record({ time: above, volume: above, drug: above, drugPerKg: above, drugPerM2: above })
    .map((totals) => ({ all: rational(1n), ...totals }));
  const names = fc.shuffledSubarray([...INFUSION_NAMES], { minLength: 1 });

  /** Every quantity as one total over another; a duration is told in minutes. */
  function told(totals: Readonly<Record<string, Rational>>, name: InfusionName): Quantity {
    const [of, over] = totalsOf(name).map((total) => totals[total] ?? rational(1n));
    const value = divide(of ?? rational(1n), over ?? rational(1n));
    return quantity(name === 'duration' ? multiply(value, rational(60n)) : value, infusionUnit(name, 'mg'));
  }

  it('is found again from any of its values that are enough, and never another', () => {
    fc.assert(
      fc.property(infusion, names, (totals, some) => {
        const given = Object.fromEntries(some.map((name) => [name, told(totals, name)]));
        const answer = solveInfusion(given as GivenInfusion, 'mg');
        if (!answer.ok) {
          expect(answer.failure.kind).toBe('tooFew');
          return;
        }
        for (const [name, value] of Object.entries(answer.value))
          expect(value).toEqual(told(totals, name as InfusionName));
        for (const name of some) expect(answer.value).toHaveProperty(name);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when one of its values is off, however little', () => {
    fc.assert(
      fc.property(infusion, fc.constantFrom(...INFUSION_NAMES), (totals, wrong) => {
        const all = INFUSION_NAMES.map((name) => [name, told(totals, name)] as const);
        const off = all.map(([name, value]) => {
          const more = name === wrong ? add(value.value, rational(1n, 10n ** 12n)) : value.value;
          return [name, quantity(more, value.unit)] as const;
        });
        const answer = solveInfusion(Object.fromEntries(off) as GivenInfusion, 'mg');
        expect(answer).toMatchObject({ ok: false, failure: { kind: 'contradictory' } });
      }),
      { numRuns: 200 },
    );
  });
});
