import { describe, expect, it } from 'vitest';
import {
  agrees,
  agreesWithinHalfStep,
  isAtMost,
  isWholeSteps,
  measured,
  product,
  scaled,
} from '../../../src/core/crosscheck/exactUnits.ts';
import { pumpRateDisagreements, pumpRunDisagreements } from '../../../src/core/crosscheck/pumpBackward.ts';
import {
  continuousRateDisagreements,
  doseOverDurationDisagreements,
  orderedDoseDisagreements,
} from '../../../src/core/crosscheck/ratesBackward.ts';
import { solveDisagreements } from '../../../src/core/crosscheck/solveBackward.ts';
import type { Infusate } from '../../../src/core/dosing/continuousRate.ts';
import { type DoseOverDurationOrder, doseOverDuration } from '../../../src/core/dosing/doseOverDuration.ts';
import type { DosedUnit, DoseOrderUnit, DoseRateUnit } from '../../../src/core/dosing/doseUnits.ts';
import type { GivenInfusion } from '../../../src/core/dosing/infusionQuantities.ts';
import { type HardRates, type PumpRange, pumpRate, pumpRun } from '../../../src/core/dosing/pumpRounding.ts';
import { solveInfusion } from '../../../src/core/dosing/solveInfusion.ts';
import { type Quantity, wholeQuantity } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import { type AmountUnit, CONCENTRATION_UNITS, DOSE_UNITS } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/rates.json' with { type: 'json' };
import solve from '../../fixtures/dosing/solve.json' with { type: 'json' };
import { answered, read, readFields } from '../../support/exactText.ts';
import { offByALittle } from '../../support/offByALittle.ts';

describe('worked back to the order', () => {
  it('an ordered dose is confirmed as worked by hand, and no other', () => {
    for (const { name, given, dose } of vectors.ordered) {
      const order = read<DoseOrderUnit>(given.order);
      const answer = read<DosedUnit>(dose);
      expect(orderedDoseDisagreements(order, readFields(given), answer), name).toEqual([]);
      for (const { value } of offByALittle(answer))
        expect(orderedDoseDisagreements(order, readFields(given), value), name).toEqual(['order']);
    }
  });

  it('a pump rate is confirmed as worked by hand, and no other', () => {
    for (const { name, given, rate } of vectors.continuous) {
      const doseRate = read<DoseRateUnit>(given.doseRate);
      const answer = read<'mL/h'>(rate);
      const infusate = readFields<Infusate>(given);
      expect(continuousRateDisagreements(answer, doseRate, infusate), name).toEqual([]);
      for (const { value } of offByALittle(answer))
        expect(continuousRateDisagreements(value, doseRate, infusate), name).toEqual(['doseRate']);
      for (const { value } of offByALittle(doseRate))
        expect(continuousRateDisagreements(answer, value, infusate), name).toEqual(['doseRate']);
    }
  });

  it('a dose over a duration is confirmed, and none of its numbers may be off', () => {
    for (const { name, given } of vectors.overDuration) {
      const order = readFields<DoseOverDurationOrder<DoseOrderUnit>>(given);
      const sum = answered(doseOverDuration(order));
      expect(doseOverDurationDisagreements(order, sum), name).toEqual([]);
      const named = offByALittle(sum).map(({ where, value }) => [
        where,
        ...doseOverDurationDisagreements(order, value),
      ]);
      expect(named, name).toEqual([
        ['dose', 'dose'],
        ['volume', 'volume'],
        ['rate', 'order', 'volume'],
        ['doseRate', 'doseRate'],
      ]);
    }
  });

  it('a missing weight or surface is a disagreement, not an exception', () => {
    const without = {};
    expect(orderedDoseDisagreements(read<'mg/kg'>('1 mg/kg'), without, read<'mg'>('1 mg'))).toEqual([
      'order',
    ]);
    expect(orderedDoseDisagreements(read<'mg/m2'>('1 mg/m2'), without, read<'mg'>('1 mg'))).toEqual([
      'order',
    ]);
    const perKg = { concentration: read<'mg/kg/mL'>('1 mg/kg/mL') };
    expect(continuousRateDisagreements(read('1 mL/h'), read<'mg/h'>('1 mg/h'), perKg)).toEqual(['doseRate']);
  });

  it('another family or another dimension is a disagreement, not an exception', () => {
    expect(orderedDoseDisagreements(read<'mg'>('1 mg'), {}, read<'units'>('1 units'))).toEqual(['order']);
    const infusate = { concentration: read<'units/mL'>('1 units/mL') };
    expect(continuousRateDisagreements(read('1 mL/h'), read<'mg/h'>('1 mg/h'), infusate)).toEqual([
      'doseRate',
    ]);
    expect(continuousRateDisagreements(read('1 mL/h'), read<'mg/h'>('1 mg/h'), {})).toEqual(['doseRate']);
    const bases = { concentration: read<'mg/m2/mL'>('1 mg/m2/mL'), weight: read<'kg'>('1 kg') };
    expect(continuousRateDisagreements(read('1 mL/h'), read<'mg/kg/h'>('1 mg/kg/h'), bases)).toEqual([
      'doseRate',
    ]);
  });
});

