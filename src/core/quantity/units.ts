import { divide, multiply, type Rational, rational } from './rational.ts';

/**
 * Every unit a value in the program can carry, what it measures and how large it is. The spelling is the one that is
 * stored; how it is written for people (`1 mg per mL`) is the formatter's matter.
 *
 * A unit is made of atoms divided by one another: `mcg/kg/min` is mcg over kg over min. Body weight is a dimension of
 * its own, so that 70 kg of patient never cancels against 5 mg of drug; so is body surface.
 */

/** What a dose is counted in. Mass, units, mEq and mmol never turn into one another. */
export const AMOUNT_UNITS = ['ng', 'mcg', 'mg', 'g', 'milliunits', 'units', 'mEq', 'mmol'] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** A fluid is ordered like a drug: 20 mL/kg. */
export const VOLUME_UNITS = ['mL', 'L'] as const;
export type VolumeUnit = (typeof VOLUME_UNITS)[number];

export const DURATION_UNITS = ['s', 'min', 'h', 'd'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

const BASES = ['', '/kg', '/m2'] as const;
/** Nothing, per kilogram of body weight, per square metre of body surface. */
export type Basis = (typeof BASES)[number];

const TIMES = ['', '/min', '/h', '/d'] as const;
type Times = (typeof TIMES)[number];

/** `mg`, `mg/kg`, `mcg/kg/min`, `mL/kg/h`: every order there is. */
export type DoseUnit = `${AmountUnit | VolumeUnit}${Basis}${Times}`;
/** `1 mg/mL`, and `3 mg/kg in 50 mL`, which is a concentration per kilogram. */
export type ConcentrationUnit = `${AmountUnit}${Basis}/mL`;

const OTHER_UNITS = [
  's',
  'min',
  'h',
  'd',
  'kg',
  'lb',
  'm2',
  'cm',
  'kg/m2',
  'gtt',
  'gtt/mL',
  'gtt/min',
  'sprays',
  'doses',
  '%',
  'mmHg',
  'beats/min',
  'per min',
  '°C',
] as const;

export type Unit = DoseUnit | ConcentrationUnit | (typeof OTHER_UNITS)[number];

type AtomsIn<U extends string> = U extends `${infer First}/${infer Others}` ? First | AtomsIn<Others> : U;
/** What units are made of: `mcg`, `kg` and `min` of `mcg/kg/min`. A table by atom cannot lack one. */
export type UnitAtom = AtomsIn<Unit>;

/** The atoms of a unit in their order: the first is divided by each of the others. */
export function atomsOf(unit: Unit): readonly [first: UnitAtom, ...others: UnitAtom[]] {
  return unit.split('/') as [UnitAtom, ...UnitAtom[]];
}

/** Every order unit, made from its parts. */
export const DOSE_UNITS: readonly DoseUnit[] = [...AMOUNT_UNITS, ...VOLUME_UNITS].flatMap((amount) =>
  BASES.flatMap((basis) => TIMES.map((time) => `${amount}${basis}${time}` as const)),
);

export const CONCENTRATION_UNITS: readonly ConcentrationUnit[] = AMOUNT_UNITS.flatMap((amount) =>
  BASES.map((basis) => `${amount}${basis}/mL` as const),
);

export const UNITS: readonly Unit[] = [...DOSE_UNITS, ...CONCENTRATION_UNITS, ...OTHER_UNITS];

/** What can be measured apart from anything else. A bare count has none of them. */
type BaseDimension =
  | 'mass'
  | 'activity'
  | 'equivalents'
  | 'substance'
  | 'volume'
  | 'time'
  | 'bodyWeight'
  | 'bodySurface'
  | 'height'
  | 'drops'
  | 'sprays'
  | 'doses'
  | 'pressure'
  | 'temperature'
  | 'beats'
  | 'events';

/** Powers of the base dimensions; those of power 0 are left out. */
export type Dimension = Readonly<Partial<Record<BaseDimension, number>>>;

/** A unit's dimension, and how many of its base units it holds: 1 h holds 60 min. */
export type UnitMeasure = { readonly dimension: Dimension; readonly size: Rational };

const ONE = rational(1n);

/** Bases: mg, units, mEq, mmol, mL, min, kg, m2, cm. A pound is 0.45359237 kg (international agreement of 1959). */
const ATOMS: Readonly<Record<UnitAtom, UnitMeasure>> = {
  ng: { dimension: { mass: 1 }, size: rational(1n, 1_000_000n) },
  mcg: { dimension: { mass: 1 }, size: rational(1n, 1_000n) },
  mg: { dimension: { mass: 1 }, size: ONE },
  g: { dimension: { mass: 1 }, size: rational(1_000n) },
  milliunits: { dimension: { activity: 1 }, size: rational(1n, 1_000n) },
  units: { dimension: { activity: 1 }, size: ONE },
  mEq: { dimension: { equivalents: 1 }, size: ONE },
  mmol: { dimension: { substance: 1 }, size: ONE },
  mL: { dimension: { volume: 1 }, size: ONE },
  L: { dimension: { volume: 1 }, size: rational(1_000n) },
  s: { dimension: { time: 1 }, size: rational(1n, 60n) },
  min: { dimension: { time: 1 }, size: ONE },
  h: { dimension: { time: 1 }, size: rational(60n) },
  d: { dimension: { time: 1 }, size: rational(1_440n) },
  kg: { dimension: { bodyWeight: 1 }, size: ONE },
  lb: { dimension: { bodyWeight: 1 }, size: rational(45_359_237n, 100_000_000n) },
  m2: { dimension: { bodySurface: 1 }, size: ONE },
  cm: { dimension: { height: 1 }, size: ONE },
  gtt: { dimension: { drops: 1 }, size: ONE },
  sprays: { dimension: { sprays: 1 }, size: ONE },
  doses: { dimension: { doses: 1 }, size: ONE },
  '%': { dimension: {}, size: rational(1n, 100n) },
  mmHg: { dimension: { pressure: 1 }, size: ONE },
  beats: { dimension: { beats: 1 }, size: ONE },
  '°C': { dimension: { temperature: 1 }, size: ONE },
  'per min': { dimension: { events: 1, time: -1 }, size: ONE },
};

const MEASURES = new Map<Unit, UnitMeasure>(UNITS.map((unit) => [unit, composed(unit)]));

/** What a unit measures and its size in base units. */
export function measureOf(unit: Unit): UnitMeasure {
  const measure = MEASURES.get(unit);
  if (measure === undefined) throw new Error(`"${unit}" is no unit of this program.`);
  return measure;
}

/** True when both measure the same: mcg/kg/min and mg/kg/h do, mg and units do not. */
export function isSameDimension(left: Dimension, right: Dimension): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]) as Set<BaseDimension>;
  return [...names].every((name) => (left[name] ?? 0) === (right[name] ?? 0));
}

