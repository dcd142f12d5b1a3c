import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../src/core/crosscheck/planBackward.ts';
import type { PlanInput } from '../../../src/core/dosing/planInput.ts';
import { type PlanSum, planSum } from '../../../src/core/dosing/planSum.ts';
import { planSumText } from '../../../src/core/dosing/planSumText.ts';
import { planWorking } from '../../../src/core/dosing/planWorking.ts';
import { bodyMassIndex, weightInPounds } from '../../../src/core/dosing/weightEcho.ts';
import { formatQuantity } from '../../../src/core/quantity/format.ts';
import { formatMinutes } from '../../../src/core/quantity/formatDuration.ts';
import { derive, minus, quantity, readQuantity } from '../../../src/core/quantity/quantity.ts';
import { rational } from '../../../src/core/quantity/rational.ts';
import vectors from '../../fixtures/dosing/mood40.json' with { type: 'json' };
import { NO_HARD_LIMITS } from '../../support/hardLimits.ts';
import { offByALittle } from '../../support/offByALittle.ts';

type Vector = (typeof vectors.cases)[number];

function inputOf(given: Vector['given']): PlanInput {
  return {
    dosePerKg: readQuantity(`${given.dosePerKg} mg/kg`, 'mg/kg'),
    weight: readQuantity(`${given.weight} kg`, 'kg'),
    duration: readQuantity(`${given.minutes} min`, 'min'),
    amount: readQuantity(`${given.amount} mg`, 'mg'),
    volume: readQuantity(`${given.volume} mL`, 'mL'),
    mixing: given.mixing === 'addedTo' ? 'addedTo' : 'madeUpTo',
    strength: readQuantity(`${given.strength} mg/mL`, 'mg/mL'),
    rateStep: readQuantity('0.1 mL/h', 'mL/h'),
    volumeStep: readQuantity('0.1 mL', 'mL'),
    containerVolume: readQuantity('2000 mL', 'mL'),
    hard: NO_HARD_LIMITS,
  };
}

function sumOf(input: PlanInput): PlanSum {
  const sum = planSum(input);
  if (!sum.ok) throw new Error(`refused: ${sum.failure.kind}`);
  return sum.value;
}

describe('worked plans', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { given, expected }) => {
      const sum = planSumText(sumOf(inputOf(given)));
      expect(sum).toMatchObject(expected);
    },
  );

  it('show the reference sum step by step, without a trailing zero', () => {
    const given = vectors.cases[0]?.given;
    if (!given) throw new Error('no reference case');
    const input = inputOf(given);
    const lines = planWorking(input, sumOf(input)).map(({ calculation, result }) =>
      `${calculation} = ${result}`.replaceAll('\u00a0', ' '),
    );
    expect(lines).toEqual([
      '0.5 mg/kg × 72 kg = 36 mg',
      '50 mg ÷ 50 mL = 1 mg per mL',
      '36 mg ÷ 1 mg per mL = 36 mL',
      '36 mL ÷ 40 min × 60 min/h = 54 mL/h',
      '54 mL/h, step 0.1 mL/h, nothing to round = 54 mL/h',
      '54 mL/h × 1 mg per mL ÷ 72 kg = 0.75 mg/kg/h',
      '0.75 mg/kg/h × 1,000 mcg/mg ÷ 60 min/h = 12.5 mcg/kg/min',
      '0.75 mg/kg/h × 40 min ÷ 60 min/h = 0.5 mg/kg, agrees',
      '50 mg ÷ 10 mg per mL, then 45 mL diluent = 5 mL drug',
    ]);
    expect(lines.join(' ')).not.toMatch(/\d\.0\b/);
  });

  it('say what the rounding of 72.5 kg changes and how long the pump then runs', () => {
    const input = inputOf({ ...reference(), weight: '72.5' });
    const sum = sumOf(input);
    expect(formatMinutes(sum.achieved.duration).replaceAll('\u00a0', ' ')).toBe('39 min 56 s');
    expect(formatQuantity(sum.achieved.dosePerKg).replaceAll('\u00a0', ' ')).toBe('0.4993 mg/kg');
    const words = planWorking(input, sum).map(({ calculation }) => calculation);
    expect(words).toContain('36.25\u00a0mL, step 0.1\u00a0mL, −0.14\u00a0% from rounding');
  });
});

function reference(): Vector['given'] {
  const given = vectors.cases[0]?.given;
  if (!given) throw new Error('no reference case');
  return given;
}

describe('a plan without a sum', () => {
  it('is refused when the pump step would change the rate by more than 5 %', () => {
    // 0.25 mL/h on a step of 0.1 goes down to 0.2, which is 20 % less.
    const sum = planSum(inputOf({ ...reference(), weight: '4', dosePerKg: '0.025', minutes: '24' }));
    expect(sum).toMatchObject({
      ok: false,
      failure: { kind: 'pumpStepTooCoarse', exact: '0.25 mL/h', set: '0.2 mL/h' },
    });
  });

  it('is refused when it does not fit in the container', () => {
    const input = {
      ...inputOf({ ...reference(), volume: '60' }),
      containerVolume: readQuantity('50 mL', 'mL'),
    };
    expect(planSum(input)).toEqual({
      ok: false,
      failure: { kind: 'containerTooSmall', finalVolume: '60 mL', container: '50 mL' },
    });
  });

  it('is refused when the drug alone is more than the final volume', () => {
    const sum = planSum(inputOf({ ...reference(), amount: '600' }));
    expect(sum).toMatchObject({ ok: false, failure: { kind: 'drugExceedsFinalVolume' } });
  });
});

