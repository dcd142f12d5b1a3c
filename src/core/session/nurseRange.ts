import { doseRate } from '../dosing/doseRate.ts';
import { type Quantity, type QuantityText, quantity, readQuantity } from '../quantity/quantity.ts';
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
  const share = (percent: QuantityText<'%'>): Quantity<'mL/h'> =>
    quantity(divide(multiply(ordered.value, readQuantity(percent, '%').value), HUNDRED), 'mL/h');
  const lowest = share(range.lowest);
  const highest = share(range.highest);
  return { lowest, highest, lowestDose: meaning(session, lowest), highestDose: meaning(session, highest) };
}

/** What a rate means for this patient, in mg/kg/h. */
export function meaning(session: Session, rate: Quantity<'mL/h'>): Quantity<'mg/kg/h'> {
  const { match } = session;
  const prepared = session.preparation.witnessed;
  if (!match || !prepared) throw new Error('A rate has a meaning only after the match and the preparation.');
  const weight = readQuantity(matchedWeight(session), 'kg');
  return doseRate(rate, readQuantity(prepared.concentration, 'mg/mL'), weight);
}

/** The weight both people agreed on. */
export function matchedWeight(session: Session): QuantityText<'kg'> {
  return `${session.match?.values.weight ?? ''} kg`;
}
