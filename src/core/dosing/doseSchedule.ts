import { type Quantity, type QuantityText, quantity, quantityText } from '../quantity/quantity.ts';
import { multiply, type Rational, rational } from '../quantity/rational.ts';
import type { Unit } from '../quantity/units.ts';
import type { DosedUnit } from './doseUnits.ts';

/** One of several counted doses, on the clock of the first one. */
export type ScheduledDose<U extends DosedUnit = DosedUnit> = {
  /** 1 for the first dose. */
  readonly number: bigint;
  /** The earliest moment, counted from the first dose. */
  readonly offset: Quantity<'min'>;
  readonly amount: Quantity<U>;
  /** Given with this dose and all before it. */
  readonly amountSoFar: Quantity<U>;
};

/** Why counted doses have no schedule. A gap is typed in whole minutes and can be 0: all doses at once (UX 3.6). */
export type DoseScheduleRefusal =
  | { readonly kind: 'countNotAboveZero'; readonly name: string; readonly count: bigint }
  | { readonly kind: 'belowZero'; readonly name: string; readonly value: QuantityText }
  | { readonly kind: 'notWhole'; readonly name: string; readonly value: QuantityText };

/**
 * When each of `doses` equal doses may be given at the earliest: offset (min) = (number − 1) × least gap (min).
 * Definition; refuses nothing, `scheduleRefusal` has done so before.
 */
export function doseSchedule<U extends DosedUnit>(
  doses: bigint,
  amount: Quantity<U>,
  gap: Quantity<'min'>,
): readonly ScheduledDose<U>[] {
  const schedule: ScheduledDose<U>[] = [];
  for (let number = 1n; number <= doses; number += 1n) {
    schedule.push({
      number,
      offset: timesCount(gap, number - 1n),
      amount,
      amountSoFar: timesCount(amount, number),
    });
  }
  return schedule;
}

/** What is wrong with the number of doses or with the gap between them, or undefined. */
export function scheduleRefusal(
  counts: Readonly<Record<string, bigint | undefined>>,
  gap: Quantity<'min'>,
): DoseScheduleRefusal | undefined {
  for (const [name, count] of Object.entries(counts))
    if (count !== undefined && count <= 0n) return { kind: 'countNotAboveZero', name, count };
  return firstBelowZero({ gap }) ?? firstNotWhole({ gap });
}

/** The first of `named` that is less than 0; those left undefined are passed over. */
export function firstBelowZero(
  named: Readonly<Record<string, Quantity | undefined>>,
): DoseScheduleRefusal | undefined {
  for (const [name, value] of Object.entries(named)) {
    if (value !== undefined && value.value.numerator < 0n)
      return { kind: 'belowZero', name, value: quantityText(value) };
  }
  return undefined;
}

/** The first of `named` that is not a whole number of its unit. */
export function firstNotWhole(named: Readonly<Record<string, Quantity>>): DoseScheduleRefusal | undefined {
  for (const [name, value] of Object.entries(named))
    if (value.value.denominator !== 1n) return { kind: 'notWhole', name, value: quantityText(value) };
  return undefined;
}

/** So many times a quantity, in its own unit: five sprays of 10 mg are 50 mg. */
export function timesCount<U extends Unit>(value: Quantity<U>, count: bigint | Rational): Quantity<U> {
  return quantity(multiply(value.value, typeof count === 'bigint' ? rational(count) : count), value.unit);
}
