import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../src/core/crosscheck/planBackward.ts';
import { dosePerKgOf, hourlyDose, isPerKg, meaningOf } from '../../../src/core/dosing/orderedRate.ts';
import type { PlanInput } from '../../../src/core/dosing/planInput.ts';
import { type PlanSum, planSum } from '../../../src/core/dosing/planSum.ts';
import { planSumText } from '../../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import type { RateUnit } from '../../../src/core/library/orderUnits.ts';
import { readAnyQuantity } from '../../../src/core/quantity/format.ts';
import { type Quantity, quantity, quantityText, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { add, rational } from '../../../src/core/quantity/rational.ts';
import { orderedInput } from '../../../src/core/session/orderInput.ts';
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';
import { offByALittle } from '../../support/offByALittle.ts';

type Plan = {
  readonly rate: string;
  readonly minutes: string;
  readonly weight?: string;
  readonly amount?: string;
  readonly volume?: string;
  readonly strength?: string;
  readonly useBy?: string;
};

function inputOf({ rate, minutes, ...plan }: Plan): PlanInput {
  const ordered = readAnyQuantity(rate as '1 mg/h') as Quantity<RateUnit>;
  const duration = readQuantity(`${minutes} min`, 'min');
  return {
    ...orderedInput(ordered, duration, { weight: readQuantity(`${plan.weight ?? '80'} kg`, 'kg') }),
    amount: readQuantity(`${plan.amount ?? '100'} mg`, 'mg'),
    volume: readQuantity(`${plan.volume ?? '50'} mL`, 'mL'),
    mixing: 'madeUpTo',
    strength: readQuantity(`${plan.strength ?? '10'} mg/mL`, 'mg/mL'),
    rateStep: readQuantity('0.1 mL/h', 'mL/h'),
    volumeStep: readQuantity('0.1 mL', 'mL'),
    containerVolume: readQuantity('500 mL', 'mL'),
    ...(plan.useBy === undefined ? {} : { useBy: readQuantity(`${plan.useBy} min`, 'min') }),
    hard: NO_HARD_LIMITS,
  };
}

function sumOf(input: PlanInput): PlanSum {
  const sum = planSum(input);
  if (!sum.ok) throw new Error(`refused: ${sum.failure.kind}`);
  return sum.value;
}

function working(input: PlanInput): readonly string[] {
  return planWorking(input, sumOf(input)).map(({ calculation, result }) =>
    `${calculation} = ${result}`.replaceAll('\u00a0', ' '),
  );
}

const HOURS: Plan = { rate: '0.35 mg/kg/h', minutes: '240' };
const DAYS: Plan = { rate: '22 mg/h', minutes: '5760', amount: '1000', volume: '500', strength: '50' };
const MICROGRAMS: Plan = { rate: '0.5 mcg/kg/h', minutes: '240', amount: '0.2', strength: '0.1' };

describe('a plan of 0.35 mg/kg/h for 4 h (scenario 5)', () => {
  const input = inputOf(HOURS);

  it('is 28 mg/h, 14 mL/h, 112 mg and 56 mL from 2 syringes, the first empty after 3 h 34 min 17 s', () => {
    expect(planSumText(sumOf(input))).toMatchObject({
      dose: '112 mg',
      volumeToGive: '56 mL',
      rate: '14 mL/h',
      doseRate: '0.35 mg/kg/h',
      containers: 2,
      containerUses: [
        { endsAfter: '1500/7 min', volume: '50 mL', endedBy: 'content' },
        { endsAfter: '240 min', volume: '6 mL', endedBy: 'end' },
      ],
    });
    expect(working(input)).toEqual([
      '0.35 mg/kg/h × 80 kg = 28 mg/h',
      '28 mg/h × 4 h = 112 mg',
      '100 mg ÷ 50 mL = 2 mg per mL',
      '112 mg ÷ 2 mg per mL = 56 mL',
      '28 mg/h ÷ 2 mg per mL = 14 mL/h',
      '14 mL/h, step 0.1 mL/h, nothing to round = 14 mL/h',
      '14 mL/h × 2 mg per mL ÷ 80 kg = 0.35 mg/kg/h, agrees',
      '0.35 mg/kg/h × 1,000 mcg/mg ÷ 60 min/h = 5.8333 mcg/kg/min',
      '100 mg ÷ 10 mg per mL, then 40 mL diluent = 10 mL drug',
      '56 mL ÷ 50 mL = 2, first empty after 3 h 34 min 17 s',
    ]);
  });

  it('says a time that is no whole number of hours in minutes', () => {
    expect(working(inputOf({ ...HOURS, minutes: '100' }))[1]).toBe(
      '28 mg/h × 100 min ÷ 60 min/h = 46.6667 mg',
    );
  });

  it('says nothing of containers where one is enough', () => {
    const sum = planSumText(sumOf(inputOf({ ...HOURS, minutes: '120' })));
    expect(sum).toMatchObject({ containers: 1 });
    expect(sum).not.toHaveProperty('containerUses');
  });
});

describe('a plan of 22 mg/h for 96 h (scenario 6)', () => {
  it('is 11 mL/h, 2,112 mg and 1,056 mL from 3 bags, the first empty after 45 h 27 min 16 s', () => {
    const sum = sumOf(inputOf(DAYS));
    expect(planSumText(sum)).toMatchObject({
      dose: '2112 mg',
      volumeToGive: '1056 mL',
      rate: '11 mL/h',
      containers: 3,
    });
    expect(working(inputOf(DAYS)).at(-1)).toBe('1,056 mL ÷ 500 mL = 3, first empty after 1 d 21 h 27 min');
    expect(quantityText(sum.containerLasts)).toBe('30000/11 min');
  });

  it('with a use-by of 24 h takes 4 bags, changed at 24, 48 and 72 h, 264 mL of each', () => {
    const input = inputOf({ ...DAYS, useBy: '1440' });
    const { containerUses } = planSumText(sumOf(input));
    expect(containerUses?.map(({ endsAfter, volume, endedBy }) => [endsAfter, volume, endedBy])).toEqual([
      ['1440 min', '264 mL', 'useBy'],
      ['2880 min', '264 mL', 'useBy'],
      ['4320 min', '264 mL', 'useBy'],
      ['5760 min', '264 mL', 'end'],
    ]);
    expect(working(input).at(-1)).toBe('96 h, each used for 24 h = 4, first ends after 1 d 00 h 00 min');
  });

  it('with a use-by of 48 h takes 3 bags all the same, and says that they are empty first', () => {
    expect(working(inputOf({ ...DAYS, useBy: '2880' })).at(-1)).toBe(
      '1,056 mL ÷ 500 mL = 3, first empty after 1 d 21 h 27 min',
    );
  });

  it('is worked in steps that are named in their order', () => {
    const steps = (plan: Plan) => planWorking(inputOf(plan), sumOf(inputOf(plan))).map(({ step }) => step);
    const made = ['strength', 'volume', 'rate', 'pump'];
    expect(steps(DAYS)).toEqual(['dose', ...made, 'backCheck', 'drawUp', 'containers']);
    expect(steps(HOURS)).toEqual([
      'hourly',
      'dose',
      ...made,
      'backCheck',
      'backCheckMicrograms',
      'drawUp',
      'containers',
    ]);
  });

  it('is the same for every weight', () => {
    const light = planSumText(sumOf(inputOf({ ...DAYS, weight: '40' })));
    expect([light.rate, light.dose]).toEqual(['11 mL/h', '2112 mg']);
    expect(working(inputOf(DAYS))[0]).toBe('22 mg/h × 96 h = 2,112 mg');
    expect(working(inputOf(DAYS))).toContain('11 mL/h × 2 mg per mL = 22 mg/h, agrees');
  });

  it('of more than 20 containers is counted, not listed', () => {
    const sum = sumOf(inputOf({ ...DAYS, amount: '4', volume: '2', minutes: '14400' }));
    expect([sum.containers, sum.containerUses.length]).toEqual([1320n, 0]);
    expect(planWorking(inputOf(DAYS), sum).some(({ step }) => step === 'containers')).toBe(false);
  });
});

describe('a plan of 0.5 mcg/kg/h (scenario 16)', () => {
  it('is 40 mcg/h and 10 mL/h, and no line of it names a milligram', () => {
    const lines = working(inputOf(MICROGRAMS));
    expect(lines).toEqual([
      '0.5 mcg/kg/h × 80 kg = 40 mcg/h',
      '40 mcg/h × 4 h = 160 mcg',
      '200 mcg ÷ 50 mL = 4 mcg per mL',
      '160 mcg ÷ 4 mcg per mL = 40 mL',
      '40 mcg/h ÷ 4 mcg per mL = 10 mL/h',
      '10 mL/h, step 0.1 mL/h, nothing to round = 10 mL/h',
      '10 mL/h × 4 mcg per mL ÷ 80 kg = 0.5 mcg/kg/h, agrees',
      '200 mcg ÷ 100 mcg per mL, then 48 mL diluent = 2 mL drug',
    ]);
    expect(lines.join(' ')).not.toMatch(/\bmg\b/);
  });

  it('in mcg/kg/min says where the hour comes from', () => {
    expect(working(inputOf({ ...MICROGRAMS, rate: '0.01 mcg/kg/min' }))[0]).toBe(
      '0.01 mcg/kg/min × 80 kg × 60 min/h = 48 mcg/h',
    );
  });
});

describe('what a rate comes to', () => {
  const weight = readQuantity('80 kg', 'kg');
  const duration = readQuantity('90 min', 'min');
  it.each([
    ['0.4 mg/kg/h', '0.6 mg/kg', '32 mg/h'],
    ['400 mcg/kg/h', '0.6 mg/kg', '32 mg/h'],
    ['10 mcg/kg/min', '0.9 mg/kg', '48 mg/h'],
    ['32 mg/h', '0.6 mg/kg', '32 mg/h'],
  ])('%s over 90 min is %s, %s for 80 kg', (rate, perKg, hourly) => {
    const ordered = readAnyQuantity(rate as '1 mg/h') as Quantity<RateUnit>;
    expect(quantityText(dosePerKgOf(ordered, duration, weight))).toBe(perKg);
    expect(quantityText(hourlyDose(ordered, weight))).toBe(hourly);
    const pumped = readQuantity('16 mL/h', 'mL/h');
    const strength = readQuantity('2 mg/mL', 'mg/mL');
    expect(meaningOf(pumped, strength, weight, ordered.unit).unit).toBe(ordered.unit);
    expect(isPerKg(ordered.unit)).toBe(ordered.unit !== 'mg/h');
  });
});

describe('the second engine of a rate plan', () => {
  const off = <Q extends Quantity>(value: Q): Q =>
    quantity(add(value.value, rational(1n, 1_000n)), value.unit) as Q;

  it.each([HOURS, DAYS, { ...DAYS, useBy: '1440' }, MICROGRAMS])('agrees with a right sum of %o', (plan) => {
    expect(disagreements(inputOf(plan), sumOf(inputOf(plan)))).toEqual([]);
  });

  it.each([HOURS, DAYS, MICROGRAMS])('withholds a sum of another rate than was ordered: %o', (plan) => {
    const input = inputOf(plan);
    const wrong = { ...input, ordered: off(input.ordered ?? readQuantity('1 mg/h', 'mg/h')) };
    expect(disagreements(wrong, sumOf(input))).toEqual(['orderedRate']);
  });

  it('withholds containers that are miscounted, last too long, or give too little', () => {
    const input = inputOf({ ...DAYS, useBy: '1440' });
    const sum = sumOf(input);
    const [first, ...others] = sum.containerUses;
    if (!first) throw new Error('no container');
    const of = (change: Partial<PlanSum>) => disagreements(input, { ...sum, ...change });
    expect(of({ containers: 5n })).toEqual(['containers']);
    expect(of({ containers: 3n })).toEqual(['containers']);
    expect(of({ containerUses: [] })).toEqual(['containers']);
    expect(of({ containerUses: others })).toEqual(['containers']);
    expect(of({ containerUses: [{ ...first, volume: off(first.volume) }, ...others] })).toEqual([
      'containers',
    ]);
    expect(of({ containerUses: [{ ...first, endedBy: 'content' }, ...others] })).toEqual(['containers']);
    expect(of({ containerLasts: off(sum.containerLasts) })).toContain('containerLasts');
    const many = inputOf({ ...DAYS, amount: '4', volume: '2', minutes: '14400' });
    expect(disagreements(many, sumOf(many))).toEqual([]);
  });

  it('withholds a count of containers that are not listed, and a list that is due and not there', () => {
    const input = inputOf({ ...DAYS, amount: '4', volume: '2', minutes: '14400' });
    const sum = sumOf(input);
    expect(sum.containerUses).toEqual([]);
    for (const containers of [1319n, 1321n])
      expect(disagreements(input, { ...sum, containers })).toEqual(['containers']);
    const listed = inputOf({ ...DAYS, useBy: '288' });
    expect(sumOf(listed).containers).toBe(20n);
    expect(disagreements(listed, { ...sumOf(listed), containerUses: [] })).toEqual(['containers']);
    const unlisted = inputOf({ ...DAYS, useBy: '280' });
    expect(sumOf(unlisted)).toMatchObject({ containers: 21n, containerUses: [] });
    expect(disagreements(unlisted, sumOf(unlisted))).toEqual([]);
  });

  it('withholds a container that serves beyond its use-by, though it is not empty any sooner', () => {
    const input = inputOf(DAYS);
    const sum = sumOf(input);
    const useBy = readQuantity('1440 min', 'min');
    expect(disagreements({ ...input, useBy }, sum)).toEqual(['containerLasts']);
    // One that is empty before its use-by is not held to it.
    expect(disagreements({ ...input, useBy: readQuantity('2880 min', 'min') }, sum)).toEqual([]);
  });

  it('withholds a change at another moment than the volume of the container lasts', () => {
    const input = inputOf({ ...DAYS, useBy: '1440' });
    const sum = sumOf(input);
    const [first, second, ...others] = sum.containerUses;
    if (!first || !second) throw new Error('no containers');
    const later = readQuantity('1441 min', 'min');
    const moved = [{ ...first, endsAfter: later }, { ...second, connectedAfter: later }, ...others];
    expect(disagreements(input, { ...sum, containerUses: moved })).toEqual(['containers']);
  });

  it.each([
    ['HOURS', HOURS],
    ['DAYS', DAYS],
    ['DAYS by use-by', { ...DAYS, useBy: '1440' }],
    ['MICROGRAMS', MICROGRAMS],
  ])('withholds a sum with any one number off: %s', (_name, plan) => {
    const input = inputOf(plan);
    for (const { where, value } of offByALittle(sumOf(input)))
      expect(disagreements(input, value), where).not.toEqual([]);
  });
});