describe('two engines', () => {
  const plan = fc.record({
    dosePerKg: fc.integer({ min: 1, max: 2000 }).map((n) => rational(BigInt(n), 1000n)),
    weight: fc.integer({ min: 20, max: 4000 }).map((n) => rational(BigInt(n), 10n)),
    minutes: fc.integer({ min: 1, max: 1440 }).map((n) => rational(BigInt(n))),
    amount: fc.integer({ min: 1, max: 100_000 }).map((n) => rational(BigInt(n), 100n)),
    volume: fc.integer({ min: 10, max: 10_000 }).map((n) => rational(BigInt(n), 10n)),
    strength: fc.constantFrom(10n, 50n, 100n).map((n) => rational(n)),
    mixing: fc.constantFrom('madeUpTo' as const, 'addedTo' as const),
  });
  const asInput = (p: typeof plan extends fc.Arbitrary<infer P> ? P : never): PlanInput => ({
    dosePerKg: quantity(p.dosePerKg, 'mg/kg'),
    weight: quantity(p.weight, 'kg'),
    duration: quantity(p.minutes, 'min'),
    amount: quantity(p.amount, 'mg'),
    volume: quantity(p.volume, 'mL'),
    mixing: p.mixing,
    strength: quantity(p.strength, 'mg/mL'),
    rateStep: readQuantity('0.1 mL/h', 'mL/h'),
    volumeStep: readQuantity('0.1 mL', 'mL'),
    containerVolume: readQuantity('2000 mL', 'mL'),
    hard: NO_HARD_LIMITS,
  });

  it('agree exactly on every plan that has a sum', () => {
    fc.assert(
      fc.property(plan, (p) => {
        const sum = planSum(asInput(p));
        if (!sum.ok) expect(sum.failure.kind).not.toBe('enginesDisagree');
      }),
      { numRuns: 1_000 },
    );
  });

  it('name what is off, however little', () => {
    const input = inputOf({
      ...reference(),
      weight: '72.5',
      volume: '50',
      amount: '0.9',
      dosePerKg: '0.006',
    });
    const sum = sumOf(input);
    expect(disagreements(input, sum)).toEqual([]);
    const named = offByALittle(sum).map(({ where, value }) => `${where}: ${disagreements(input, value)}`);
    expect(named).toEqual([
      'dose: orderedDose,volume',
      'concentration: orderedDose,volume,concentration,achievedDose',
      'volume.exact: volume,pumpVolume',
      'volume.set: pumpVolume,achievedDose,runningTime,containers',
      'volume.changePercent: pumpVolume',
      'volume.inner: pumpVolume',
      'rate.exact: orderedDose,pumpRate',
      'rate.set: pumpRate,achievedDose,runningTime,containerLasts,containers',
      'rate.changePercent: pumpRate',
      'rate.inner: pumpRate',
      'preparation.drawUpExact: preparation',
      'preparation.drawUp: preparation,concentration',
      'preparation.diluent: preparation',
      'preparation.finalVolume: preparation,concentration,containerLasts',
      'preparation.concentration: concentration',
      'doseRate: doseRate',
      'doseRateMicrograms: doseRate',
      'achieved.dose: achievedDose',
      'achieved.dosePerKg: achievedDose',
      'achieved.doseRate: achievedDose',
      'achieved.duration: runningTime,containers',
      'containerLasts: containerLasts',
      'containers: containers',
      'containerUses.0.connectedAfter: containers',
      'containerUses.0.endsAfter: containers',
      'containerUses.0.volume: containers',
    ]);
  });

  it('confirm no mixture but the one that was ordered, on the marks of a syringe', () => {
    const input = inputOf(reference());
    const sum = sumOf(input);
    expect(disagreements({ ...input, mixing: 'addedTo' }, sum)).toEqual(['preparation']);
    expect(disagreements({ ...input, volume: readQuantity('51 mL', 'mL') }, sum)).toEqual(['preparation']);
    const added = inputOf({ ...reference(), mixing: 'addedTo' });
    expect(disagreements({ ...added, mixing: 'madeUpTo' }, sumOf(added))).toEqual(['preparation']);
    // 36.25 mg of 10 mg per mL are 3.625 mL, between the marks of 3.6 and 3.7.
    const between = inputOf({ ...reference(), amount: '36.25', strength: '10' });
    const { drawUpExact } = sumOf(between).preparation;
    const unrounded = { drawUp: drawUpExact, diluent: minus(between.volume, drawUpExact) };
    const concentration = derive('mg/mL', [between.amount], [between.volume]);
    const prepared = { ...sumOf(between).preparation, ...unrounded, concentration };
    expect(disagreements(between, { ...sumOf(between), concentration, preparation: prepared })).toContain(
      'preparation',
    );
  });

  it('keep 5 mcg/kg/min from becoming 0: the created microgram is exact', () => {
    const input = inputOf({ ...reference(), dosePerKg: '0.001', minutes: '60', amount: '0.5', volume: '50' });
    const sum = planSum(input);
    expect(sum.ok && planSumText(sum.value).doseRateMicrograms).toBe('1/60 mcg/kg/min');
  });
});

describe('echoes of a weight', () => {
  it('give pounds and body mass index', () => {
    expect(formatQuantity(weightInPounds(readQuantity('72 kg', 'kg')))).toBe('159\u00a0lb');
    const index = bodyMassIndex(readQuantity('72 kg', 'kg'), readQuantity('172 cm', 'cm'));
    expect(formatQuantity(index)).toBe('24.3\u00a0kg/m2');
  });
});
