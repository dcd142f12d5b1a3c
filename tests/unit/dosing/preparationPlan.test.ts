import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doseRateAtRate } from '../../../src/core/dosing/continuousRate.ts';
import { doseOverDuration } from '../../../src/core/dosing/doseOverDuration.ts';
import { preparation, syringeGraduation } from '../../../src/core/dosing/preparation.ts';
import type { PreparationOrder, PreparationPlan } from '../../../src/core/dosing/preparationOrder.ts';
import { preparationPlan } from '../../../src/core/dosing/preparationPlan.ts';
import { vialsFor } from '../../../src/core/dosing/vials.ts';
import {
  compareQuantities,
  derive,
  plus,
  quantity,
  quantityText,
} from '../../../src/core/quantity/quantity.ts';
import { multiply, rational } from '../../../src/core/quantity/rational.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/preparations.json' with { type: 'json' };
import { answered, read, readFields, texts } from '../../support/exactText.ts';

type Fields = Readonly<Record<string, unknown>>;

function planned(given: Fields): ReturnType<typeof preparationPlan<AmountUnit>> {
  return preparationPlan(readFields<PreparationOrder<AmountUnit>>(given));
}

/** A plan in the flat form of the fixture. */
function flat({ prepared, graduation, ...others }: PreparationPlan<AmountUnit>): unknown {
  return texts({ ...prepared, ...others });
}

const SYRINGE = {
  amount: '50 mg',
  strength: '10 mg/mL',
  vialVolume: '20 mL',
  volume: '50 mL',
  mixing: 'madeUpTo',
  overfill: '0 mL',
  line: { volume: '2 mL', primedWith: 'otherDiluent', flushedAtEnd: true },
  containerVolume: '50 mL',
  toGive: '36 mL',
  undilutedForbidden: true,
  useBy: '12 h',
};
const BAG = { ...SYRINGE, volume: '100 mL', mixing: 'addedTo', containerVolume: '150 mL' };

const line = (primedWith: string, flushedAtEnd: boolean, volume = '2 mL') => ({
  line: { volume, primedWith, flushedAtEnd },
});

describe('a preparation', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, expected }) => {
      expect(flat(answered(planned(given)))).toEqual(expected);
    },
  );

  const runs = vectors.cases.flatMap(({ name, given, run }) => (run ? [[name, given, run] as const] : []));

  it.each(runs)('is given whole: %s', (_name, given, run) => {
    const { prepared, amountPrepared } = answered(planned(given));
    const over = doseOverDuration({
      dose: amountPrepared,
      duration: read<'min'>(run.duration),
      concentration: prepared.concentration,
    });
    expect(texts(answered(over))).toMatchObject({
      rate: run.rate,
      volume: quantityText(prepared.finalVolume),
    });
    const weight = read<'kg'>(run.weight);
    const infusate = { concentration: prepared.concentration, weight };
    const achieved = (unit: 'mg/kg/h' | 'mcg/kg/min') =>
      quantityText(answered(doseRateAtRate(read(run.rate), infusate, unit)));
    expect(achieved('mg/kg/h')).toBe(run.doseRate);
    expect(achieved('mcg/kg/min')).toBe(run.doseRateMicrograms);
    expect(quantityText(derive('mg/kg', [amountPrepared], [weight]))).toBe(run.dosePerKg);
  });

  it('says the graduation it went by', () => {
    const graduation = (changed: Fields) => {
      const { graduation: step } = answered(planned({ ...SYRINGE, ...changed }));
      return quantityText(step);
    };
    expect(graduation({})).toBe('0.1 mL');
    expect(graduation({ amount: '9.9 mg' })).toBe('0.01 mL');
    expect(graduation({ amount: '10 mg' })).toBe('0.1 mL');
    expect(graduation({ graduation: '0.2 mL' })).toBe('0.2 mL');
    expect(quantityText(syringeGraduation(read('0.999 mL')))).toBe('0.01 mL');
    expect(quantityText(syringeGraduation(read('1 mL')))).toBe('0.1 mL');
  });

  it('may be as much as its container holds, and take up all of one', () => {
    expect(answered(planned({ ...SYRINGE, toGive: '50 mL' })).containers).toBe(1n);
    expect(answered(planned({ ...SYRINGE, toGive: '50.1 mL' })).containers).toBe(2n);
  });

  it('may be undiluted where that is not forbidden', () => {
    const undiluted = { ...SYRINGE, volume: '5 mL', toGive: '5 mL', undilutedForbidden: false };
    expect(flat(answered(planned(undiluted)))).toMatchObject({ diluent: '0 mL', concentration: '10 mg/mL' });
  });

  it('carries both warnings when both hold', () => {
    const small = { ...SYRINGE, amount: '0.885 mg', volume: '50 mL' };
    expect(answered(planned(small)).warnings).toEqual(['smallDrawUp', 'drawUpRounded']);
  });
});