describe('the whole of an infusion', () => {
  it('is confirmed, and none of its numbers may be off', () => {
    for (const { name, given, amount } of solve.cases) {
      const known = readFields<GivenInfusion>(given);
      const solved = answered(solveInfusion(known, amount as AmountUnit));
      expect(solveDisagreements(known, solved), name).toEqual([]);
      for (const { where, value } of offByALittle(solved))
        expect(solveDisagreements(known, value), `${name}: ${where}`).not.toEqual([]);
    }
  });

  it('names what does not hold', () => {
    const given = { dose: read<'mg'>('36 mg'), volume: read<'mL'>('36 mL'), rate: read<'mL/h'>('54 mL/h') };
    const solved = answered(solveInfusion(given, 'mg'));
    expect(solveDisagreements(given, { ...solved, duration: read<'min'>('50 min') })).toEqual([
      'dose = dose rate × duration',
      'volume = rate × duration',
    ]);
    const doubled = { ...solved, dose: read<'mg'>('72 mg'), concentration: read<'mg/mL'>('2 mg/mL') };
    expect(solveDisagreements(given, { ...doubled, doseRate: read<'mg/h'>('108 mg/h') })).toEqual(['given']);
  });

  it('is not confirmed with a part of it missing', () => {
    const given = { dosePerKg: read<'mg/kg'>('0.5 mg/kg'), weight: read<'kg'>('72 kg') };
    const others = { volume: read<'mL'>('36 mL'), rate: read<'mL/h'>('54 mL/h') };
    const solved: Readonly<Record<string, Quantity | undefined>> = answered(
      solveInfusion({ ...given, ...others }, 'mg'),
    );
    expect(solveDisagreements({}, solved)).toEqual([]);
    for (const name of Object.keys(solved))
      expect(solveDisagreements({}, { ...solved, [name]: undefined }), name).toEqual(['complete']);
    expect(solveDisagreements(given, { ...solved, weight: undefined })).toEqual(['given', 'complete']);
  });

  it('is not confirmed with a part per square metre missing', () => {
    const given = { dosePerM2: read<'mg/m2'>('20 mg/m2'), surface: read<'m2'>('1.8 m2') };
    const others = { volume: read<'mL'>('36 mL'), rate: read<'mL/h'>('54 mL/h') };
    const solved = answered(solveInfusion({ ...given, ...others }, 'mg'));
    for (const name of ['surface', 'dosePerM2', 'doseRatePerM2', 'concentrationPerM2'])
      expect(solveDisagreements({}, { ...solved, [name]: undefined }), name).toEqual(['complete']);
  });
});

