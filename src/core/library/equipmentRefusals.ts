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
  | {
      readonly kind: 'preparationTooSmall';
      readonly volumeToGive: QuantityText<'mL'>;
      readonly prepared: QuantityText<'mL'>;
    }
  | { readonly kind: 'tooManyContainers' };

/**
 * Everything that stands between a sum and a pump, all at once: a rate (mL/h, as the pump would be set) outside the
 * pump's profile, both ends allowed, and a volume to give (mL, as set) above the final volume of one preparation.
 *
 * A session has one container: its change cannot be recorded, so an order that takes a second one would end short.
 * The number of containers stays in the sum. Source: pump profile, UX 3.6; "or the plan is refused", UX 7.
 */
export function equipmentRefusals(sum: PlanSum, pump: PumpProfile): readonly EquipmentRefusal[] {
  const { rateMinimum: minimum, rateMaximum: maximum } = pump;
  const rate = sum.rate.set;
  const found: EquipmentRefusal[] = [];
  const tooSlow = compareQuantities(rate, readQuantity(minimum, 'mL/h')) < 0;
  const tooFast = compareQuantities(rate, readQuantity(maximum, 'mL/h')) > 0;
  if (tooSlow || tooFast) {
    found.push({ kind: 'rateOutsidePumpRange', rate: quantityText(rate), minimum, maximum });
  }
  if (sum.containers > MOST_PLANNED) found.push({ kind: 'tooManyContainers' });
  if (sum.containers > 1n) {
    found.push({
      kind: 'preparationTooSmall',
      volumeToGive: quantityText(sum.volume.set),
      prepared: quantityText(sum.preparation.finalVolume),
    });
  }
  return found;
}
