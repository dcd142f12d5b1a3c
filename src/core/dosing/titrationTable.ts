import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type TitrationDisagreement, titrationDisagreements } from '../crosscheck/titrationBackward.ts';
import {
  compareQuantities,
  derive,
  plus,
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
} from '../quantity/quantity.ts';
import { multiply, rational } from '../quantity/rational.ts';
import { err, ok, type Result } from '../result.ts';
import {
  type ContinuousRateRefusal,
  continuousRate,
  doseRateAtRate,
  type Infusate,
} from './continuousRate.ts';
import { type DoseRateUnit, firstNotAboveZero, type NotAboveZero } from './doseUnits.ts';
import { type PumpRange, type PumpRate, type PumpRateRefusal, pumpRate } from './pumpRounding.ts';

/** Which dose rates a table shows: so many steps below and above the target, or parts of it in per cent. */
export type TitrationRows<U extends DoseRateUnit> =
  | { readonly by: 'step'; readonly step: Quantity<U>; readonly eachSide: bigint }
  | { readonly by: 'percents'; readonly percents: readonly Quantity<'%'>[] };

export type TitrationOrder<U extends DoseRateUnit = DoseRateUnit> = Infusate & {
  readonly target: Quantity<U>;
  /** In the unit of the target. */
  readonly rows: TitrationRows<NoInfer<U>>;
  readonly pump: PumpRange;
};

/** A rate the pump can be set to, and the dose rate it gives. */
export type TitrationSetting<U extends DoseRateUnit> = {
  readonly rate: PumpRate;
  readonly achieved: Quantity<U>;
};

/** One dose rate of the table. A row the pump cannot run stays in it and carries the reason in place of a setting. */
export type TitrationRow<U extends DoseRateUnit = DoseRateUnit> = {
  readonly doseRate: Quantity<U>;
  readonly percentOfTarget: Quantity<'%'>;
  readonly isTarget: boolean;
  readonly exact: Quantity<'mL/h'>;
  readonly setting: Result<TitrationSetting<U>, PumpRateRefusal>;
};

export type TitrationRefusal =
  | NotAboveZero
  | ContinuousRateRefusal
  | { readonly kind: 'noRows' }
  | {
      readonly kind: 'lowestRowNotAboveZero';
      readonly target: QuantityText;
      readonly step: QuantityText;
      readonly eachSide: bigint;
    }
  | EnginesDisagree<TitrationDisagreement>;

/**
 * Pump rates around a target dose rate: for each row rate (mL/h) = dose rate × weight or surface ÷ concentration, exact
 * and on the pump's step, and the dose rate that setting gives. Rows by step: target − n × step up to target + n ×
 * step. Rows by per cent: target × per cent ÷ 100, in the order they are given.
 *
 * A row outside the pump's range, or that its step would change by more than 5 %, is marked with that refusal; it is
 * never dropped and never clamped. Refuses the whole table when `continuousRate` refuses a row, without any row, for a
 * step or per cent that is not above 0, and when the lowest row would be 0 or less.
 *
 * Source: feature 16 of DOMAIN 6 (rates above and below the target); rounding policy of UX 3.6.
 */
export function titrationTable<U extends DoseRateUnit>(
  order: TitrationOrder<U>,
): Result<readonly TitrationRow<U>[], TitrationRefusal> {
  const refusal = rowsRefusal(order);
  if (refusal) return err(refusal);
  const table: TitrationRow<U>[] = [];
  for (const doseRate of doseRates(order)) {
    const row = titrationRow(doseRate, order);
    if (!row.ok) return row;
    table.push(row.value);
  }
  return confirmed(table, titrationDisagreements(order, table));
}

function rowsRefusal<U extends DoseRateUnit>({
  target,
  rows,
}: TitrationOrder<U>): TitrationRefusal | undefined {
  const notAboveZero = firstNotAboveZero({ target });
  if (notAboveZero) return notAboveZero;
  if (rows.by === 'percents') {
    if (rows.percents.length === 0) return { kind: 'noRows' };
    const wrong = rows.percents.find((percent) => percent.value.numerator <= 0n);
    return wrong && firstNotAboveZero({ percent: wrong });
  }
  const { step, eachSide } = rows;
  if (eachSide < 0n) return { kind: 'noRows' };
  const stepNotAboveZero = firstNotAboveZero({ step });
  if (stepNotAboveZero) return stepNotAboveZero;
  if (compareQuantities(steps(step, eachSide), target) < 0) return undefined;
  return {
    kind: 'lowestRowNotAboveZero',
    target: quantityText(target),
    step: quantityText(step),
    eachSide,
  };
}

function doseRates<U extends DoseRateUnit>({ target, rows }: TitrationOrder<U>): readonly Quantity<U>[] {
  if (rows.by === 'percents') return rows.percents.map((percent) => derive(target.unit, [target, percent]));
  const rates: Quantity<U>[] = [];
  for (let count = -rows.eachSide; count <= rows.eachSide; count += 1n)
    rates.push(plus(target, steps(rows.step, count)));
  return rates;
}

function steps<U extends DoseRateUnit>(step: Quantity<U>, count: bigint): Quantity<U> {
  return quantity(multiply(step.value, rational(count)), step.unit);
}

function titrationRow<U extends DoseRateUnit>(
  doseRate: Quantity<U>,
  order: TitrationOrder<U>,
): Result<TitrationRow<U>, ContinuousRateRefusal> {
  const exact = continuousRate(doseRate, order);
  if (!exact.ok) return exact;
  const row = {
    doseRate,
    percentOfTarget: derive('%', [doseRate], [order.target]),
    isTarget: compareQuantities(doseRate, order.target) === 0,
    exact: exact.value,
  };
  const rate = pumpRate(exact.value, order.pump);
  if (!rate.ok) return ok({ ...row, setting: rate });
  const achieved = doseRateAtRate(rate.value.set, order, doseRate.unit);
  if (!achieved.ok) return achieved;
  return ok({ ...row, setting: ok({ rate: rate.value, achieved: achieved.value }) });
}
