import type { CountedInput, CountedSum } from '../dosing/countedPlan.ts';
import { rational } from '../quantity/rational.ts';
import { failed } from './agreement.ts';
import { agrees, measured, product, quotient, scaled, total } from './exactUnits.ts';

export type CountedPlanDisagreement = 'total' | 'perKg' | 'volume' | 'drawUp' | 'leftBehind' | 'lasts';

/**
 * The second engine for an order of counted doses: mg per kg × weight and volume × strength must give the total back;
 * the draw-up less what stays behind, all doses; the time, the gaps between them.
 */
export function countedPlanDisagreements(
  input: CountedInput,
  sum: CountedSum,
): readonly CountedPlanDisagreement[] {
  const { perDose, doses, gap, strength, deadSpace, weight } = input;
  const left = quotient(measured(sum.leftBehind), measured(strength));
  const given = scaled(measured(sum.volumePerDose), rational(doses));
  return failed({
    total: agrees(scaled(measured(sum.total), rational(1n, doses)), perDose),
    perKg: agrees(product(measured(sum.perKg), measured(weight)), sum.total),
    volume: agrees(product(measured(sum.volumePerDose), measured(strength)), perDose),
    drawUp:
      agrees(total(given, left), sum.drawUp) &&
      agrees(scaled(measured(sum.fill), rational(sum.devices)), sum.drawUp),
    leftBehind: agrees(scaled(left, rational(1n, sum.devices)), deadSpace),
    lasts: agrees(scaled(measured(gap), rational(doses - 1n)), sum.lasts),
  });
}
