import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustedWeightDisagreements,
  bodySurfaceDisagreements,
  dosingWeightDisagreements,
  idealWeightDisagreements,
  jamesDisagreements,
  janmahasatianDisagreements,
} from '../../../src/core/crosscheck/bodySizeBackward.ts';
import {
  decimal,
  difference,
  exact,
  multiple,
  order,
  ratio,
  sum,
} from '../../../src/core/crosscheck/fractions.ts';
import { orderOfPowers, type RaisedFraction } from '../../../src/core/crosscheck/powerOrder.ts';
import {
  BODY_SURFACE_FORMULAS,
  type BodySurface,
  type BodySurfaceFormula,
  bodySurface,
} from '../../../src/core/dosing/bodySurface.ts';
import {
  type AdjustedWeight,
  adjustedWeight,
  type BodyMeasures,
  idealWeight,
} from '../../../src/core/dosing/bodyWeight.ts';
import { type DosingWeight, dosingWeight } from '../../../src/core/dosing/dosingWeight.ts';
import { leanWeightJames, leanWeightJanmahasatian } from '../../../src/core/dosing/leanWeight.ts';
import { type Quantity, quantity, readQuantity, type Unit } from '../../../src/core/quantity/quantity.ts';
import { add, divide, multiply, rational, subtract } from '../../../src/core/quantity/rational.ts';
import type { Result } from '../../../src/core/result.ts';

const TINY = rational(1n, 10n ** 15n);
const kg = (text: string) => readQuantity(`${text} kg`, 'kg');
const cm = (text: string) => readQuantity(`${text} cm`, 'cm');

