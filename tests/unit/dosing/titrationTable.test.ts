import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as ratesBackward from '../../../src/core/crosscheck/ratesBackward.ts';
import * as secondEngine from '../../../src/core/crosscheck/titrationBackward.ts';
import {
  type TitrationOrder,
  type TitrationRow,
  type TitrationRows,
  type TitrationSetting,
  titrationTable,
} from '../../../src/core/dosing/titrationTable.ts';
import {
  type Quantity,
  quantity,
  quantityText,
  readQuantity,
  type Unit,
} from '../../../src/core/quantity/quantity.ts';
import { add, multiply, rational } from '../../../src/core/quantity/rational.ts';

vi.mock('../../../src/core/crosscheck/titrationBackward.ts', { spy: true });
vi.mock('../../../src/core/crosscheck/ratesBackward.ts', { spy: true });

type DoseRate = 'mcg/kg/min';

const rate = (text: string) => readQuantity(`${text} mL/h`, 'mL/h');
const doseRate = (text: string) => readQuantity(`${text} mcg/kg/min`, 'mcg/kg/min');
const percents = (...texts: readonly string[]) => texts.map((text) => readQuantity(`${text} %`, '%'));
const bySteps = (step: string, eachSide: bigint): TitrationRows<DoseRate> => ({
  by: 'step',
  step: doseRate(step),
  eachSide,
});

/** 5 mcg/kg/min for 70 kg at 1 mg per mL is 21 mL/h: the golden vector of DOMAIN 4.10. */
const ORDER: TitrationOrder<DoseRate> = {
  target: doseRate('5'),
  weight: readQuantity('70 kg', 'kg'),
  concentration: readQuantity('1 mg/mL', 'mg/mL'),
  rows: bySteps('1', 2n),
  pump: { step: rate('0.1'), minimum: rate('0.1'), maximum: rate('1200') },
};

function tableOf(order: TitrationOrder<DoseRate>): readonly TitrationRow<DoseRate>[] {
  const table = titrationTable(order);
  if (!table.ok) throw new Error(`refused: ${table.failure.kind}`);
  return table.value;
}

/** A row in one line: dose rate, per cent of the target, exact rate, set rate or refusal, achieved dose rate. */
function shown(row: TitrationRow<DoseRate>): string {
  const { setting } = row;
  return [
    quantityText(row.doseRate),
    quantityText(row.percentOfTarget),
    quantityText(row.exact),
    setting.ok ? quantityText(setting.value.rate.set) : setting.failure.kind,
    setting.ok ? quantityText(setting.value.achieved) : 'nothing',
    row.isTarget ? 'target' : '',
  ].join(' | ');
}

