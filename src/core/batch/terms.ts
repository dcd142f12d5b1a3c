import { type Quantity, quantityText } from '../quantity/quantity.ts';
import { isPerTime, isVolume } from './asks.ts';
import type { Given } from './given.ts';
import type { Column } from './row.ts';
import type { Slot } from './ways.ts';

/** A value of the row as it stands in a sum. A mixture is its amount divided by its volume. */
export type Term = {
  readonly field: Column;
  readonly factor: Quantity;
  readonly divisors: readonly Quantity[];
  readonly written: string;
};

/** What a row gives for each slot. A fluid ordered in mL is a volume or a rate, so either can be there twice. */
export type Terms = Readonly<Record<Slot, readonly Term[]>>;

export function termsOf({ dose, concentration, volume, rate, duration }: Given): Terms {
  const ordered = (slot: Slot): readonly Term[] =>
    dose !== undefined && slotOfDose(dose.unit) === slot ? [plainTerm('dose', dose)] : [];
  const entered = (field: 'volume' | 'rate' | 'duration', value: Quantity | undefined): readonly Term[] =>
    value === undefined ? [] : [plainTerm(field, value)];
  return {
    amount: ordered('amount'),
    amountRate: ordered('amountRate'),
    concentration: concentration === undefined ? [] : [concentrationTerm(concentration)],
    volume: [...ordered('volume'), ...entered('volume', volume)],
    rate: [...ordered('rate'), ...entered('rate', rate)],
    duration: entered('duration', duration),
  };
}

/** Where a dose belongs: drug or fluid, whole or per time. */
export function slotOfDose(unit: NonNullable<Given['dose']>['unit']): Slot {
  if (isVolume(unit)) return isPerTime(unit) ? 'rate' : 'volume';
  return isPerTime(unit) ? 'amountRate' : 'amount';
}

export function plainTerm(field: Column, value: Quantity): Term {
  return { field, factor: value, divisors: [], written: quantityText(value) };
}

export function concentrationTerm(concentration: NonNullable<Given['concentration']>): Term {
  if (concentration.kind === 'strength') return plainTerm('concentration', concentration.strength);
  const { amount, volume } = concentration;
  return {
    field: 'concentration',
    factor: amount,
    divisors: [volume],
    written: `(${quantityText(amount)} in ${quantityText(volume)})`,
  };
}
