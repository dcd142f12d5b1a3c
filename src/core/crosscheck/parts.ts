import { type Quantity, wholeQuantity } from '../quantity/quantity.ts';
import { rational } from '../quantity/rational.ts';
import { agrees, isAtMost, type Measured, measured, scaled, total } from './exactUnits.ts';

/** How the second engine holds parts against their whole. */

/** True when the first part begins at 0 and each of the others where the one before it ends. */
export function timesJoin(
  parts: readonly (readonly [begin: Quantity<'min'>, end: Quantity<'min'>])[],
): boolean {
  return parts.every(([begin], place) =>
    agrees(measured(parts[place - 1]?.[1] ?? wholeQuantity(0n, 'min')), begin),
  );
}

/** True when the parts, of which there is at least one, add up to the whole. */
export function addUpTo(parts: readonly Quantity[], whole: Quantity): boolean {
  const [first, ...others] = parts.map(measured);
  return first !== undefined && agrees(others.reduce<Measured>(total, first), whole);
}

/** True when `count` parts cover the whole and one fewer does not. */
export function isCount(count: bigint, whole: Quantity, part: Quantity): boolean {
  if (count < 1n || !isAtMost(scaled(measured(whole), rational(1n, count)), part)) return false;
  return count === 1n || !isAtMost(scaled(measured(whole), rational(1n, count - 1n)), part);
}
