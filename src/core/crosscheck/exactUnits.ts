import {
  addDependencies,
  create,
  createUnitDependencies,
  divideDependencies,
  type FactoryFunctionMap,
  type Fraction,
  fractionDependencies,
  type MathJsInstance,
  type Unit as MathUnit,
  multiplyDependencies,
  unitDependencies,
} from 'mathjs';
import type { Quantity, Unit } from '../quantity/quantity.ts';
import { type Rational, rational } from '../quantity/rational.ts';

/**
 * mathjs with fractions only, the arithmetic of the second engine. One private instance: nothing else in the
 * program imports mathjs.
 *
 * `number: 'Fraction'` is what keeps it exact: with the default configuration a created unit holds its factor as
 * a float, and a rate of 5 mcg/kg/min came out as 0 without an error.
 */
const math = create(
  {
    addDependencies,
    createUnitDependencies,
    divideDependencies,
    fractionDependencies,
    multiplyDependencies,
    unitDependencies,
  } as FactoryFunctionMap,
  { number: 'Fraction' },
) as MathJsInstance;

/**
 * Every unit the second engine knows, made here from one base for each thing that can be measured and an exact
 * fraction of it. None of the units mathjs brings along is used: their sizes are floats, and an `ng` of theirs became
 * 0 as a fraction. Body weight, body surface, units, mEq, mmol, drops and sprays never cancel against a mass.
 */
const SPELLING: Readonly<
  Record<string, readonly [name: string, ...measure: readonly [] | readonly [size: string, base: string]]>
> = {
  mg: ['dmg'],
  ng: ['dng', '1/1000000', 'dmg'],
  mcg: ['dmcg', '1/1000', 'dmg'],
  g: ['dg', '1000', 'dmg'],
  units: ['dunits'],
  milliunits: ['dmilliunits', '1/1000', 'dunits'],
  mEq: ['dequivalents'],
  mmol: ['dmolecules'],
  mL: ['dml'],
  L: ['dlitre', '1000', 'dml'],
  min: ['dminute'],
  s: ['dsecond', '1/60', 'dminute'],
  h: ['dhour', '60', 'dminute'],
  d: ['dday', '1440', 'dminute'],
  kg: ['bodykg'],
  m2: ['bodysurface'],
  gtt: ['infusiondrop'],
  sprays: ['nasalspray'],
};
for (const [name, ...measure] of Object.values(SPELLING)) {
  if (measure.length === 0) math.createUnit(name);
  else {
    const [size, base] = measure;
    math.createUnit(name, math.unit(math.fraction(size) as unknown as number, base));
  }
}

/** `mcg/kg/min` as `dmcg/bodykg/dminute`; undefined where a part has no place in a dose. */
function spelt(unit: Unit): string | undefined {
  const parts = unit.split('/').map((part) => SPELLING[part]?.[0]);
  return parts.includes(undefined) ? undefined : parts.join('/');
}

/** One of a unit, and the unit without a value to measure others in. Read from its spelling once. */
type Template = { readonly one: MathUnit; readonly bare: MathUnit };
const TEMPLATES = new Map<Unit, Template | undefined>();

function templateOf(unit: Unit): Template | undefined {
  if (TEMPLATES.has(unit)) return TEMPLATES.get(unit);
  const spelling = spelt(unit);
  const template =
    spelling === undefined
      ? undefined
      : { one: math.unit(math.fraction('1') as unknown as number, spelling), bare: math.unit(spelling) };
  TEMPLATES.set(unit, template);
  return template;
}

export type Measured = MathUnit;

/** Our quantity as a mathjs unit, handed over as text so that no float is ever made. */
export function measured(value: Quantity): Measured {
  const template = templateOf(value.unit);
  if (template === undefined) throw new Error(`The second engine has no unit ${value.unit}.`);
  return math.multiply(template.one, fractionOf(value.value)) as Measured;
}

/** Product with its dimension. */
export function product(...factors: readonly Measured[]): Measured {
  return factors.reduce((left, right) => math.multiply(left, right) as Measured);
}

/** Quotient with its dimension. */
export function quotient(dividend: Measured, divisor: Measured): Measured {
  return math.divide(dividend, divisor) as Measured;
}

export function total(left: Measured, right: Measured): Measured {
  return math.add(left, right) as Measured;
}

/** What is left of `minuend`. */
export function difference(minuend: Measured, subtrahend: Measured): Measured {
  return total(minuend, scaled(subtrahend, rational(-1n)));
}

/** `value` taken so many times: the content of three containers, 80 % of a volume. */
export function scaled(value: Measured, times: Rational): Measured {
  return math.multiply(value, fractionOf(times)) as Measured;
}

/**
 * True when `result` is exactly `expected`, in dimension and in value. A wrong dimension is a disagreement,
 * not an exception.
 */
export function agrees(result: Measured, expected: Quantity): boolean {
  const difference = distance(result, expected);
  return difference !== undefined && difference.n === 0n;
}

/** True when `result` lies within half a `step` of `expected`, inclusive. */
export function agreesWithinHalfStep(result: Measured, expected: Quantity, step: Quantity): boolean {
  const difference = distance(result, expected);
  if (!difference) return false;
  const half = fractionOf({ ...step.value, denominator: step.value.denominator * 2n });
  return (difference as unknown as ComparableFraction).compare(half) <= 0;
}

/** True when `result` is `limit` or less; false for a wrong dimension. */
export function isAtMost(result: Measured, limit: Quantity): boolean {
  const value = numberIn(result, limit.unit);
  return value !== undefined && value.compare(fractionOf(limit.value)) <= 0;
}

/** True when `result` is a whole number of `step`; false for a wrong dimension. */
export function isWholeSteps(result: Measured, step: Quantity): boolean {
  const value = numberIn(result, step.unit);
  return value !== undefined && value.div(fractionOf(step.value)).d === 1n;
}

/** What a fraction of mathjs can do, as far as the comparisons use it. */
type ExactFraction = { readonly d: bigint; div(other: unknown): ExactFraction } & ComparableFraction;

/** How many of `unit` a result holds, exactly; undefined when it is not measured in it. */
function numberIn(result: Measured, unit: Unit): ExactFraction | undefined {
  const bare = templateOf(unit)?.bare;
  if (bare === undefined || typeof result.toNumeric !== 'function' || !result.equalBase(bare))
    return undefined;
  // Its types name only text; a unit that was read before does the same without reading it again.
  return result.toNumeric(bare as unknown as string) as unknown as ExactFraction;
}

function fractionOf(value: Rational): Fraction {
  return math.fraction(`${value.numerator}/${value.denominator}`);
}

type ComparableFraction = { compare(other: unknown): number };

function distance(result: Measured, expected: Quantity): { n: bigint; d: bigint } | undefined {
  const value = numberIn(result, expected.unit) as unknown as
    | { sub(other: unknown): { abs(): { n: bigint; d: bigint } } }
    | undefined;
  return value?.sub(fractionOf(expected.value)).abs();
}
