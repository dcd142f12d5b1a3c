import { doseRate } from '../dosing/doseRate.ts';
import type { PumpedProtocol } from '../library/library.ts';
import {
  type Quantity,
  type QuantityText,
  quantity,
  quantityText,
  readQuantity,
} from '../quantity/quantity.ts';
import { divide, multiply, rational } from '../quantity/rational.ts';
import type { Session } from './session.ts';

const HUNDRED = rational(100n);

/** The share of the ordered rate a nurse may set alone, in mL/h and mg/kg/h. Source: protocol. */
export function nurseRange(session: Session):
  | {
      readonly lowest: Quantity<'mL/h'>;
      readonly highest: Quantity<'mL/h'>;
      readonly lowestDose: Quantity<'mg/kg/h'>;
      readonly highestDose: Quantity<'mg/kg/h'>;
    }
  | undefined {
  const { match, authorised } = session;
  if (!match || !authorised) return undefined;
  const ordered = readQuantity(match.sum.rate, 'mL/h');
  const range = authorised.rules.protocol.nurseRange;
  const lowest = shareOfRate(ordered, range.lowest);
  const highest = shareOfRate(ordered, range.highest);
  return { lowest, highest, lowestDose: meaning(session, lowest), highestDose: meaning(session, highest) };
}

/** A share of a rate: rate × percent ÷ 100. Exact. */
export function shareOfRate(rate: Quantity<'mL/h'>, percent: QuantityText<'%'>): Quantity<'mL/h'> {
  return quantity(divide(multiply(rate.value, readQuantity(percent, '%').value), HUNDRED), 'mL/h');
}

/** The nurse's range as ordered, in mg/kg/h: a share of dose over duration, the same for every weight. */
export function orderedNurseRange(
  ordered: QuantityText<'mg/kg/h'>,
  { nurseRange: range }: Pick<PumpedProtocol, 'nurseRange'>,
): { readonly lowest: QuantityText<'mg/kg/h'>; readonly highest: QuantityText<'mg/kg/h'> } {
  const share = (percent: QuantityText<'%'>): QuantityText<'mg/kg/h'> => {
    const value = multiply(readQuantity(ordered, 'mg/kg/h').value, readQuantity(percent, '%').value);
    return quantityText(quantity(divide(value, HUNDRED), 'mg/kg/h'));
  };
  return { lowest: share(range.lowest), highest: share(range.highest) };
}

/** What a rate means for this patient, in mg/kg/h. */
export function meaning(session: Session, rate: Quantity<'mL/h'>): Quantity<'mg/kg/h'> {
  const { match } = session;
  if (!match) throw new Error('A rate has a meaning only after the match.');
  const concentration = session.preparation.witnessed?.concentration ?? match.sum.concentration;
  const weight = readQuantity(matchedWeight(session), 'kg');
  return doseRate(rate, readQuantity(concentration, 'mg/mL'), weight);
}

/** The weight both people agreed on. */
export function matchedWeight(session: Session): QuantityText<'kg'> {
  if (!session.match) throw new Error('There is no agreed weight before the match.');
  return session.match.weighing.weight;
}