describe('a titration table', () => {
  it('by steps shows the target in the middle, each rate exact and as the pump is set', () => {
    expect(tableOf(ORDER).map(shown)).toEqual([
      '3 mcg/kg/min | 60 % | 12.6 mL/h | 12.6 mL/h | 3 mcg/kg/min | ',
      '4 mcg/kg/min | 80 % | 16.8 mL/h | 16.8 mL/h | 4 mcg/kg/min | ',
      '5 mcg/kg/min | 100 % | 21 mL/h | 21 mL/h | 5 mcg/kg/min | target',
      '6 mcg/kg/min | 120 % | 25.2 mL/h | 25.2 mL/h | 6 mcg/kg/min | ',
      '7 mcg/kg/min | 140 % | 29.4 mL/h | 29.4 mL/h | 7 mcg/kg/min | ',
    ]);
  });

  it('says what a rounded rate gives', () => {
    // 72.5 kg: 21.75 mL/h goes down to 21.7 mL/h, which is 21,700 mcg ÷ 60 min ÷ 72.5 kg.
    const order = { ...ORDER, weight: readQuantity('72.5 kg', 'kg'), rows: bySteps('1', 0n) };
    expect(tableOf(order).map(shown)).toEqual([
      '5 mcg/kg/min | 100 % | 21.75 mL/h | 21.7 mL/h | 434/87 mcg/kg/min | target',
    ]);
  });

  it('by per cent keeps the order it is given', () => {
    const order = { ...ORDER, rows: { by: 'percents', percents: percents('150', '50', '100') } } as const;
    expect(tableOf(order).map(shown)).toEqual([
      '7.5 mcg/kg/min | 150 % | 31.5 mL/h | 31.5 mL/h | 7.5 mcg/kg/min | ',
      '2.5 mcg/kg/min | 50 % | 10.5 mL/h | 10.5 mL/h | 2.5 mcg/kg/min | ',
      '5 mcg/kg/min | 100 % | 21 mL/h | 21 mL/h | 5 mcg/kg/min | target',
    ]);
  });

  it('keeps a row the pump cannot run and marks it', () => {
    const narrow = { ...ORDER, pump: { step: rate('0.1'), minimum: rate('16.8'), maximum: rate('25.1') } };
    expect(tableOf(narrow).map(shown)).toEqual([
      '3 mcg/kg/min | 60 % | 12.6 mL/h | rateBelowPumpMinimum | nothing | ',
      '4 mcg/kg/min | 80 % | 16.8 mL/h | 16.8 mL/h | 4 mcg/kg/min | ',
      '5 mcg/kg/min | 100 % | 21 mL/h | 21 mL/h | 5 mcg/kg/min | target',
      '6 mcg/kg/min | 120 % | 25.2 mL/h | rateAbovePumpMaximum | nothing | ',
      '7 mcg/kg/min | 140 % | 29.4 mL/h | rateAbovePumpMaximum | nothing | ',
    ]);
    // On whole steps of 8 mL/h: 12.6 → 16, 16.8 → 16, 21 → 24, 25.2 → 24, 29.4 → 32.
    const coarse = { ...ORDER, pump: { ...ORDER.pump, step: rate('8') } };
    expect(tableOf(coarse).map(({ setting }) => setting.ok || setting.failure.kind)).toEqual([
      'pumpStepTooCoarse',
      true,
      'pumpStepTooCoarse',
      true,
      'pumpStepTooCoarse',
    ]);
  });

  it.each<[string, Partial<TitrationOrder<DoseRate>>, Record<string, unknown>]>([
    [
      'a target of 0',
      { target: doseRate('0') },
      { kind: 'notAboveZero', name: 'target', value: '0 mcg/kg/min' },
    ],
    ['no rows', { rows: { by: 'percents', percents: [] } }, { kind: 'noRows' }],
    ['fewer rows than none', { rows: bySteps('1', -1n) }, { kind: 'noRows' }],
    [
      'a per cent of 0',
      { rows: { by: 'percents', percents: percents('100', '0') } },
      { kind: 'notAboveZero', name: 'percent', value: '0 %' },
    ],
    [
      'a per cent below 0',
      { rows: { by: 'percents', percents: percents('-50') } },
      { kind: 'notAboveZero', name: 'percent', value: '-50 %' },
    ],
    [
      'a step of 0',
      { rows: bySteps('0', 2n) },
      { kind: 'notAboveZero', name: 'step', value: '0 mcg/kg/min' },
    ],
    [
      'a lowest row of 0',
      { rows: bySteps('2.5', 2n) },
      { kind: 'lowestRowNotAboveZero', target: '5 mcg/kg/min', step: '2.5 mcg/kg/min', eachSide: 2n },
    ],
    [
      'a lowest row below 0',
      { rows: bySteps('6', 1n) },
      { kind: 'lowestRowNotAboveZero', target: '5 mcg/kg/min', step: '6 mcg/kg/min', eachSide: 1n },
    ],
    ['a missing weight', { weight: undefined }, { kind: 'weightMissing', unit: 'mcg/kg/min' }],
    ['a missing concentration', { concentration: undefined }, { kind: 'concentrationMissing' }],
  ])('is refused for %s', (_name, change, failure) => {
    expect(titrationTable({ ...ORDER, ...change })).toEqual({ ok: false, failure });
  });

  it('may come close to 0', () => {
    const lowest = tableOf({ ...ORDER, rows: bySteps('2.4', 2n) })[0];
    expect(lowest && quantityText(lowest.doseRate)).toBe('0.2 mcg/kg/min');
  });

  it('is withheld when the second engine does not confirm it, or what a setting achieves', () => {
    vi.mocked(secondEngine.titrationDisagreements).mockReturnValueOnce(['rows']);
    expect(titrationTable(ORDER)).toEqual({ ok: false, failure: { kind: 'enginesDisagree', on: ['rows'] } });
    vi.mocked(ratesBackward.continuousRateDisagreements)
      .mockReturnValueOnce([])
      .mockReturnValueOnce(['doseRate']);
    expect(titrationTable(ORDER)).toEqual({
      ok: false,
      failure: { kind: 'enginesDisagree', on: ['doseRate'] },
    });
  });

  it('agrees with the second engine for every target', () => {
    const tenths = (max: bigint) => fc.bigInt({ min: 1n, max }).map((n) => rational(n, 10n));
    const rows = fc.oneof(
      fc.record({
        by: fc.constant('step' as const),
        step: tenths(50n).map((value) => quantity(value, 'mcg/kg/min')),
        eachSide: fc.bigInt({ min: 0n, max: 4n }),
      }),
      fc.record({
        by: fc.constant('percents' as const),
        percents: fc.array(
          tenths(3_000n).map((value) => quantity(value, '%')),
          { minLength: 1, maxLength: 5 },
        ),
      }),
    );
    fc.assert(
      fc.property(
        tenths(500n),
        tenths(2_000n),
        tenths(1_000n),
        rows,
        (target, weight, strength, shownRows) => {
          const table = titrationTable({
            ...ORDER,
            target: quantity(target, 'mcg/kg/min'),
            weight: quantity(weight, 'kg'),
            concentration: quantity(strength, 'mg/mL'),
            rows: shownRows,
          });
          if (!table.ok) expect(table.failure.kind).toBe('lowestRowNotAboveZero');
          else if (shownRows.by === 'percents') expect(table.value.length).toBe(shownRows.percents.length);
          else expect(BigInt(table.value.length)).toBe(2n * shownRows.eachSide + 1n);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a titration table worked back', () => {
  type Row = TitrationRow<DoseRate>;
  type Five = readonly [Row, Row, Row, Row, Row];
  const off = <U extends Unit>(value: Quantity<U>) =>
    quantity(add(value.value, rational(1n, 10n ** 12n)), value.unit);

  function five(): Five {
    const [first, second, middle, fourth, last] = tableOf(ORDER);
    if (!first || !second || !middle || !fourth || !last) throw new Error('not five rows');
    return [first, second, middle, fourth, last];
  }

  /** The table with another second row. */
  function secondAs(change: (row: Row) => Partial<Row>): (right: Five) => readonly Row[] {
    return ([first, second, ...others]) => [first, { ...second, ...change(second) }, ...others];
  }

  function settingAs(change: (setting: TitrationSetting<DoseRate>) => Partial<TitrationSetting<DoseRate>>) {
    return secondAs(({ setting }) => {
      if (!setting.ok) throw new Error('not a setting');
      return { setting: { ok: true, value: { ...setting.value, ...change(setting.value) } } };
    });
  }

  it.each<[string, (right: Five) => readonly Row[], readonly string[]]>([
    ['nothing', (right) => right, []],
    ['a dose rate', secondAs((row) => ({ doseRate: off(row.doseRate) })), ['rows', 'percents', 'rates']],
    ['a per cent', secondAs((row) => ({ percentOfTarget: off(row.percentOfTarget) })), ['percents']],
    ['a per cent of 0', secondAs(() => ({ percentOfTarget: readQuantity('0 %', '%') })), ['percents']],
    ['an exact rate', secondAs((row) => ({ exact: off(row.exact) })), ['rates']],
    ['a mark', secondAs(() => ({ isTarget: true })), ['target']],
    [
      'a mark that is missing',
      ([first, second, middle, ...others]) => [first, second, { ...middle, isTarget: false }, ...others],
      ['target'],
    ],
    ['what a setting achieves', settingAs(({ achieved }) => ({ achieved: off(achieved) })), ['rates']],
    ['a set rate', settingAs(({ rate: set }) => ({ rate: { ...set, set: off(set.set) } })), ['rates']],
    [
      'the exact rate of a setting',
      settingAs(({ rate: set }) => ({ rate: { ...set, exact: off(set.exact) } })),
      ['rates'],
    ],
    [
      'the exact rate of a marked row',
      secondAs((row) => ({
        exact: off(row.exact),
        setting: {
          ok: false,
          failure: { kind: 'rateBelowPumpMinimum', rate: '16.8 mL/h', limit: '17 mL/h' },
        },
      })),
      ['rates'],
    ],
    ['a row that is missing', (right) => right.slice(0, -1), ['rows']],
    [
      'a row that is missing in the middle',
      ([first, second, , fourth, last]) => [first, second, fourth, last, last],
      ['rows'],
    ],
    [
      'a table that begins with its second row',
      ([first, second, middle, fourth, last]) => [second, middle, fourth, last, { ...first, ...last }],
      ['rows'],
    ],
    ['no rows at all', () => [], ['rows']],
  ])('is off in %s', (_name, change, expected) => {
    expect(secondEngine.titrationDisagreements(ORDER, change(five()))).toEqual(expected);
  });

  it('must have its target in the middle', () => {
    // 4 to 8 mcg/kg/min are five rows a step apart, but not around 5.
    const shifted = { ...ORDER, target: doseRate('6') };
    const around6 = tableOf(shifted).map((row) => ({
      ...row,
      percentOfTarget: quantity(multiply(row.percentOfTarget.value, rational(6n, 5n)), '%'),
      isTarget: quantityText(row.doseRate) === '5 mcg/kg/min',
    }));
    expect(secondEngine.titrationDisagreements(ORDER, around6)).toEqual(['rows']);
  });

  it('must have the per cents that were asked for', () => {
    const order = { ...ORDER, rows: { by: 'percents', percents: percents('80', '100') } } as const;
    const [, second, middle, fourth] = five();
    expect(secondEngine.titrationDisagreements(order, [second, middle])).toEqual([]);
    expect(secondEngine.titrationDisagreements(order, [middle, second])).toEqual(['rows']);
    expect(secondEngine.titrationDisagreements(order, [second])).toEqual(['rows']);
    expect(secondEngine.titrationDisagreements(order, [second, middle, fourth])).toEqual(['rows']);
    expect(secondEngine.titrationDisagreements(order, [second, fourth])).toEqual(['rows']);
  });
});