describe('the graduation', () => {
  it('is refused when it changes the draw-up by more than 5 %', () => {
    expect(planned({ ...SYRINGE, amount: '0.147 mg' })).toMatchObject({
      failure: { kind: 'graduationTooCoarse', exact: '0.0147 mL', drawUp: '0.01 mL' },
    });
    expect(planned({ ...SYRINGE, amount: '0.04 mg' })).toMatchObject({
      failure: { kind: 'graduationTooCoarse', exact: '0.004 mL', drawUp: '0 mL' },
    });
  });

  it('is said from more than 1 % on, and refused from more than 5 % on', () => {
    const warnings = (amount: string, graduation: string) =>
      answered(planned({ ...SYRINGE, amount, graduation })).warnings;
    expect(warnings('10 mg', '1.01 mL')).toEqual([]);
    expect(warnings('10 mg', '1.011 mL')).toEqual(['drawUpRounded']);
    expect(warnings('10 mg', '1.05 mL')).toEqual(['drawUpRounded']);
    expect(planned({ ...SYRINGE, amount: '10 mg', graduation: '1.051 mL' })).toMatchObject({
      failure: { kind: 'graduationTooCoarse', exact: '1 mL', drawUp: '1.051 mL' },
    });
  });
});

describe('a preparation that cannot be made', () => {
  it.each([
    [
      'more drug than final volume',
      { ...SYRINGE, volume: '4.9 mL' },
      { kind: 'drugExceedsFinalVolume', drawUp: '5 mL', volume: '4.9 mL' },
    ],
    [
      'a final volume above what the container holds',
      { ...SYRINGE, containerVolume: '49.9 mL' },
      { kind: 'containerTooSmall', finalVolume: '50 mL', container: '49.9 mL' },
    ],
    [
      'an overfill that leaves no room for the drug',
      { ...BAG, overfill: '7 mL', containerVolume: '111.9 mL' },
      { kind: 'containerTooSmall', finalVolume: '112 mL', container: '111.9 mL' },
    ],
    [
      'ketamine 100 mg per mL undiluted',
      { ...SYRINGE, amount: '41 mg', strength: '100 mg/mL', volume: '0.41 mL', toGive: '0.41 mL' },
      { kind: 'undilutedForbidden', strength: '100 mg/mL' },
    ],
    [
      'an overfill in a measured volume',
      { ...SYRINGE, overfill: '1 mL' },
      { kind: 'madeUpToIsMeasured', name: 'overfill' },
    ],
    [
      'a line filled from a measured volume',
      { ...SYRINGE, ...line('containerDiluent', true) },
      { kind: 'madeUpToIsMeasured', name: 'line' },
    ],
    [
      'a line that takes all of the diluent',
      { ...BAG, overfill: '7 mL', ...line('containerDiluent', true, '107 mL') },
      { kind: 'lineTakesAllDiluent', line: '107 mL', diluent: '107 mL' },
    ],
    [
      'a line that makes the first container stronger than the second',
      { ...BAG, toGive: '120 mL', ...line('containerDiluent', true) },
      { kind: 'containersDiffer', containers: '2' },
    ],
    [
      'a flushed line that holds all there is to give',
      { ...SYRINGE, toGive: '2 mL', ...line('mixture', true) },
      { kind: 'lineHoldsTheDose', line: '2 mL', toGive: '2 mL' },
    ],
    [
      'an overfill below 0',
      { ...BAG, overfill: '-1 mL' },
      { kind: 'belowZero', name: 'overfill', value: '-1 mL' },
    ],
    [
      'a line below 0',
      { ...BAG, ...line('mixture', true, '-2 mL') },
      { kind: 'belowZero', name: 'line', value: '-2 mL' },
    ],
    [
      'an amount in mcg from a strength in mg',
      { ...SYRINGE, amount: '50 mcg' },
      { kind: 'unitsDiffer', amount: 'mcg', strength: 'mg/mL' },
    ],
  ])('has %s', (_name, given, failure) => {
    expect(planned(given)).toEqual({ ok: false, failure });
  });

  it.each([
    'amount',
    'strength',
    'vialVolume',
    'volume',
    'containerVolume',
    'toGive',
    'graduation',
    'useBy',
  ] as const)('has a %s of 0', (name) => {
    const unit = { ...SYRINGE, graduation: '0.1 mL' }[name].split(' ')[1];
    expect(planned({ ...SYRINGE, [name]: `0 ${unit}` })).toEqual({
      ok: false,
      failure: { kind: 'notAboveZero', name, value: `0 ${unit}` },
    });
  });

  it('is not one at the very edge of any of these', () => {
    const edges: readonly Fields[] = [
      { ...SYRINGE, volume: '5.1 mL', toGive: '5 mL' },
      { ...BAG, overfill: '7 mL', containerVolume: '112 mL' },
      { ...BAG, overfill: '7 mL', toGive: '5 mL', ...line('containerDiluent', true, '106.9 mL') },
      { ...BAG, toGive: '103 mL', ...line('containerDiluent', true) },
      { ...SYRINGE, toGive: '2.1 mL', ...line('mixture', true) },
      { ...SYRINGE, toGive: '2 mL', ...line('mixture', false) },
      { ...SYRINGE, toGive: '2 mL', ...line('otherDiluent', true) },
    ];
    for (const edge of edges) expect(planned(edge)).toMatchObject({ ok: true });
  });
});

