import type { Bolus, BolusOrder } from '../dosing/bolus.ts';
import type { DoseOrderUnit } from '../dosing/doseUnits.ts';
import type { LoadingDose } from '../dosing/loadingDose.ts';
import { failed } from './agreement.ts';
import { agrees, isAtMost, measured, total } from './exactUnits.ts';
import { changeLeads, isNearest } from './pumpBackward.ts';
import { doseOverDurationDisagreements } from './ratesBackward.ts';

export type BolusDisagreement = 'pumpVolume' | 'achieved' | 'remaining';

/**
 * The set volume must be the nearest step; what is achieved, taken as an order of its own, must be carried by the set
 * volume at the set rate; what remains and what is given must be what was there.
 */
export function bolusDisagreements<U extends DoseOrderUnit>(
  order: BolusOrder<U>,
  answer: Bolus<U>,
): readonly BolusDisagreement[] {
  const { achieved, volume, rate, remaining } = answer;
  const asOrdered = { ...order, dose: achieved.order, duration: achieved.duration };
  const asSum = {
    dose: achieved.dose,
    volume: volume.set,
    rate: rate.set,
    doseRate: achieved.doseRate,
  };
  return failed({
    pumpVolume: isNearest(volume, order.volumeStep) && changeLeads(volume),
    achieved: doseOverDurationDisagreements(asOrdered, asSum).length === 0,
    remaining:
      agrees(total(measured(remaining), measured(volume.set)), order.remaining) &&
      isAtMost(measured(volume.set), order.remaining),
  });
}

export type LoadingDoseDisagreement = 'total' | 'achievedTotal' | 'infusionStartsAfter';

/** The totals, and the start of the infusion, must be made of the loading dose and the infusion. */
export function loadingDoseDisagreements<U extends DoseOrderUnit>(
  answer: LoadingDose<U>,
): readonly LoadingDoseDisagreement[] {
  const { loading, infusion } = answer;
  return failed({
    total: agrees(total(measured(infusion), measured(loading.ordered.dose)), answer.total),
    achievedTotal: agrees(total(measured(infusion), measured(loading.achieved.dose)), answer.achievedTotal),
    infusionStartsAfter: agrees(measured(loading.achieved.duration), answer.infusionStartsAfter),
  });
}
