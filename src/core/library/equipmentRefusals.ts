import { MOST_PLANNED, type PlanSum } from '../dosing/planSum.ts';
import { compareQuantities, type QuantityText, quantityText, readQuantity } from '../quantity/quantity.ts';
import type { PumpProfile } from './library.ts';

/** What the pump or the container cannot do of a sum that is right. No reason passes it. */
export type EquipmentRefusal =
  | {
      readonly kind: 'rateOutsidePumpRange';
      readonly rate: QuantityText<'mL/h'>;
      readonly minimum: QuantityText<'mL/h'>;
      readonly maximum: QuantityText<'mL/h'>;
    }
  | { readonly kind: 'tooManyContainers' };

/**
 * Everything that stands between a sum and a pump, all at once: each rate (mL/h, as the pump would be set) outside the
 * pump's profile, both ends allowed, and more containers than are planned. Several containers are planned and changed.
 * Source: pump profile, UX 3.6; containers, UX 7.
 */
export function equipmentRefusals(sum: PlanSum, pump: PumpProfile): readonly EquipmentRefusal[] {
  const { rateMinimum: minimum, rateMaximum: maximum } = pump;
  const rates = sum.staged ? sum.staged.stages.map((stage) => stage.sum.rate.set) : [sum.rate.set];
  const found: EquipmentRefusal[] = [];
  for (const rate of rates) {
    const tooSlow = compareQuantities(rate, readQuantity(minimum, 'mL/h')) < 0;
    const tooFast = compareQuantities(rate, readQuantity(maximum, 'mL/h')) > 0;
    if (tooSlow || tooFast) {
      found.push({ kind: 'rateOutsidePumpRange', rate: quantityText(rate), minimum, maximum });
    }
  }
  if (sum.containers > MOST_PLANNED) found.push({ kind: 'tooManyContainers' });
  return found;
}