function answered<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${result.failure.kind}`);
  return result.value;
}

/** A little more, and a little less. */
function off<U extends Unit>(value: Quantity<U>): readonly Quantity<U>[] {
  return [add, subtract].map((change) => quantity(change(value.value, TINY), value.unit));
}

describe('fractions of the second engine', () => {
  it('are exact', () => {
    const third = exact(rational(1n, 3n));
    expect(order(sum(third, third, third), decimal('1'))).toBe(0);
    expect(order(difference(third, decimal('1')), exact(rational(-2n, 3n)))).toBe(0);
    expect(order(multiple(third, decimal('0.3')), decimal('0.1'))).toBe(0);
    expect(order(ratio(decimal('0.007184'), decimal('2')), decimal('0.003592'))).toBe(0);
    expect(order(exact(rational(1n, 10n ** 40n)), decimal('0'))).toBeGreaterThan(0);
    expect(order(third, decimal('0.3334'))).toBeLessThan(0);
  });
});

describe('the order of products of powers', () => {
  const power = (n: bigint, d: bigint, exponent: bigint): RaisedFraction => [exact(rational(n, d)), exponent];

  it.each([
    ['2^10 and 1024', [power(2n, 1n, 10n)], [power(1024n, 1n, 1n)], 0],
    ['2^10 and 1025', [power(2n, 1n, 10n)], [power(1025n, 1n, 1n)], -1],
    ['2^10 and 1023', [power(2n, 1n, 10n)], [power(1023n, 1n, 1n)], 1],
    ['(1/2)^3 and 1/9', [power(1n, 2n, 3n)], [power(1n, 9n, 1n)], 1],
    ['(2/3)^2 and 4/9', [power(2n, 3n, 2n)], [power(4n, 9n, 1n)], 0],
    ['nothing and 3/2', [], [power(3n, 2n, 1n)], -1],
    ['5^0 and 1', [power(5n, 1n, 0n)], [], 0],
    [
      '6^3000 and 2^3000 × 3^3000',
      [power(6n, 1n, 3_000n)],
      [power(2n, 1n, 3_000n), power(3n, 1n, 3_000n)],
      0,
    ],
    ['a side that is larger by 10^-99', [power(10n ** 100n + 1n, 1n, 10n)], [power(10n, 1n, 1_000n)], 1],
    ['a side that is smaller by 10^-99', [power(10n, 1n, 1_000n)], [power(10n ** 100n + 1n, 1n, 10n)], -1],
    ['3^5000 and 2^7925', [power(3n, 1n, 5_000n)], [power(2n, 1n, 7_925n)], -1],
    ['3^5000 and 2^7924', [power(3n, 1n, 5_000n)], [power(2n, 1n, 7_924n)], 1],
  ])('%s', (_name, left, right, expected) => {
    expect(orderOfPowers(left, right)).toBe(expected);
  });

  it('is that of the products multiplied out', () => {
    const powers = fc.array(
      fc.tuple(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.bigInt({ min: 0n, max: 40n }),
      ),
      { maxLength: 3 },
    );
    const inFull = (some: readonly (readonly [bigint, bigint, bigint])[]) =>
      some.reduce(
        (whole, [n, d, exponent]) => multiply(whole, rational(n ** exponent, d ** exponent)),
        rational(1n),
      );
    fc.assert(
      fc.property(powers, powers, (left, right) => {
        const raise = (some: typeof left) => some.map(([n, d, exponent]) => power(n, d, exponent));
        const [whole, other] = [inFull(left), inFull(right)];
        const expected = whole.numerator * other.denominator - other.numerator * whole.denominator;
        const sign = expected < 0n ? -1 : Number(expected > 0n);
        expect(orderOfPowers(raise(left), raise(right))).toBe(sign);
        expect(orderOfPowers(raise(left), raise(left))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a body surface worked back', () => {
  const reference = (formula: BodySurfaceFormula) => ({ formula, weight: kg('72'), height: cm('172') });

  /** The answer moved by so many units of its twelfth digit, neighbours and all. */
  function moved(answer: BodySurface, units: bigint): BodySurface {
    const place = subtract(answer.above.value, answer.surface.value);
    const by = <U extends Unit>(value: Quantity<U>) =>
      quantity(add(value.value, multiply(place, rational(units))), value.unit);
    return { ...answer, surface: by(answer.surface), below: by(answer.below), above: by(answer.above) };
  }

  it.each(BODY_SURFACE_FORMULAS)('is confirmed by %s and by no other formula', (formula) => {
    const answer = answered(bodySurface(reference(formula)));
    expect(bodySurfaceDisagreements(reference(formula), answer)).toEqual([]);
    for (const other of BODY_SURFACE_FORMULAS.filter((name) => name !== formula))
      expect(bodySurfaceDisagreements(reference(other), answer)).toEqual(['bracket']);
  });

  it.each(BODY_SURFACE_FORMULAS)('is not confirmed one unit of the twelfth digit away (%s)', (formula) => {
    const answer = answered(bodySurface(reference(formula)));
    for (const units of [1n, -1n])
      expect(bodySurfaceDisagreements(reference(formula), moved(answer, units))).toEqual(['bracket']);
  });

  it('is not confirmed with more than 12 digits, or with a neighbour that is not one', () => {
    const given = reference('Mosteller');
    const answer = answered(bodySurface(given));
    const place = subtract(answer.above.value, answer.surface.value);
    const tenth = quantity(add(answer.surface.value, divide(place, rational(10n))), 'm2');
    expect(bodySurfaceDisagreements(given, { ...answer, surface: tenth })).toContain('twelveDigits');
    for (const below of off(answer.below))
      expect(bodySurfaceDisagreements(given, { ...answer, below })).toContain('neighbours');
    for (const above of off(answer.above))
      expect(bodySurfaceDisagreements(given, { ...answer, above })).toContain('neighbours');
  });

  it('is not confirmed when it is not above 0', () => {
    const given = reference('Mosteller');
    const answer = answered(bodySurface(given));
    for (const surface of [readQuantity('0 m2', 'm2'), readQuantity('-1.8547236991 m2', 'm2')])
      expect(bodySurfaceDisagreements(given, { ...answer, surface })).toEqual(['twelveDigits']);
  });

  it('is confirmed at a power of ten, where the neighbour below is ten times as close', () => {
    const one = { formula: 'Mosteller', weight: kg('36'), height: cm('100') } as const;
    const answer = answered(bodySurface(one));
    expect(bodySurfaceDisagreements(one, answer)).toEqual([]);
    const tooFar = { ...answer, below: readQuantity('0.99999999999 m2', 'm2') };
    expect(bodySurfaceDisagreements(one, tooFar)).toContain('neighbours');
  });

  it('must be the lower neighbour at an exact half', () => {
    // 60.0000000003 ÷ 60 is 1.000000000005, half way between 1 and 1.00000000001.
    const tie = { formula: 'Mosteller', weight: kg('60.0000000003'), height: cm('60.0000000003') } as const;
    const answer = answered(bodySurface(tie));
    expect(bodySurfaceDisagreements(tie, answer)).toEqual([]);
    const upper: BodySurface = {
      formula: 'Mosteller',
      below: readQuantity('1 m2', 'm2'),
      surface: readQuantity('1.00000000001 m2', 'm2'),
      above: readQuantity('1.00000000002 m2', 'm2'),
    };
    expect(bodySurfaceDisagreements(tie, upper)).toEqual(['bracket']);
  });

  it('is confirmed for surfaces of any size', () => {
    const sizes = [
      ['0.000001', '0.01'],
      ['0.5', '30'],
      ['600', '250'],
      ['1000000', '100000'],
      ['100000000000000', '1000000000000000'],
      ['100000000000000000', '1000000000000000'],
      // 10^12 m2: the neighbour below is ten times as close as the one above.
      ['3600000000000000', '1000000000000'],
    ] as const;
    for (const [weight, height] of sizes) {
      const given = { formula: 'Mosteller', weight: kg(weight), height: cm(height) } as const;
      expect(bodySurfaceDisagreements(given, answered(bodySurface(given)))).toEqual([]);
    }
  });

  it('agrees for every weight and height', () => {
    const parts = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 7n }), fc.bigInt({ min: 1n, max: 999n }));
    fc.assert(
      fc.property(fc.constantFrom(...BODY_SURFACE_FORMULAS), parts, parts, (formula, [n, d], [m, e]) => {
        const answer = bodySurface({
          formula,
          weight: quantity(rational(n, d), 'kg'),
          height: quantity(rational(m, e), 'cm'),
        });
        expect(answer.ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a weight worked back', () => {
  const man: BodyMeasures = { sex: 'male', height: cm('177.8'), actual: kg('110') };
  const woman: BodyMeasures = { sex: 'female', height: cm('165.1'), actual: kg('70') };

  it('gives the height an ideal weight belongs to', () => {
    for (const { sex, height } of [man, woman]) {
      const ideal = answered(idealWeight(sex, height));
      expect(idealWeightDisagreements(sex, height, ideal)).toEqual([]);
      for (const wrong of off(ideal))
        expect(idealWeightDisagreements(sex, height, wrong)).toEqual(['height']);
      const other = sex === 'male' ? 'female' : 'male';
      expect(idealWeightDisagreements(other, height, ideal)).toEqual(['height']);
    }
  });

  it('gives the actual weight an adjusted weight belongs to', () => {
    const answer = answered(adjustedWeight(man));
    expect(adjustedWeightDisagreements(man.actual, answer)).toEqual([]);
    for (const weight of off(answer.weight))
      expect(adjustedWeightDisagreements(man.actual, { ...answer, weight })).toEqual(['actualWeight']);
    for (const ideal of off(answer.ideal))
      expect(adjustedWeightDisagreements(man.actual, { ...answer, ideal })).toEqual(['actualWeight']);
  });

  it('tells an adjusted weight from an actual one', () => {
    const ideal = kg('73');
    const level: AdjustedWeight = { weight: ideal, ideal, used: 'adjusted' };
    expect(adjustedWeightDisagreements(ideal, level)).toEqual([]);
    expect(adjustedWeightDisagreements(ideal, { ...level, used: 'actual' })).toEqual(['used']);
    const light = kg('60');
    const unadjusted: AdjustedWeight = { weight: light, ideal, used: 'actual' };
    expect(adjustedWeightDisagreements(light, unadjusted)).toEqual([]);
    // 73 − 0.4 × 13: the formula taken below the ideal weight.
    const formula: AdjustedWeight = { weight: kg('67.8'), ideal, used: 'adjusted' };
    expect(adjustedWeightDisagreements(light, formula)).toEqual(['used']);
    for (const weight of off(light))
      expect(adjustedWeightDisagreements(light, { ...unadjusted, weight })).toEqual(['actualWeight']);
  });

  it('gives the actual weight a lean weight by James belongs to', () => {
    for (const patient of [man, woman]) {
      const lean = answered(leanWeightJames(patient));
      expect(jamesDisagreements(patient, lean)).toEqual([]);
      for (const wrong of off(lean)) expect(jamesDisagreements(patient, wrong)).toEqual(['actualWeight']);
      const other = { ...patient, sex: patient.sex === 'male' ? 'female' : 'male' } as const;
      expect(jamesDisagreements(other, lean)).toEqual(['actualWeight']);
    }
  });

  it('does not take the heavier of the two patients whom James gives one lean weight', () => {
    // At 160 cm the parabola of men turns at 110 kg: 100 kg and 120 kg both come out at 60 kg of lean weight.
    const turn: BodyMeasures = { sex: 'male', height: cm('160'), actual: kg('110') };
    const lean = kg('60');
    expect(jamesDisagreements({ ...turn, actual: kg('100') }, lean)).toEqual([]);
    expect(jamesDisagreements({ ...turn, actual: kg('120') }, lean)).toEqual(['branch']);
    expect(jamesDisagreements(turn, kg('60.5'))).toEqual([]);
  });

  it('gives the actual weight a lean weight by Janmahasatian belongs to', () => {
    for (const patient of [man, woman]) {
      const lean = answered(leanWeightJanmahasatian(patient));
      expect(janmahasatianDisagreements(patient, lean)).toEqual([]);
      for (const wrong of off(lean))
        expect(janmahasatianDisagreements(patient, wrong)).toEqual(['actualWeight']);
      const other = { ...patient, sex: patient.sex === 'male' ? 'female' : 'male' } as const;
      expect(janmahasatianDisagreements(other, lean)).toEqual(['actualWeight']);
    }
  });

  it('does not confirm a lean weight that no actual weight has', () => {
    // However heavy a man of 10 m, his lean weight stays below 9270 ÷ 216 × 100 kg.
    const patient: BodyMeasures = { sex: 'male', height: cm('1000'), actual: kg('1') };
    const none = quantity(rational(927_000n, 216n), 'kg');
    expect(janmahasatianDisagreements(patient, none)).toEqual(['actualWeight', 'branch']);
  });

  it('agrees for every patient the formulas take', () => {
    const measures = fc.record({
      sex: fc.constantFrom('female' as const, 'male' as const),
      height: fc.integer({ min: 300, max: 2_500 }).map((n) => quantity(rational(BigInt(n), 10n), 'cm')),
      actual: fc.integer({ min: 1, max: 40_000 }).map((n) => quantity(rational(BigInt(n), 100n), 'kg')),
    });
    fc.assert(
      fc.property(measures, (patient) => {
        const answers = [
          idealWeight(patient.sex, patient.height),
          adjustedWeight(patient),
          leanWeightJames(patient),
          leanWeightJanmahasatian(patient),
        ];
        for (const answer of answers) if (!answer.ok) expect(answer.failure.kind).not.toBe('enginesDisagree');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a weight to dose on, checked against its cap', () => {
  it('is the cap exactly when the weight is above it', () => {
    const capped = answered(dosingWeight({ basis: 'actual', actual: kg('140'), cap: kg('120') }));
    const uncapped = answered(dosingWeight({ basis: 'actual', actual: kg('80'), cap: kg('120') }));
    const free = answered(dosingWeight({ basis: 'actual', actual: kg('140'), cap: undefined }));
    for (const answer of [capped, uncapped, free]) expect(dosingWeightDisagreements(answer)).toEqual([]);
    const wrong: readonly DosingWeight[] = [
      { ...capped, isCapped: false },
      { ...capped, weight: capped.beforeCap },
      { ...uncapped, isCapped: true },
      { ...uncapped, weight: kg('120') },
      { ...free, isCapped: true },
      { ...free, weight: kg('120') },
      { ...capped, beforeCap: kg('120') },
      ...off(capped.weight).map((weight) => ({ ...capped, weight })),
      ...off(uncapped.weight).map((weight) => ({ ...uncapped, weight })),
    ];
    for (const answer of wrong) expect(dosingWeightDisagreements(answer)).toEqual(['cap']);
  });
});