/** The dimension of a product, or with `sign` −1 of a quotient. */
export function combinedDimension(left: Dimension, right: Dimension, sign: 1 | -1 = 1): Dimension {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]) as Set<BaseDimension>;
  return Object.fromEntries(
    [...names]
      .map((name) => [name, (left[name] ?? 0) + sign * (right[name] ?? 0)] as const)
      .filter(([, power]) => power !== 0),
  );
}

/** The unit of that spelling, or undefined: units are told apart by case, and no spelling stands in for another. */
export function unitSpelt(spelling: string): Unit | undefined {
  return UNITS.find((unit) => unit === spelling);
}

function composed(unit: Unit): UnitMeasure {
  const [first, ...others] = atomsOf(unit);
  return others.reduce<UnitMeasure>((whole, name) => {
    const part = ATOMS[name];
    return {
      dimension: combinedDimension(whole.dimension, part.dimension, -1),
      size: divide(whole.size, part.size),
    };
  }, ATOMS[first]);
}

/** How many of `to` one of `from` holds. Throws when they do not measure the same. */
export function conversionFactor(from: Unit, to: Unit): Rational {
  const [source, target] = [measureOf(from), measureOf(to)];
  if (!isSameDimension(source.dimension, target.dimension))
    throw new Error(`${from} and ${to} do not measure the same.`);
  return multiply(source.size, divide(ONE, target.size));
}
