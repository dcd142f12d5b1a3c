import { describe, expect, it } from 'vitest';
import { preparation } from '../../../src/core/dosing/preparation.ts';
import type { PreparationOrder } from '../../../src/core/dosing/preparationOrder.ts';
import { preparationPlan } from '../../../src/core/dosing/preparationPlan.ts';
import { formatQuantity, formatQuantityText } from '../../../src/core/quantity/format.ts';
import {
  compareQuantities,
  derive,
  minus,
  plus,
  type Quantity,
} from '../../../src/core/quantity/quantity.ts';
import { compare, divide, magnitude, rational, subtract } from '../../../src/core/quantity/rational.ts';
import type { AmountUnit } from '../../../src/core/quantity/units.ts';
import vectors from '../../fixtures/dosing/preparations.json' with { type: 'json' };
import { randomFrom } from '../../prove/random.ts';
import { answered, read, readFields } from '../../support/exactText.ts';
import { faultsIn } from '../../support/hazardCases.ts';

type Order = PreparationOrder<AmountUnit>;

/** Measured in a syringe to 0.1 mL, in a bag to 1 mL: the step is at least a thousandth of what is measured. */
const SYRINGE_STEP = read<'mL'>('0.1 mL');
const BAG_STEP = read<'mL'>('1 mL');
const LARGEST_SYRINGE = read<'mL'>('100 mL');

function stepOf(volume: Quantity<'mL'>): Quantity<'mL'> {
  return compareQuantities(volume, LARGEST_SYRINGE) <= 0 ? SYRINGE_STEP : BAG_STEP;
}

/** One step of the syringe in hand, as the amount of drug it holds. */
function amountStep(order: Order): Quantity<AmountUnit> {
  const { graduation } = answered(preparationPlan(order));
  return derive(order.amount.unit, [graduation, order.strength]);
}

/** Each input of a mixture one step away from what was meant, and what is done wrong by it. */
const SLIPS: readonly (readonly [string, (order: Order) => Order])[] = [
  ['one step more drug', (order) => ({ ...order, amount: plus(order.amount, amountStep(order)) })],
  ['one step less drug', (order) => ({ ...order, amount: minus(order.amount, amountStep(order)) })],
  ['one step more volume', (order) => ({ ...order, volume: plus(order.volume, stepOf(order.volume)) })],
  ['one step less volume', (order) => ({ ...order, volume: minus(order.volume, stepOf(order.volume)) })],
  [
    'made up to for added to',
    (order) => ({ ...order, mixing: order.mixing === 'addedTo' ? 'madeUpTo' : 'addedTo' }),
  ],
  ['one step more overfill', (order) => ({ ...order, overfill: plus(order.overfill, stepOf(order.volume)) })],
  [
    'a line filled from the container',
    (order) => ({
      ...order,
      line: { ...order.line, volume: plus(order.line.volume, BAG_STEP), primedWith: 'containerDiluent' },
    }),
  ],
];

const orders = vectors.cases.map(({ name, given }) => [name, readFields<Order>(given)] as const);

function printed(order: Order): string {
  const plan = preparationPlan(order);
  return plan.ok ? formatQuantity(plan.value.prepared.concentration) : `refused: ${plan.failure.kind}`;
}

describe('a mixture of the worked preparations', () => {
  it.each(SLIPS)('with %s prints another concentration or is refused', (_slip, slipped) => {
    const unnoticed = orders
      .filter(([, order]) => printed(slipped(order)) === printed(order))
      .map(([name]) => name);
    expect(unnoticed).toEqual([]);
  });

  it('made with the same volume from a vial of another strength prints another concentration', () => {
    const unnoticed = orders.filter(([, order]) => {
      const { drawUp, concentration } = answered(preparationPlan(order)).prepared;
      return (['2', '5', '10'] as const).some((times) => {
        const strength = {
          ...order.strength,
          value: divide(order.strength.value, rational(1n, BigInt(times))),
        };
        const amount = derive(order.amount.unit, [drawUp, strength]);
        const mixed = preparation(amount, strength, order.volume, order.mixing, drawUp);
        return mixed === undefined || formatQuantity(mixed.concentration) === formatQuantity(concentration);
      });
    });
    expect(unnoticed.map(([name]) => name)).toEqual([]);
  });

  it('in any volume whatever prints one step more or less of volume as another concentration', () => {
    const random = randomFrom(8);
    const unnoticed = faultsIn(2_000, () => {
      const volume = read<'mL'>(`${random.pick([5, 20, 50, 99, 100, 101, 250, 500, 999, 1_000])} mL`);
      const amount = read<'mg'>(`${1 + random.whole(5_000)} mg`);
      const concentration = (of: Quantity<'mL'>) => formatQuantity(derive('mg/mL', [amount], [of]));
      const step = stepOf(volume);
      const same =
        concentration(plus(volume, step)) === concentration(volume) ||
        concentration(minus(volume, step)) === concentration(volume);
      return same ? `${formatQuantity(amount)} in ${formatQuantity(volume)}` : undefined;
    });
    expect(unnoticed).toEqual([]);
  });
});

describe('a small concentration', () => {
  it.each([
    ['19/4800 mg/mL', '0.003958 mg per mL'],
    ['2/51 mmol/mL', '0.03922 mmol per mL'],
    ['0.0000012 mg/mL', '0.0000012 mg per mL'],
    ['1/300000 mg/mL', '0.000003333 mg per mL'],
    ['1/10 mg/mL', '0.1 mg per mL'],
    ['450/1259 mg/mL', '0.3574 mg per mL'],
    ['0 mg/mL', '0 mg per mL'],
  ] as const)('%s is printed as %s: four digits that count', (stored, written) => {
    expect(formatQuantityText(stored).replaceAll('\u00a0', ' ')).toBe(written);
  });

  it('is never printed more than a two-thousandth away from what it is', () => {
    const random = randomFrom(9);
    for (let index = 0; index < 2_000; index += 1) {
      const exact = {
        unit: 'mg/mL',
        value: rational(BigInt(1 + random.whole(1_000)), BigInt(1 + random.whole(10_000_000))),
      } as const;
      const text = formatQuantity(exact).split('\u00a0')[0]?.replaceAll(',', '') ?? '';
      const [whole = '', decimals = ''] = text.split('.');
      const shown = rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
      const error = divide(magnitude(subtract(shown, exact.value)), exact.value);
      expect(compare(error, rational(1n, 2_000n))).not.toBe(1);
    }
  });
});