describe('the setting of a pump', () => {
  const pump: PumpRange = { step: read('0.1 mL/h'), minimum: read('0.1 mL/h'), maximum: read('999.9 mL/h') };
  const none: HardRates = {};
  const upper: HardRates = { maximum: read('54.38 mL/h') };
  const lower: HardRates = { minimum: read('54.305 mL/h') };
  const rateOf = (exact: string, hard: HardRates) => answered(pumpRate(read(exact), pump, hard));

  it.each([
    ['54.375 mL/h', none],
    ['54.35 mL/h', none],
    ['54 mL/h', none],
    ['54.375 mL/h', upper],
    ['54.31 mL/h', lower],
  ] as const)('of %s is confirmed, and none of its numbers may be off', (exact, hard) => {
    const rate = rateOf(exact, hard);
    expect(pumpRateDisagreements(rate, pump, hard)).toEqual([]);
    for (const { where, value } of offByALittle(rate))
      expect(pumpRateDisagreements(value, pump, hard), where).not.toEqual([]);
  });

  const changed = (exact: string, hard: HardRates, set: string, inner: boolean) => {
    const rate = { ...rateOf(exact, hard), set: read<'mL/h'>(set), inner };
    return pumpRateDisagreements(rate, pump, hard).filter((name) => name !== 'change');
  };

  it.each([
    ['the half that goes up', '54.35 mL/h', none, '54.4 mL/h', false, ['nearest']],
    ['the neighbour of the nearest step', '54.375 mL/h', none, '54.3 mL/h', false, ['nearest']],
    ['a setting between two steps', '54.375 mL/h', none, '54.37 mL/h', false, ['onStep', 'nearest']],
    ['an inner step without a limit above', '54.375 mL/h', none, '54.3 mL/h', true, ['nearest']],
    ['an inner step without a limit below', '54.31 mL/h', none, '54.4 mL/h', true, ['nearest']],
    ['the nearest step called the inner one', '54.375 mL/h', none, '54.4 mL/h', true, ['nearest']],
    ['the nearest step outside the upper limit', '54.375 mL/h', upper, '54.4 mL/h', false, ['hardLimits']],
    ['the nearest step outside the lower limit', '54.31 mL/h', lower, '54.3 mL/h', false, ['hardLimits']],
    ['two steps inside the upper limit', '54.375 mL/h', upper, '54.2 mL/h', true, ['nearest']],
    ['two steps inside the lower limit', '54.31 mL/h', lower, '54.5 mL/h', true, ['nearest']],
    [
      'a step between two, inside the upper limit',
      '54.375 mL/h',
      upper,
      '54.35 mL/h',
      true,
      ['onStep', 'nearest'],
    ],
    [
      'between two steps, though the next one crosses the upper limit',
      '54.375 mL/h',
      upper,
      '54.32 mL/h',
      true,
      ['onStep', 'nearest'],
    ],
    [
      'the nearest step called the inner one, though the next one crosses the lower limit',
      '54.375 mL/h',
      { minimum: read<'mL/h'>('54.35 mL/h') },
      '54.4 mL/h',
      true,
      ['nearest'],
    ],
  ] as const)('is not %s', (_name, exact, hard, set, inner, names) => {
    expect(changed(exact, hard, set, inner)).toEqual(names);
  });

  it('is no inner step where the nearest one is allowed', () => {
    const roomy = { maximum: read<'mL/h'>('54.4 mL/h'), minimum: read<'mL/h'>('54.3 mL/h') };
    expect(changed('54.375 mL/h', roomy, '54.3 mL/h', true)).toEqual(['nearest']);
    expect(changed('54.31 mL/h', roomy, '54.4 mL/h', true)).toEqual(['nearest']);
  });

  it('lies in the range of the pump, exact and set', () => {
    const rate = rateOf('54.375 mL/h', none);
    const high = { ...pump, minimum: read<'mL/h'>('54.38 mL/h') };
    expect(pumpRateDisagreements(rate, high, none)).toEqual(['range']);
    const low = { ...pump, maximum: read<'mL/h'>('54.39 mL/h') };
    expect(pumpRateDisagreements(rate, low, none)).toEqual(['range']);
    const edges = { ...pump, minimum: rate.exact, maximum: rate.set };
    expect(pumpRateDisagreements(rate, edges, none)).toEqual([]);
  });

  it('runs for the volume it gives, and not a moment longer', () => {
    const run = answered(pumpRun(read('36.2 mL'), read('54.375 mL/h'), pump));
    expect(pumpRunDisagreements(run)).toEqual([]);
    const named = offByALittle({ duration: run.duration, achievedDuration: run.achievedDuration });
    expect(named.map(({ value }) => pumpRunDisagreements({ ...run, ...value }))).toEqual([
      ['duration'],
      ['achievedDuration'],
    ]);
  });
});

