import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as secondEngine from '../../../src/core/crosscheck/dripBackward.ts';
import { type DripRate, type DripRateInput, dripRate } from '../../../src/core/dosing/dripRate.ts';
import {
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { add, compare, rational } from '../../../src/core/quantity/rational.ts';
import vectors from '../../fixtures/dosing/drip.json' with { type: 'json' };

vi.mock('../../../src/core/crosscheck/dripBackward.ts', { spy: true });

function input(rate: string, dropFactor: string): DripRateInput {
  return {
    rate: readQuantity(rate as QuantityText<'mL/h'>, 'mL/h'),
    dropFactor: readQuantity(dropFactor as QuantityText<'gtt/mL'>, 'gtt/mL'),
  };
}

function drip(given: DripRateInput): DripRate {
  const answer = dripRate(given);
  if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
  return answer.value;
}

describe('a gravity drip', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { rate, dropFactor, expected }) => {
      const answer = drip(input(rate, dropFactor));
      expect({
        exact: quantityText(answer.exact),
        set: quantityText(answer.set),
        achieved: quantityText(answer.achieved),
        changePercent: quantityText(quantity(answer.changePercent, '%')).replace(' %', ''),
        rounding: answer.rounding,
      }).toEqual(expected);
    },
  );

  it.each([
    ['a rate of 0', '0 mL/h', '20 gtt/mL', { kind: 'notAboveZero', name: 'rate', value: '0 mL/h' }],
    ['a rate below 0', '-1 mL/h', '20 gtt/mL', { kind: 'notAboveZero', name: 'rate', value: '-1 mL/h' }],
    [
      'a drop factor of 0',
      '54 mL/h',
      '0 gtt/mL',
      { kind: 'notAboveZero', name: 'dropFactor', value: '0 gtt/mL' },
    ],
    [
      'half a drop per minute, which would go down to none',
      '1.5 mL/h',
      '20 gtt/mL',
      { kind: 'lessThanOneDrop', exact: '0.5 gtt/min' },
    ],
  ])('refuses %s', (_name, rate, dropFactor, failure) => {
    expect(dripRate(input(rate, dropFactor))).toEqual({ ok: false, failure });
  });

  it('has no answer when the second engine does not confirm it', () => {
    vi.mocked(secondEngine.dripRateDisagreements).mockReturnValueOnce(['rate']);
    expect(dripRate(input('54 mL/h', '20 gtt/mL'))).toEqual({
      ok: false,
      failure: { kind: 'enginesDisagree', on: ['rate'] },
    });
  });

  it('agrees with the second engine, in whole drops, for every rate and set', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 100_000n }),
        fc.constantFrom(10n, 15n, 20n, 60n),
        (hundredths, factor) => {
          const answer = dripRate({
            rate: quantity(rational(hundredths, 100n), 'mL/h'),
            dropFactor: quantity(rational(factor), 'gtt/mL'),
          });
          if (answer.ok) expect(answer.value.set.value.denominator).toBe(1n);
          else expect(answer.failure.kind).toBe('lessThanOneDrop');
          const isHalfOrLess = compare(rational(hundredths * factor, 6_000n), rational(1n, 2n)) <= 0;
          expect(answer.ok).toBe(!isHalfOrLess);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a gravity drip worked back', () => {
  const off = <U extends Unit>(value: Quantity<U>) =>
    quantity(add(value.value, rational(1n, 10n ** 12n)), value.unit);

  it.each<[string, (right: DripRate) => Partial<DripRate>, readonly string[]]>([
    ['nothing', () => ({}), []],
    ['the exact drops', ({ exact }) => ({ exact: off(exact) }), ['rate', 'wholeDrops', 'change']],
    ['the set drops', ({ set }) => ({ set: off(set) }), ['wholeDrops', 'achieved', 'change']],
    ['the achieved rate', ({ achieved }) => ({ achieved: off(achieved) }), ['achieved']],
    [
      'the change',
      ({ changePercent }) => ({ changePercent: add(changePercent, rational(1n, 10n ** 12n)) }),
      ['change'],
    ],
    [
      'a half that goes up',
      () => ({
        set: readQuantity('42 gtt/min', 'gtt/min'),
        achieved: readQuantity('126 mL/h', 'mL/h'),
        changePercent: rational(100n, 83n),
      }),
      ['wholeDrops'],
    ],
    [
      'drops that are not the nearest',
      () => ({
        set: readQuantity('40 gtt/min', 'gtt/min'),
        achieved: readQuantity('120 mL/h', 'mL/h'),
        changePercent: rational(-300n, 83n),
      }),
      ['wholeDrops'],
    ],
  ])('is off in %s', (_name, change, expected) => {
    const given = input('124.5 mL/h', '20 gtt/mL');
    const right = drip(given);
    expect(secondEngine.dripRateDisagreements(given, { ...right, ...change(right) })).toEqual(expected);
  });
});
