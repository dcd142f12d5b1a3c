import type { DoseRateUnit } from '../dosing/doseUnits.ts';
import type { TitrationOrder, TitrationRow, TitrationRows } from '../dosing/titrationTable.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import { failed } from './agreement.ts';
import { agrees, measured, scaled, total } from './exactUnits.ts';
import { continuousRateDisagreements } from './ratesBackward.ts';

export type TitrationDisagreement = 'rows' | 'percents' | 'rates' | 'target';

/**
 * The rows must lie a step apart with the target in the middle, or be their per cent of the target; each exact rate
 * must give its dose rate, and each setting what it is said to achieve.
 */
export function titrationDisagreements<U extends DoseRateUnit>(
  order: TitrationOrder<U>,
  table: readonly TitrationRow<U>[],
): readonly TitrationDisagreement[] {
  const { target, rows } = order;
  return failed({
    rows: rows.by === 'step' ? areSteps(table, target, rows) : areParts(table, target, rows.percents),
    percents: table.every((row) => isPartOf(row.doseRate, row.percentOfTarget, target)),
    rates: table.every((row) => givesItsRates(row, order)),
    target: table.every((row) => row.isTarget === agrees(measured(row.doseRate), target)),
  });
}

function areSteps<U extends DoseRateUnit>(
  table: readonly TitrationRow<U>[],
  target: Quantity<U>,
  { step, eachSide }: Extract<TitrationRows<U>, { readonly by: 'step' }>,
): boolean {
  const middle = table[Number(eachSide)];
  return (
    BigInt(table.length) === 2n * eachSide + 1n &&
    middle !== undefined &&
    agrees(measured(middle.doseRate), target) &&
    table.every((row, place) => {
      const before = table[place - 1];
      return !before || agrees(total(measured(before.doseRate), measured(step)), row.doseRate);
    })
  );
}

function areParts<U extends DoseRateUnit>(
  table: readonly TitrationRow<U>[],
  target: Quantity<U>,
  percents: readonly Quantity<'%'>[],
): boolean {
  return (
    table.length === percents.length &&
    percents.every((percent, place) => {
      const row = table[place];
      return row !== undefined && isPartOf(row.doseRate, percent, target);
    })
  );
}

/** True when dose rate × 100 ÷ per cent is the target again. */
function isPartOf(part: Quantity<DoseRateUnit>, percent: Quantity<'%'>, target: Quantity): boolean {
  const { numerator, denominator } = percent.value;
  return numerator !== 0n && agrees(scaled(measured(part), rational(100n * denominator, numerator)), target);
}

function givesItsRates<U extends DoseRateUnit>(row: TitrationRow<U>, order: TitrationOrder<U>): boolean {
  const isGiven = continuousRateDisagreements(row.exact, row.doseRate, order).length === 0;
  if (!row.setting.ok) return isGiven;
  const { rate, achieved } = row.setting.value;
  return (
    isGiven &&
    agrees(measured(rate.exact), row.exact) &&
    continuousRateDisagreements(rate.set, achieved, order).length === 0
  );
}