describe('the comparisons of the second engine', () => {
  it('tell at most from more, whatever the unit, and nothing across dimensions', () => {
    expect(isAtMost(measured(read('1000 mcg')), read('1 mg'))).toBe(true);
    expect(isAtMost(measured(read('1000.000001 mcg')), read('1 mg'))).toBe(false);
    expect(isAtMost(measured(read('999 mcg')), read('1 mg'))).toBe(true);
    expect(isAtMost(measured(read('1 units')), read('1 mg'))).toBe(false);
    expect(isAtMost(measured(read('1 mg')), read('1 mmHg'))).toBe(false);
  });

  it('tell whole steps from parts of one', () => {
    expect(isWholeSteps(measured(read('0.3 mL')), read('0.1 mL'))).toBe(true);
    expect(isWholeSteps(measured(read('0.0003 L')), read('0.1 mL'))).toBe(true);
    expect(isWholeSteps(measured(read('0.35 mL')), read('0.1 mL'))).toBe(false);
    expect(isWholeSteps(measured(read('0 mL')), read('0.1 mL'))).toBe(true);
    expect(isWholeSteps(measured(read('3 mL')), read('1 mg'))).toBe(false);
  });

  it('tell within half a step from further away, and nothing across dimensions', () => {
    const step = read('0.1 mL');
    expect(agreesWithinHalfStep(measured(read('1.05 mL')), read('1 mL'), step)).toBe(true);
    expect(agreesWithinHalfStep(measured(read('0.95 mL')), read('1 mL'), step)).toBe(true);
    expect(agreesWithinHalfStep(measured(read('1.0500001 mL')), read('1 mL'), step)).toBe(false);
    expect(agreesWithinHalfStep(measured(read('0.9499999 mL')), read('1 mL'), step)).toBe(false);
    expect(agreesWithinHalfStep(measured(read('1 mg')), read('1 mL'), step)).toBe(false);
    expect(agreesWithinHalfStep(measured(read('1 mL')), read('1 mmHg'), step)).toBe(false);
  });

  it('know every unit of a dose, and no other', () => {
    for (const unit of [
      ...DOSE_UNITS,
      ...CONCENTRATION_UNITS,
      's',
      'h',
      'kg',
      'm2',
      'gtt/mL',
      'sprays',
    ] as const)
      expect(agrees(measured(wholeQuantity(7n, unit)), wholeQuantity(7n, unit)), unit).toBe(true);
    for (const unit of ['mmHg', 'beats/min', '°C', 'lb'] as const)
      expect(() => measured(wholeQuantity(7n, unit))).toThrow(`The second engine has no unit ${unit}.`);
  });

  it.each([
    ['1 g', '1000 mg'],
    ['1 mg', '1000 mcg'],
    ['1 mcg', '1000 ng'],
    ['1 units', '1000 milliunits'],
    ['1 L', '1000 mL'],
    ['1 min', '60 s'],
    ['1 h', '60 min'],
    ['1 d', '24 h'],
  ])('hold %s and %s for the same', (one, other) => {
    expect(agrees(measured(read(one)), read(other))).toBe(true);
    expect(agrees(measured(read(one)), read(one.replace('1', '1.000001')))).toBe(false);
  });

  it('take a value so many times, exactly', () => {
    expect(agrees(scaled(measured(read('1 ng/kg/min')), rational(1n, 3n)), read('1/3 ng/kg/min'))).toBe(true);
    expect(agrees(scaled(measured(read('2 mL')), rational(0n)), read('0 mL'))).toBe(true);
    expect(
      agrees(
        scaled(product(measured(read('2 mL/h')), measured(read('30 min'))), rational(-1n)),
        read('-1 mL'),
      ),
    ).toBe(true);
  });
});