describe('the preparation of a plan', () => {
  it('stays what it was without a graduation of its own', () => {
    const prepared = preparation(read<'mg'>('36 mg'), read('50 mg/mL'), read('100 mL'), 'addedTo');
    expect(texts(prepared)).toEqual({
      drawUpExact: '0.72 mL',
      drawUp: '0.72 mL',
      diluent: '100 mL',
      finalVolume: '100.72 mL',
      concentration: '450/1259 mg/mL',
    });
    expect(preparation(read<'mg'>('0.01 mg'), read('10 mg/mL'), read('50 mL'), 'madeUpTo')).toBeUndefined();
    expect(preparation(read<'mg'>('600 mg'), read('10 mg/mL'), read('50 mL'), 'madeUpTo')).toBeUndefined();
    expect(preparation(read<'mg'>('500 mg'), read('10 mg/mL'), read('50 mL'), 'madeUpTo')).toMatchObject({
      diluent: read('0 mL'),
    });
  });
});

describe('any vials', () => {
  it('are opened as needed and not one more, and lose nothing', () => {
    const tenths = fc.bigInt({ min: 1n, max: 5_000n }).map((n) => quantity(rational(n, 10n), 'mL'));
    fc.assert(
      fc.property(tenths, tenths, (drawn, vialVolume) => {
        const strength = read<'units/mL'>('100 units/mL');
        const { count, opened, left } = vialsFor(drawn, vialVolume, strength);
        const perVial = derive('units', [vialVolume, strength]);
        expect(opened.value).toEqual(multiply(perVial.value, rational(count)));
        expect(plus(left, derive('units', [drawn, strength]))).toEqual(opened);
        expect(compareQuantities(left, quantity(rational(0n), 'units'))).not.toBe(-1);
        expect(compareQuantities(left, perVial)).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });
});
