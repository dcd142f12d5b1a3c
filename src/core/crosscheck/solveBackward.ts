import type { GivenInfusion, InfusionName } from '../dosing/infusionQuantities.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { failed } from './agreement.ts';
import { agrees, measured, product } from './exactUnits.ts';

/**
 * The second engine for solve-any: no chain of givens is followed here. The whole answer is held against every
 * relation between its quantities, and against everything that was given.
 */

/** Each as product = factor × factor. */
const RELATIONS = {
  'dose = concentration × volume': ['dose', 'concentration', 'volume'],
  'dose = dose rate × duration': ['dose', 'doseRate', 'duration'],
  'volume = rate × duration': ['volume', 'rate', 'duration'],
  'dose rate = rate × concentration': ['doseRate', 'rate', 'concentration'],
  'dose = dose per kg × weight': ['dose', 'dosePerKg', 'weight'],
  'dose rate = dose rate per kg × weight': ['doseRate', 'doseRatePerKg', 'weight'],
  'concentration = concentration per kg × weight': ['concentration', 'concentrationPerKg', 'weight'],
  'dose = dose per m2 × surface': ['dose', 'dosePerM2', 'surface'],
  'dose rate = dose rate per m2 × surface': ['doseRate', 'doseRatePerM2', 'surface'],
  'concentration = concentration per m2 × surface': ['concentration', 'concentrationPerM2', 'surface'],
} as const satisfies Readonly<Record<string, readonly [InfusionName, InfusionName, InfusionName]>>;

export type SolveDisagreement = keyof typeof RELATIONS | 'given' | 'complete';

/** The values of one infusion by name, whatever their units. */
type Values = Readonly<Partial<Record<InfusionName, Quantity | undefined>>>;

/** Which of them an answer always has. */
const ALWAYS = ['dose', 'concentration', 'volume', 'rate', 'duration', 'doseRate'] as const;
const PER_KILOGRAM = ['weight', 'dosePerKg', 'doseRatePerKg', 'concentrationPerKg'] as const;
const PER_SQUARE_METRE = ['surface', 'dosePerM2', 'doseRatePerM2', 'concentrationPerM2'] as const;

export function solveDisagreements(given: GivenInfusion, solved: Values): readonly SolveDisagreement[] {
  const relations = Object.entries(RELATIONS).map(([name, members]) => [name, holds(members, solved)]);
  return failed({
    ...(Object.fromEntries(relations) as Record<keyof typeof RELATIONS, boolean>),
    given: Object.entries(given).every(([name, value]) => isReturned(value, solved[name as InfusionName])),
    complete: isComplete(solved),
  });
}

function holds(
  [whole, left, right]: readonly [InfusionName, InfusionName, InfusionName],
  solved: Values,
): boolean {
  const [result, first, second] = [solved[whole], solved[left], solved[right]];
  // What is per kg or per m2 may be absent; `complete` sees to it that it is absent as a whole.
  if (!result || !first || !second) return true;
  return agrees(product(measured(first), measured(second)), result);
}

function isReturned(given: Quantity | undefined, solved: Quantity | undefined): boolean {
  return given === undefined || (solved !== undefined && agrees(measured(given), solved));
}

function isComplete(solved: Values): boolean {
  return (
    ALWAYS.every((name) => solved[name]) &&
    [PER_KILOGRAM, PER_SQUARE_METRE].every((group) => {
      const there = group.filter((name) => solved[name]).length;
      return there === 0 || there === group.length;
    })
  );
}
