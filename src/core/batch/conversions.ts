import type { Quantity, Unit } from '../quantity/quantity.ts';
import type { Rational } from '../quantity/rational.ts';
import { conversionFactor, isSameDimension, measureOf, unitSpelt } from '../quantity/units.ts';

/** A part of a unit, and whether it multiplies or divides where it stands. */
type Part = { readonly unit: Unit; readonly multiplies: boolean };

/**
 * The changes of unit a sum needs, as they are written in it: `× 60 min/h`, `÷ 1000 mcg/mg`. With them the bare numbers
 * of the sum multiply out to the number of the answer.
 *
 * Each part of a unit becomes the answer's part of the same kind; where the answer has none, the first of its kind.
 */
export function conversions(
  factors: readonly Quantity[],
  divisors: readonly Quantity[],
  answer: Unit,
): readonly string[] {
  const parts = [
    ...factors.flatMap(({ unit }) => partsOf(unit, true)),
    ...divisors.flatMap(({ unit }) => partsOf(unit, false)),
  ];
  const targets = [...partsOf(answer, true), ...parts];
  return parts.flatMap((part) => {
    const target = targets.find(({ unit }) => isSameKind(unit, part.unit));
    return target === undefined || target.unit === part.unit ? [] : [conversion(part, target.unit)];
  });
}

function conversion({ unit, multiplies }: Part, to: Unit): string {
  const held = conversionFactor(unit, to);
  if (held.denominator === 1n) return `${sign(multiplies)} ${whole(held)} ${to}/${unit}`;
  return `${sign(!multiplies)} ${whole(conversionFactor(to, unit))} ${unit}/${to}`;
}

function sign(multiplies: boolean): string {
  return multiplies ? '×' : '÷';
}

/** Every unit of a family is a whole number of the smaller ones, or a whole number of them make it up. */
function whole({ numerator }: Rational): string {
  return numerator.toString();
}

function partsOf(unit: Unit, multiplies: boolean): readonly Part[] {
  return unit.split('/').flatMap((spelling, place) => {
    const part = unitSpelt(spelling);
    return part === undefined ? [] : [{ unit: part, multiplies: place === 0 ? multiplies : !multiplies }];
  });
}

function isSameKind(left: Unit, right: Unit): boolean {
  return isSameDimension(measureOf(left).dimension, measureOf(right).dimension);
}
