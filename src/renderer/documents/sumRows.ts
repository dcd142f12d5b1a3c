import type { OrderSheetData } from '../../contract/views/documents.ts';
import { isQuantityText } from '../../core/quantity/quantity.ts';
import type { ShownAmount } from '../../core/quantity/shownAmount.ts';
import { weightRows } from './weightRows.ts';

type Order = OrderSheetData['order'];

/** One line of a person's own sum: what comes out, what it is worked out from, its unit, and the boxes it takes. */
export type SumRow = {
  readonly label: string;
  readonly formula?: string;
  readonly unit: string;
  readonly whole: number;
  readonly decimals: number;
};

/** The steps from an order to the pump, as worked out by hand: the same in every mode from the dose on. */
export function sumRows({
  order,
  dosingWeight,
}: Pick<OrderSheetData, 'order' | 'dosingWeight'>): readonly SumRow[] {
  return [...weightRows(dosingWeight), ...orderRows(order, dosingWeight ? 'dosing kg' : 'kg')];
}

function orderRows(order: Order, weight: string): readonly SumRow[] {
  const amount = amountOf(order);
  const isDose = isQuantityText(order.dose, 'mg/kg');
  // Days at a rate come to thousands of milligrams and millilitres.
  const whole = isDose ? 3 : 4;
  return [
    { label: 'Dose', formula: doseFormula(order, weight), unit: amount, whole, decimals: 2 },
    { label: 'Volume to give', formula: `${amount} ÷ ${amount} per mL`, unit: 'mL', whole, decimals: 1 },
    {
      label: 'Pump rate',
      formula: isDose ? 'mL ÷ min × 60' : 'mL ÷ h',
      unit: 'mL/h',
      whole: 3,
      decimals: 1,
    },
  ];
}

/** `mg/kg × kg`, `mg/kg/h × kg × h`, `mg/h × h`: what is ordered, times what takes its units away. */
function doseFormula({ dose }: Order, weight: string): string {
  const unit = dose.slice(dose.indexOf(' ') + 1);
  const [, ...divisors] = unit.split('/');
  return [unit, ...divisors.map((divisor) => (divisor === 'kg' ? weight : divisor))].join(' × ');
}

/** What the drug of an order is counted in. */
export function amountOf({ amount }: Order): ShownAmount {
  return isQuantityText(amount, 'mcg') ? 'mcg' : 'mg';
}
