import type { ContainerUse } from '../dosing/containerChanges.ts';
import type { DoseRateUnit } from '../dosing/doseUnits.ts';
import type { LongInfusion, LongInfusionOrder } from '../dosing/longInfusion.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { failed } from './agreement.ts';
import { agrees, isAtMost, measured, product, quotient, total } from './exactUnits.ts';
import { addUpTo, isCount, timesJoin } from './parts.ts';
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
    containerLasts: isContainerTime(order, infusion),
    containers: areContainers(order, infusion),
    counts: areCounts(order, infusion),
  });
}

/** True when a container lasts until it is empty or until its use-by, and longer than neither. */
function isContainerTime(
  { content, useBy }: LongInfusionOrder<DoseRateUnit>,
  { rate, containerLasts }: LongInfusion<DoseRateUnit>,
): boolean {
  const used = product(measured(rate.set), measured(containerLasts));
  const isOver = agrees(used, content) || (useBy !== undefined && agrees(measured(containerLasts), useBy));
  const isAllowed = useBy === undefined || isAtMost(measured(containerLasts), useBy);
  return isOver && isAllowed && isAtMost(used, content);
}

function areContainers(
  order: LongInfusionOrder<DoseRateUnit>,
  infusion: LongInfusion<DoseRateUnit>,
): boolean {
  const { containers, duration, volume } = infusion;
  const last = containers.at(-1);
  return (
    last !== undefined &&
    agrees(measured(order.duration), duration) &&
    agrees(measured(last.endsAfter), duration) &&
    !isAtMost(measured(duration), last.connectedAfter) &&
    timesJoin(containers.map(({ connectedAfter, endsAfter }) => [connectedAfter, endsAfter])) &&
    addUpTo(
      containers.map((container) => container.volume),
      volume,
    ) &&
    containers.every((container) => isContainer(order, infusion, container, container === last))
  );
}

/** True when a container gives what its time allows, and is changed for the reason that holds. */
function isContainer(
  { content }: LongInfusionOrder<DoseRateUnit>,
  { rate, containerLasts }: LongInfusion<DoseRateUnit>,
  { connectedAfter, endsAfter, volume, endedBy }: ContainerUse,
  isLast: boolean,
): boolean {
  const served = quotient(measured(volume), measured(rate.set));
  if (!agrees(total(measured(connectedAfter), served), endsAfter)) return false;
  if (isLast) return endedBy === 'end' && isAtMost(served, containerLasts);
  return (
    agrees(served, containerLasts) && endedBy === (agrees(measured(volume), content) ? 'content' : 'useBy')
  );
}

function areCounts(
  { content, useBy }: LongInfusionOrder<DoseRateUnit>,
  { volume, duration, countByContent, countByUseBy }: LongInfusion<DoseRateUnit>,
): boolean {
  if (useBy === undefined || countByUseBy === undefined)
    return useBy === countByUseBy && isCount(countByContent, volume, content);
  return isCount(countByContent, volume, content) && isCount(countByUseBy, duration, useBy);
}
