import { type Quantity, quantity, wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import { isAtMost, measured } from './exactUnits.ts';

/** The step of the marks of a syringe for so much: 0.1 mL from 1 mL on, else 0.01 mL. Source: head of UX 7. */
export function usualGraduation(drawUp: Quantity<'mL'>): Quantity<'mL'> {
  const isFine = !isAtMost(measured(wholeQuantity(1n, 'mL')), drawUp);
  return quantity(rational(1n, isFine ? 100n : 10n), 'mL');
}
