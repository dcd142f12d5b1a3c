import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as secondEngine from '../../../src/core/crosscheck/countedBackward.ts';
import {
  type IntranasalDoses,
  type IntranasalOrder,
  intranasalDoses,
} from '../../../src/core/dosing/countedDoses.ts';
import {
  type IntramuscularDoses,
  type IntramuscularOrder,
  intramuscularDoses,
} from '../../../src/core/dosing/intramuscularDoses.ts';
import { readAnyQuantity } from '../../../src/core/quantity/format.ts';
import {
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { add, rational } from '../../../src/core/quantity/rational.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/countedDoses.json' with { type: 'json' };

vi.mock('../../../src/core/crosscheck/countedBackward.ts', { spy: true });

type IntranasalVector = (typeof vectors.intranasal)[number];
type IntramuscularVector = (typeof vectors.intramuscular)[number];

function amount(text: string): Quantity<AmountUnit> {
  return readAnyQuantity(text as QuantityText) as Quantity<AmountUnit>;
}

function concentration(text: string): Quantity<`${AmountUnit}/mL`> {
  return readAnyQuantity(text as QuantityText) as Quantity<`${AmountUnit}/mL`>;
}

function sprays(text: string): Quantity<'sprays'> {
  return readQuantity(text as QuantityText<'sprays'>, 'sprays');
}

function minutes(text: string): Quantity<'min'> {
  return readQuantity(text as QuantityText<'min'>, 'min');
}

function millilitres(text: string): Quantity<'mL'> {
  return readQuantity(text as QuantityText<'mL'>, 'mL');
}

function intranasalOrder(given: Omit<IntranasalVector, 'expected' | 'name'>): IntranasalOrder {
  return {
    amountPerSpray: amount(given.amountPerSpray),
    spraysPerDose: sprays(given.sprays),
    doses: BigInt(given.doses),
    gap: minutes(given.gap),
    filling: given.filling
      ? {
          concentration: concentration(given.filling.concentration),
          deadSpace: millilitres(given.filling.deadSpace),
          devices: BigInt(given.filling.devices),
        }
      : undefined,
  };
}

function intranasalAnswer(order: IntranasalOrder): IntranasalDoses {
  const answer = intranasalDoses(order);
  if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
  return answer.value;
}

function intramuscularOrder(given: Omit<IntramuscularVector, 'expected' | 'name'>): IntramuscularOrder {
  return {
    amountPerInjection: amount(given.amountPerInjection),
    injections: BigInt(given.injections),
    gap: minutes(given.gap),
    concentration: concentration(given.concentration),
    deadSpace: millilitres(given.deadSpace),
  };
}

function intramuscularAnswer(order: IntramuscularOrder): IntramuscularDoses {
  const answer = intramuscularDoses(order);
  if (!answer.ok) throw new Error(`refused: ${answer.failure.kind}`);
  return answer.value;
}

/** A little more than a quantity. */
function off<U extends Unit>(value: Quantity<U>): Quantity<U> {
  return quantity(add(value.value, rational(1n, 10n ** 12n)), value.unit);
}

function oneMore(value: Quantity<'sprays'>, by = 1n): Quantity<'sprays'> {
  return quantity(add(value.value, rational(by)), 'sprays');
}

const FILLED = {
  amountPerSpray: '10 mg',
  sprays: '3 sprays',
  doses: 2,
  gap: '15 min',
  filling: { concentration: '100 mg/mL', deadSpace: '0.1 mL', devices: 2 },
};
const READY = { ...FILLED, filling: null };

describe('counted intranasal doses', () => {
  it.each(vectors.intranasal.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { expected, ...given }) => {
      const answer = intranasalAnswer(intranasalOrder(given));
      const { volumes } = answer;
      expect({
        total: quantityText(answer.total),
        firstSprays: quantityText(answer.first.sprays),
        secondSprays: quantityText(answer.second.sprays),
        firstAmount: quantityText(answer.first.amount),
        secondAmount: quantityText(answer.second.amount),
        schedule: answer.schedule.map((dose) => ({
          offset: quantityText(dose.offset),
          first: quantityText(dose.first),
          second: quantityText(dose.second),
          amountSoFar: quantityText(dose.amountSoFar),
        })),
        volumes: volumes
          ? {
              perSpray: quantityText(volumes.perSpray),
              first: quantityText(volumes.first),
              second: quantityText(volumes.second),
              given: quantityText(volumes.given),
              drawUp: quantityText(volumes.drawUp),
              leftBehind: quantityText(volumes.leftBehind),
            }
          : null,
      }).toEqual(expected);
    },
  );

  it('number their doses from 1, each of the same amount', () => {
    const { sprays: all, schedule } = intranasalAnswer(intranasalOrder(FILLED));
    expect(quantityText(all)).toBe('6 sprays');
    expect(schedule.map((dose) => [dose.number, quantityText(dose.amount)])).toEqual([
      [1n, '30 mg'],
      [2n, '30 mg'],
    ]);
  });

  it.each([
    [
      'an amount of 0',
      { amountPerSpray: '0 mg' },
      { kind: 'notAboveZero', name: 'amountPerSpray', value: '0 mg' },
    ],
    ['no sprays', { sprays: '0 sprays' }, { kind: 'notAboveZero', name: 'spraysPerDose', value: '0 sprays' }],
    [
      'sprays below 0',
      { sprays: '-2 sprays' },
      { kind: 'notAboveZero', name: 'spraysPerDose', value: '-2 sprays' },
    ],
    [
      'half a spray',
      { sprays: '2.5 sprays' },
      { kind: 'notWhole', name: 'spraysPerDose', value: '2.5 sprays' },
    ],
    ['no doses', { doses: 0 }, { kind: 'countNotAboveZero', name: 'doses', count: 0n }],
    ['doses below 0', { doses: -1 }, { kind: 'countNotAboveZero', name: 'doses', count: -1n }],
    ['a gap below 0', { gap: '-1 min' }, { kind: 'belowZero', name: 'gap', value: '-1 min' }],
    ['a gap in parts of a minute', { gap: '2.5 min' }, { kind: 'notWhole', name: 'gap', value: '2.5 min' }],
    ['a gap that is both', { gap: '-0.5 min' }, { kind: 'belowZero', name: 'gap', value: '-0.5 min' }],
    [
      'a concentration of 0',
      { filling: { ...FILLED.filling, concentration: '0 mg/mL' } },
      { kind: 'notAboveZero', name: 'concentration', value: '0 mg/mL' },
    ],
    [
      'a dead space below 0',
      { filling: { ...FILLED.filling, deadSpace: '-0.1 mL' } },
      { kind: 'belowZero', name: 'deadSpace', value: '-0.1 mL' },
    ],
    [
      'no devices to fill',
      { filling: { ...FILLED.filling, devices: 0 } },
      { kind: 'countNotAboveZero', name: 'devices', count: 0n },
    ],
    [
      'a concentration of another family',
      { filling: { ...FILLED.filling, concentration: '100 units/mL' } },
      { kind: 'familiesDiffer', ordered: 'mg', offered: 'units/mL' },
    ],
  ])('refuse %s', (_name, change, failure) => {
    expect(intranasalDoses(intranasalOrder({ ...FILLED, ...change }))).toEqual({ ok: false, failure });
  });

  it('are withheld when the second engine does not confirm them', () => {
    vi.mocked(secondEngine.intranasalDisagreements).mockReturnValueOnce(['turns']);
    expect(intranasalDoses(intranasalOrder(READY))).toEqual({
      ok: false,
      failure: { kind: 'enginesDisagree', on: ['turns'] },
    });
  });

  it('agree with the second engine for every order, and the first nostril is never more than one ahead', () => {
    const order = fc.record({
      amountPerSpray: fc
        .tuple(fc.bigInt({ min: 1n, max: 10_000n }), fc.constantFrom('mg' as const, 'mcg' as const))
        .map(([n, unit]): Quantity<AmountUnit> => quantity(rational(n, 100n), unit)),
      spraysPerDose: fc.bigInt({ min: 1n, max: 9n }).map((n) => quantity(rational(n), 'sprays')),
      doses: fc.bigInt({ min: 1n, max: 9n }),
      gap: fc.bigInt({ min: 0n, max: 60n }).map((n) => quantity(rational(n), 'min')),
      filling: fc.option(
        fc.record({
          concentration: fc
            .bigInt({ min: 1n, max: 1_000n })
            .map((n): Quantity<`${AmountUnit}/mL`> => quantity(rational(n, 7n), 'mg/mL')),
          deadSpace: fc.bigInt({ min: 0n, max: 30n }).map((n) => quantity(rational(n, 100n), 'mL')),
          devices: fc.bigInt({ min: 1n, max: 9n }),
        }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(order, (given) => {
        const { first, second } = intranasalAnswer(given);
        const ahead = first.sprays.value.numerator - second.sprays.value.numerator;
        expect(ahead).toBe((given.doses * given.spraysPerDose.value.numerator) % 2n);
      }),
      { numRuns: 100 },
    );
  });
});

describe('counted intranasal doses worked back', () => {
  /** The right answer with its parts at hand. */
  function parts() {
    const answer = intranasalAnswer(intranasalOrder(FILLED));
    const { volumes, schedule } = answer;
    const [one, two] = schedule;
    if (!volumes || !one || !two) throw new Error('not all parts are there');
    return { answer, volumes, one, two, first: answer.first, second: answer.second };
  }
  type Parts = ReturnType<typeof parts>;
  type Change = (right: Parts) => Partial<IntranasalDoses>;

  it.each<[string, Change, readonly string[]]>([
    ['the total', ({ answer }) => ({ total: off(answer.total) }), ['sprays', 'schedule', 'volumes']],
    ['the sprays', ({ answer }) => ({ sprays: oneMore(answer.sprays) }), ['sprays', 'nostrils']],
    [
      'the amount of the first nostril',
      ({ first }) => ({ first: { ...first, amount: off(first.amount) } }),
      ['nostrils', 'volumes'],
    ],
    [
      'the amount of the second nostril',
      ({ second }) => ({ second: { ...second, amount: off(second.amount) } }),
      ['nostrils', 'volumes'],
    ],
    [
      'the nostrils, the first one two ahead',
      ({ first, second, volumes }) => ({
        first: { sprays: oneMore(first.sprays), amount: amount('40 mg') },
        second: { sprays: oneMore(second.sprays, -1n), amount: amount('20 mg') },
        volumes: { ...volumes, first: millilitres('0.4 mL'), second: millilitres('0.2 mL') },
      }),
      ['nostrils'],
    ],
    [
      'the nostrils, the second one ahead',
      ({ first, second, volumes }) => ({
        first: { sprays: oneMore(first.sprays, -1n), amount: amount('20 mg') },
        second: { sprays: oneMore(second.sprays), amount: amount('40 mg') },
        volumes: { ...volumes, first: millilitres('0.2 mL'), second: millilitres('0.4 mL') },
      }),
      ['nostrils'],
    ],
    ['a dose that is missing', ({ one }) => ({ schedule: [one] }), ['schedule']],
    [
      'a dose too many',
      ({ one, two }) => ({ schedule: [one, two, { ...two, number: 3n }] }),
      ['schedule', 'turns'],
    ],
    [
      'a dose that comes early',
      ({ one, two }) => ({ schedule: [one, { ...two, offset: minutes('14 min') }] }),
      ['schedule'],
    ],
    [
      'a first dose that comes late',
      ({ one, two }) => ({
        schedule: [
          { ...one, offset: minutes('1 min') },
          { ...two, offset: minutes('16 min') },
        ],
      }),
      ['schedule'],
    ],
    ['the number of a dose', ({ one, two }) => ({ schedule: [one, { ...two, number: 3n }] }), ['schedule']],
    [
      'the amount of a dose',
      ({ one, two }) => ({ schedule: [one, { ...two, amount: off(two.amount) }] }),
      ['schedule'],
    ],
    [
      'the amount so far',
      ({ one, two }) => ({ schedule: [one, { ...two, amountSoFar: off(two.amountSoFar) }] }),
      ['schedule'],
    ],
    [
      'the amount so far of the first dose',
      ({ one, two }) => ({
        schedule: [
          { ...one, amountSoFar: off(one.amountSoFar) },
          { ...two, amountSoFar: off(two.amountSoFar) },
        ],
      }),
      ['schedule'],
    ],
    [
      'unequal doses that add up',
      ({ one, two }) => ({
        schedule: [
          { ...one, amount: amount('20 mg'), amountSoFar: amount('20 mg') },
          { ...two, amount: amount('40 mg') },
        ],
      }),
      ['schedule'],
    ],
    [
      'a spray too few',
      ({ one, two }) => ({ schedule: [one, { ...two, second: oneMore(two.second, -1n) }] }),
      ['turns'],
    ],
    [
      'a dose that begins with the wrong nostril',
      ({ one, two }) => ({ schedule: [{ ...one, first: one.second, second: one.first }, two] }),
      ['turns'],
    ],
    [
      'a second dose that begins with the first nostril again',
      ({ one, two }) => ({ schedule: [one, { ...two, first: two.second, second: two.first }] }),
      ['turns'],
    ],
    ...(['perSpray', 'first', 'second', 'given', 'drawUp'] as const).map(
      (name): [string, Change, readonly string[]] => [
        `the volume ${name}`,
        ({ volumes }) => ({ volumes: { ...volumes, [name]: off(volumes[name]) } }),
        ['volumes'],
      ],
    ),
    [
      'what is left behind',
      ({ volumes }) => ({ volumes: { ...volumes, leftBehind: off(volumes.leftBehind) } }),
      ['volumes'],
    ],
    ['volumes that are missing', () => ({ volumes: undefined }), ['volumes']],
  ])('are not confirmed when off in %s', (_name, change, expected) => {
    const right = parts();
    const wrong = { ...right.answer, ...change(right) };
    expect(secondEngine.intranasalDisagreements(intranasalOrder(FILLED), wrong)).toEqual(expected);
  });

  it('are not confirmed with volumes nobody asked for', () => {
    const { answer } = parts();
    expect(secondEngine.intranasalDisagreements(intranasalOrder(FILLED), answer)).toEqual([]);
    expect(secondEngine.intranasalDisagreements(intranasalOrder(READY), answer)).toEqual(['volumes']);
    const ready = intranasalAnswer(intranasalOrder(READY));
    expect(ready.volumes).toBeUndefined();
    expect(secondEngine.intranasalDisagreements(intranasalOrder(READY), ready)).toEqual([]);
  });
});

const INJECTED = {
  amountPerInjection: '40 mg',
  injections: 2,
  gap: '10 min',
  concentration: '100 mg/mL',
  deadSpace: '0.07 mL',
};

describe('counted intramuscular doses', () => {
  it.each(vectors.intramuscular.map((vector) => [vector.name, vector] as const))(
    '%s',
    (_name, { expected, ...given }) => {
      const answer = intramuscularAnswer(intramuscularOrder(given));
      expect({
        total: quantityText(answer.total),
        volumePerInjection: quantityText(answer.volumePerInjection),
        drawUpPerInjection: quantityText(answer.drawUpPerInjection),
        leftBehind: quantityText(answer.leftBehind),
        offsets: answer.schedule.map((dose) => quantityText(dose.offset)),
        soFar: answer.schedule.map((dose) => quantityText(dose.amountSoFar)),
      }).toEqual(expected);
    },
  );

  it.each([
    [
      'an amount of 0',
      { amountPerInjection: '0 mg' },
      { kind: 'notAboveZero', name: 'amountPerInjection', value: '0 mg' },
    ],
    [
      'a concentration of 0',
      { concentration: '0 mg/mL' },
      { kind: 'notAboveZero', name: 'concentration', value: '0 mg/mL' },
    ],
    ['no injections', { injections: 0 }, { kind: 'countNotAboveZero', name: 'injections', count: 0n }],
    ['a gap below 0', { gap: '-5 min' }, { kind: 'belowZero', name: 'gap', value: '-5 min' }],
    ['a gap in parts of a minute', { gap: '1/3 min' }, { kind: 'notWhole', name: 'gap', value: '1/3 min' }],
    [
      'a dead space below 0',
      { deadSpace: '-0.01 mL' },
      { kind: 'belowZero', name: 'deadSpace', value: '-0.01 mL' },
    ],
    [
      'a concentration of another family',
      { concentration: '100 mmol/mL' },
      { kind: 'familiesDiffer', ordered: 'mg', offered: 'mmol/mL' },
    ],
  ])('refuse %s', (_name, change, failure) => {
    expect(intramuscularDoses(intramuscularOrder({ ...INJECTED, ...change }))).toEqual({
      ok: false,
      failure,
    });
  });

  it('are withheld when the second engine does not confirm them', () => {
    vi.mocked(secondEngine.intramuscularDisagreements).mockReturnValueOnce(['drawUp']);
    expect(intramuscularDoses(intramuscularOrder(INJECTED))).toEqual({
      ok: false,
      failure: { kind: 'enginesDisagree', on: ['drawUp'] },
    });
  });

  it('are not confirmed when any number is off', () => {
    const order = intramuscularOrder(INJECTED);
    const answer = intramuscularAnswer(order);
    const wrong = (change: Partial<IntramuscularDoses>) =>
      secondEngine.intramuscularDisagreements(order, { ...answer, ...change });
    expect(wrong({})).toEqual([]);
    expect(wrong({ total: off(answer.total) })).toEqual(['total', 'schedule']);
    expect(wrong({ volumePerInjection: off(answer.volumePerInjection) })).toEqual(['volume', 'drawUp']);
    expect(wrong({ drawUpPerInjection: off(answer.drawUpPerInjection) })).toEqual(['drawUp']);
    expect(wrong({ leftBehind: off(answer.leftBehind) })).toEqual(['leftBehind']);
    expect(wrong({ schedule: answer.schedule.slice(1) })).toEqual(['schedule']);
  });
});
