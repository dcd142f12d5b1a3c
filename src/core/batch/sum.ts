import { derive, type Quantity, quantityText, type Unit } from '../quantity/quantity.ts';
import { AMOUNT_UNITS, combinedDimension, type Dimension, measureOf } from '../quantity/units.ts';
import { err, ok, type Result } from '../result.ts';
import { conversions } from './conversions.ts';
import type { Given } from './given.ts';
import { type Column, type RowError, rowError } from './row.ts';
import { plainTerm, type Term } from './terms.ts';

/** The product of `times` divided by each of `over`, before body weight and body surface are put in. */
export type Sum = { readonly times: readonly Term[]; readonly over: readonly Term[] };

/** A sum with its value, the sum in words, and the fields it came from. */
export type WorkedSum = {
  readonly value: Quantity;
  readonly working: string;
  readonly fields: readonly Column[];
};

/**
 * Works a sum out in `unit`, exact. The weight multiplies or divides where, and as often as, the units leave a `per kg`
 * over, and the body surface a `per m2`; a basis that cancels needs neither.
 *
 * Refuses a weight or surface that is missing there, amounts of different families, and a unit that measures something
 * else than the sum.
 */
export function workSum(sum: Sum, unit: Unit, given: Given): Result<WorkedSum, RowError> {
  const left = combinedDimension(dimensionOf(sum), measureOf(unit).dimension, -1);
  const { bodyWeight = 0, bodySurface = 0, ...others } = left;
  if (Object.keys(others).length > 0) return err(unlikeUnits(sum, unit));
  const weight = bodyTerms('weight', given.weight, bodyWeight);
  if (!weight.ok) return weight;
  const surface = bodyTerms('bsa', given.bsa, bodySurface);
  if (!surface.ok) return surface;
  const [first, rest] = [sum.times.slice(0, 1), sum.times.slice(1)];
  const times = [...first, ...weight.value.times, ...surface.value.times, ...rest];
  return ok(workedOut({ times, over: [...sum.over, ...weight.value.over, ...surface.value.over] }, unit));
}

function workedOut({ times, over }: Sum, unit: Unit): WorkedSum {
  const factors = [...times.map((term) => term.factor), ...over.flatMap((term) => term.divisors)];
  const divisors = [...over.map((term) => term.factor), ...times.flatMap((term) => term.divisors)];
  const value = derive(unit, factors, divisors);
  const written = [
    times.map((term) => term.written).join(' × '),
    ...over.map((term) => `÷ ${term.written}`),
    ...conversions(factors, divisors, unit),
  ].join(' ');
  return {
    value,
    working: `${written} = ${quantityText(value)}`,
    fields: [...new Set([...times, ...over].map((term) => term.field))],
  };
}

/** As many terms of a body size as cancel its `power`: below 0 it has to multiply, above 0 to divide. */
function bodyTerms(
  field: 'weight' | 'bsa',
  size: Quantity<'kg' | 'm2'> | undefined,
  power: number,
): Result<Sum, RowError> {
  if (power === 0) return ok({ times: [], over: [] });
  if (size === undefined) return err(rowError(field, `Not entered. ${NEEDED_FOR[field]}`));
  const terms = Array.from({ length: Math.abs(power) }, () => plainTerm(field, size));
  return ok(power < 0 ? { times: terms, over: [] } : { times: [], over: terms });
}

const NEEDED_FOR = {
  weight: 'A value per kg needs it here',
  bsa: 'A value per m2 needs it here; enter it, or weight, height and a formula for it',
};

function dimensionOf({ times, over }: Sum): Dimension {
  const multiplied = times.reduce(
    (dimension, term) => combinedDimension(dimension, dimensionOfTerm(term)),
    {},
  );
  return over.reduce(
    (dimension, term) => combinedDimension(dimension, dimensionOfTerm(term), -1),
    multiplied,
  );
}

function dimensionOfTerm({ factor, divisors }: Term): Dimension {
  return divisors.reduce(
    (dimension, { unit }) => combinedDimension(dimension, measureOf(unit).dimension, -1),
    measureOf(factor.unit).dimension,
  );
}

/**
 * Where two fields count an amount, one is divided by the other: a sum of theirs that comes out wrong counts in different
 * families, and both are named. Otherwise it is the answer's unit that does not fit.
 */
function unlikeUnits({ times, over }: Sum, unit: Unit): RowError {
  const counted = [...times, ...over].filter(({ factor }) => countsAmount(factor.unit));
  const written = (terms: readonly Term[]) => terms.map((term) => term.written).join(' and ');
  if (counted.length > 1) {
    return {
      fields: counted.map((term) => term.field),
      text: `${written(counted)} are not counted in the same kind of unit`,
    };
  }
  return {
    fields: ['unit'],
    text: `${unit} does not measure what follows from ${written([...times, ...over])}`,
  };
}

/** False for a fluid and a time. */
function countsAmount(unit: Unit): boolean {
  return AMOUNT_UNITS.some((name) => name === unit.split('/')[0]);
}
