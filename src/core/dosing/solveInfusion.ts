import { confirmed, type EnginesDisagree } from '../crosscheck/agreement.ts';
import { type SolveDisagreement, solveDisagreements } from '../crosscheck/solveBackward.ts';
import {
  compareQuantities,
  derive,
  type Quantity,
  type QuantityText,
  quantityText,
  type Unit,
} from '../quantity/quantity.ts';
import type { AmountUnit } from '../quantity/units.ts';
import { err, type Result } from '../result.ts';
import {
  amountOf,
  type FamiliesDiffer,
  firstNotAboveZero,
  isSameFamily,
  type NotAboveZero,
} from './doseUnits.ts';
import {
  type GivenInfusion,
  INFUSION_NAMES,
  type InfusionName,
  type InfusionUnits,
  infusionUnit,
  type Total,
  totalsOf,
} from './infusionQuantities.ts';

/** Names that hold only where the order is per kilogram or per square metre. */
type BodyName =
  | 'weight'
  | 'surface'
  | 'dosePerKg'
  | 'dosePerM2'
  | 'concentrationPerKg'
  | 'concentrationPerM2'
  | 'doseRatePerKg'
  | 'doseRatePerM2';

/** Everything about one infusion, exact. What is per kg or per m2 is there when something of the kind was given. */
export type SolvedInfusion<Amount extends AmountUnit> = {
  readonly [Name in Exclude<InfusionName, BodyName>]: Quantity<InfusionUnits<Amount>[Name]>;
} & {
  readonly [Name in BodyName]?: Quantity<InfusionUnits<Amount>[Name]>;
};

export type SolveRefusal =
  | NotAboveZero
  | FamiliesDiffer
  /** `missing` more are needed. Each of `oneOf` brings it one nearer: when 1 is missing, any one of them is enough. */
  | { readonly kind: 'tooFew'; readonly missing: number; readonly oneOf: readonly InfusionName[] }
  /** `quantity` is given as `given`, and the others named in `from` make it `follows`. One of them is wrong. */
  | {
      readonly kind: 'contradictory';
      readonly quantity: InfusionName;
      readonly given: QuantityText;
      readonly from: readonly InfusionName[];
      readonly follows: QuantityText;
    }
  | EnginesDisagree<SolveDisagreement>;

/**
 * Everything about an infusion from enough of it:
 * dose = dose per kg × weight = concentration × volume = dose rate × duration; volume = rate × duration;
 * dose rate = rate × concentration; and the same per kilogram and per square metre.
 *
 * Exact, in the drug's `amount` unit, mL, mL/h, min and per hour; the order the values come in changes nothing.
 *
 * Refuses a value that is not above 0, a drug in another family than `amount`, too few values (naming what one more
 * would be enough) and values that contradict one another (naming them, with both values). Nothing given is ever
 * preferred to another: a contradiction has no answer.
 *
 * Source: definitions of concentration, rate and dose; DOMAIN 6 row 3 (rate, volume and time as in B. Braun Space,
 * extended to dose and concentration).
 */
export function solveInfusion<Amount extends AmountUnit>(
  given: GivenInfusion,
  amount: Amount,
): Result<SolvedInfusion<Amount>, SolveRefusal> {
  const known = knownOf(given);
  const refusal =
    firstNotAboveZero(Object.fromEntries(known)) ??
    otherFamily(known, amount) ??
    contradiction(known) ??
    tooFew(known);
  if (refusal) return err(refusal);
  const totals = totalsInPlay(known);
  const names = INFUSION_NAMES.filter((name) => totalsOf(name).every((total) => totals.includes(total)));
  const solved = Object.fromEntries(
    names.map((name) => [name, follows(known, name, infusionUnit(name, amount))?.value]),
  ) as SolvedInfusion<Amount>;
  return confirmed(solved, solveDisagreements(given, solved));
}

/** What was given, by name, in the fixed order. */
type Known = readonly (readonly [name: InfusionName, value: Quantity])[];

function knownOf(given: GivenInfusion): Known {
  return INFUSION_NAMES.flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [[name, value] as const];
  });
}

/** Given quantities from one total to another, each as it stands or turned over. */
type Chain = {
  readonly factors: readonly Quantity[];
  readonly divisors: readonly Quantity[];
  readonly from: readonly InfusionName[];
};

/**
 * A quantity as the known ones make it, by the shortest chain between its two totals; of equally short ones the
 * first in the fixed order. Undefined when they do not lead to it.
 */
function follows(
  known: Known,
  name: InfusionName,
  unit: Unit,
): { readonly value: Quantity; readonly from: readonly InfusionName[] } | undefined {
  const [of, over] = totalsOf(name);
  const reached = new Map<Total, Chain>([[of, { factors: [], divisors: [], from: [] }]]);
  // A map hands out what is added while it is walked, so this goes outward from `of` one quantity at a time.
  for (const [at, { factors, divisors, from }] of reached) {
    for (const [step, value] of known) {
      const [stepOf, stepOver] = totalsOf(step);
      if (stepOf === at && !reached.has(stepOver))
        reached.set(stepOver, { factors: [...factors, value], divisors, from: [...from, step] });
      if (stepOver === at && !reached.has(stepOf))
        reached.set(stepOf, { factors, divisors: [...divisors, value], from: [...from, step] });
    }
  }
  const chain = reached.get(over);
  return chain && { value: derive(unit, chain.factors, chain.divisors), from: chain.from };
}

/** The first known quantity that those before it make something else. */
function contradiction(known: Known): SolveRefusal | undefined {
  for (const [place, [name, value]] of known.entries()) {
    const other = follows(known.slice(0, place), name, value.unit);
    if (other === undefined || compareQuantities(value, other.value) === 0) continue;
    return {
      kind: 'contradictory',
      quantity: name,
      given: quantityText(value),
      from: INFUSION_NAMES.filter((each) => other.from.includes(each)),
      follows: quantityText(other.value),
    };
  }
  return undefined;
}

function tooFew(known: Known): SolveRefusal | undefined {
  const groups = joinedTotals(known);
  if (groups.length === 1) return undefined;
  const groupOf = (total: Total) => groups.findIndex((group) => group.includes(total));
  const oneOf = INFUSION_NAMES.filter((name) => {
    const [of, over] = totalsOf(name).map(groupOf);
    return of !== -1 && over !== -1 && of !== over;
  });
  return { kind: 'tooFew', missing: groups.length - 1, oneOf };
}

/** The totals an infusion has: those per kilogram and per square metre only once something of the kind is known. */
function totalsInPlay(known: Known): readonly Total[] {
  return [...new Set<Total>(['all', 'time', 'volume', 'drug', ...known.flatMap(([name]) => totalsOf(name))])];
}

/** The totals in groups within which each is known from each other. */
function joinedTotals(known: Known): readonly (readonly Total[])[] {
  return known.reduce<readonly (readonly Total[])[]>(
    (groups, [name]) => {
      const joined = groups.filter((group) => totalsOf(name).some((total) => group.includes(total)));
      return [...groups.filter((group) => !joined.includes(group)), joined.flat()];
    },
    totalsInPlay(known).map((total) => [total]),
  );
}

function otherFamily(known: Known, amount: AmountUnit): FamiliesDiffer | undefined {
  const drug = known.filter(([name]) => name.startsWith('dose') || name.startsWith('concentration'));
  const other = drug.find(([, { unit }]) => !isSameFamily(amount, amountOf(unit as AmountUnit)));
  return other && { kind: 'familiesDiffer', ordered: amount, offered: other[1].unit };
}
