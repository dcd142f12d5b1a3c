import type { ContainerUse } from '../dosing/containerChanges.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { DurationUnit } from '../quantity/units.ts';
import { agrees, isAtMost, measured, product, quotient, total } from './exactUnits.ts';
import { addUpTo, timesJoin } from './parts.ts';

/** The second engine for one container after the other: from what each gives back to the whole volume and the whole time. */

/** What containers are held against: what one holds, how long one may be used, what goes in at which rate in what time. */
export type ContainersOf = {
  readonly content: Quantity<'mL'>;
  readonly useBy: Quantity<DurationUnit> | undefined;
  readonly rate: Quantity<'mL/h'>;
  readonly volume: Quantity<'mL'>;
  readonly duration: Quantity<'min'>;
};

/** True when a container lasts until it is empty or until its use-by, and longer than neither. */
export function isContainerTime({ content, useBy, rate }: ContainersOf, lasts: Quantity<'min'>): boolean {
  const used = product(measured(rate), measured(lasts));
  const isOver = agrees(used, content) || (useBy !== undefined && agrees(measured(lasts), useBy));
  const isAllowed = useBy === undefined || isAtMost(measured(lasts), useBy);
  return isOver && isAllowed && isAtMost(used, content);
}

/** True when the containers follow one another without a gap, give the whole volume, and end with the infusion. */
export function areContainers(
  order: ContainersOf,
  lasts: Quantity<'min'>,
  containers: readonly ContainerUse[],
): boolean {
  const last = containers.at(-1);
  return (
    last !== undefined &&
    agrees(measured(last.endsAfter), order.duration) &&
    !isAtMost(measured(order.duration), last.connectedAfter) &&
    timesJoin(containers.map(({ connectedAfter, endsAfter }) => [connectedAfter, endsAfter])) &&
    addUpTo(
      containers.map(({ volume }) => volume),
      order.volume,
    ) &&
    containers.every((container) => isContainer(order, lasts, container, container === last))
  );
}

/** True when a container gives what its time allows, and is changed for the reason that holds. */
function isContainer(
  { content, rate }: ContainersOf,
  lasts: Quantity<'min'>,
  { connectedAfter, endsAfter, volume, endedBy }: ContainerUse,
  isLast: boolean,
): boolean {
  const served = quotient(measured(volume), measured(rate));
  if (!agrees(total(measured(connectedAfter), served), endsAfter)) return false;
  if (isLast) return endedBy === 'end' && isAtMost(served, lasts);
  return agrees(served, lasts) && endedBy === (agrees(measured(volume), content) ? 'content' : 'useBy');
}
