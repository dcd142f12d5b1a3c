import type { DoseRateUnit } from '../dosing/doseUnits.ts';
import type { LongInfusion, LongInfusionOrder } from '../dosing/longInfusion.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { failed } from './agreement.ts';
import { areContainers, type ContainersOf, isContainerTime } from './containersBackward.ts';
import { agrees, measured, quotient } from './exactUnits.ts';
import { isCount } from './parts.ts';
import { continuousRateDisagreements, isOrder } from './ratesBackward.ts';

/** The second engine for long infusions: from the containers back to the volume, the dose and the order. */

export type LongInfusionDisagreement =
  | 'rate'
  | 'orderedDose'
  | 'volume'
  | 'doseRate'
  | 'dose'
  | 'containerLasts'
  | 'containers'
  | 'counts';

/**
 * Exact rate and set rate must each lead back to their dose rate, and each dose over its time to its dose rate;
 * every container but the last must serve exactly as long as one lasts, the last no longer, and together they must
 * give the volume.
 */
export function longInfusionDisagreements<U extends DoseRateUnit>(
  order: LongInfusionOrder<U>,
  infusion: LongInfusion<U>,
): readonly LongInfusionDisagreement[] {
  const { rate, doseRate } = infusion;
  const perTime = (amount: Quantity) => quotient(measured(amount), measured(order.duration));
  return failed({
    rate: continuousRateDisagreements(rate.exact, order.doseRate, order).length === 0,
    orderedDose: isOrder(perTime(infusion.orderedDose), order.doseRate, order),
    volume: agrees(perTime(infusion.volume), rate.set),
    doseRate: continuousRateDisagreements(rate.set, doseRate, order).length === 0,
    dose: isOrder(perTime(infusion.dose), doseRate, order),
    containerLasts: isContainerTime(containersOf(order, infusion), infusion.containerLasts),
    containers:
      agrees(measured(order.duration), infusion.duration) &&
      areContainers(containersOf(order, infusion), infusion.containerLasts, infusion.containers),
    counts: areCounts(order, infusion),
  });
}

function containersOf(
  { content, useBy }: LongInfusionOrder<DoseRateUnit>,
  { rate, volume, duration }: LongInfusion<DoseRateUnit>,
): ContainersOf {
  return { content, useBy, rate: rate.set, volume, duration };
}

function areCounts(
  { content, useBy }: LongInfusionOrder<DoseRateUnit>,
  { volume, duration, countByContent, countByUseBy }: LongInfusion<DoseRateUnit>,
): boolean {
  if (useBy === undefined || countByUseBy === undefined)
    return useBy === countByUseBy && isCount(countByContent, volume, content);
  return isCount(countByContent, volume, content) && isCount(countByUseBy, duration, useBy);
}
