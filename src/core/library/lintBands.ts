import { compareQuantities, type Quantity, quantity, type Unit } from '../quantity/quantity.ts';
import { compare, divide, multiply, rational } from '../quantity/rational.ts';
import { type AgeText, readAge } from './age.ts';
import {
  type AgeBand,
  type BandName,
  type Bands,
  bandsOf,
  LIMITED_UNITS,
  type LimitBand,
  type Protocol,
} from './library.ts';
import {
  finding,
  type LimitName,
  type LintFinding,
  type LintPlace,
  type Noted,
  quantityFindings,
  readable,
} from './lintFinding.ts';

/** A band as far as it can be read. */
export type ReadBand<U extends Unit> = { readonly [Name in LimitName]: Quantity<U> | undefined };

type BandUnit = (typeof LIMITED_UNITS)[BandName];
const LIMIT_NAMES = ['usual', 'softMinimum', 'softMaximum', 'hardMinimum', 'hardMaximum'] as const;
const BAND_NAMES = Object.keys(LIMITED_UNITS) as readonly BandName[];

/** What people order, in units that milligrams and micrograms can be mistaken in. */
const ORDERED: readonly BandName[] = ['dose', 'rate', 'flatRate', 'loading', 'bolus'];

const TEN = rational(10n);
const THOUSAND = rational(1_000n);

/**
 * Limits no protocol of a mode can do without: what is ordered, with a usual value that ten times is beyond (H03), a cap
 * by total dose as well as per kilogram (UX 3.6), both ends of the rate, the only net under a change of rate, and both
 * ends of the time. A flat rate is capped by its rate and its time.
 */
const REQUIRED: { readonly [Mode in Protocol['mode']]: readonly `${BandName}.${LimitName}`[] } = {
  doseOverTime: [
    'dose.usual',
    'dose.hardMinimum',
    'dose.hardMaximum',
    'total.hardMaximum',
    'rate.hardMinimum',
    'rate.hardMaximum',
    'duration.usual',
    'duration.hardMinimum',
    'duration.hardMaximum',
  ],
  weightRate: [
    'rate.usual',
    'rate.hardMinimum',
    'rate.hardMaximum',
    'total.hardMaximum',
    'duration.hardMinimum',
    'duration.hardMaximum',
  ],
  flatRate: [
    'flatRate.usual',
    'flatRate.hardMinimum',
    'flatRate.hardMaximum',
    'duration.hardMinimum',
    'duration.hardMaximum',
  ],
  countedDoses: ['total.hardMinimum', 'total.hardMaximum'],
};

export function readBand<U extends Unit>(band: LimitBand<NoInfer<U>>, unit: U): ReadBand<U> {
  return {
    usual: readable(band.usual, unit),
    softMinimum: readable(band.softMinimum, unit),
    softMaximum: readable(band.softMaximum, unit),
    hardMinimum: readable(band.hardMinimum, unit),
    hardMaximum: readable(band.hardMaximum, unit),
  };
}

/**
 * The limits of one protocol against one another: units agree, every value above 0, minimum below maximum, soft
 * inside hard and usual inside soft (both ends allowed), ten times and a tenth of the usual beyond the hard limits
 * (a value equal to a limit is allowed, so equal is not beyond), and no dose or rate so wide that 1,000 times a legal
 * one is legal too. Missing limits are named.
 *
 * Source: self-tests of the library editor, UX 3.15; H01, H03 and H20.
 */
export function limitFindings(place: LintPlace, protocol: Protocol): readonly LintFinding[] {
  const bands = bandsOf(protocol);
  return [
    ...missingLimits(place, protocol, bands),
    ...BAND_NAMES.flatMap((name) => {
      const band: LimitBand<BandUnit> | undefined = bands[name];
      return band ? bandFindings(place, name, band) : [];
    }),
    ...ageFindings(place, protocol.age),
  ];
}

function missingLimits(
  place: LintPlace,
  { mode, weight, age }: Protocol,
  bands: Partial<Bands>,
): readonly LintFinding[] {
  const missing = REQUIRED[mode].filter((value) => {
    const [band, limit] = value.split('.') as [BandName, LimitName];
    return bands[band]?.[limit] === undefined;
  });
  const open = [
    ...((weight.softMinimum ?? weight.hardMinimum) ? [] : (['weight.softMinimum'] as const)),
    ...((weight.softMaximum ?? weight.hardMaximum) ? [] : (['weight.softMaximum'] as const)),
  ];
  return [
    ...missing.map((value) => finding(place, { rule: 'limitMissing', value })),
    ...(age.hardMinimum === undefined
      ? [finding(place, { rule: 'limitMissing', value: 'age.hardMinimum' })]
      : []),
    ...open.map((value) => finding(place, { severity: 'warning', rule: 'limitMissing', value })),
  ];
}

/** Ages against one another, where both are counted in the same or in years and months. */
function ageFindings(place: LintPlace, age: AgeBand): readonly LintFinding[] {
  const pairs = [
    ['softMinimum', 'softMaximum', 'minimumNotBelowMaximum'],
    ['hardMinimum', 'hardMaximum', 'minimumNotBelowMaximum'],
    ['hardMinimum', 'softMinimum', 'softOutsideHard'],
    ['softMaximum', 'hardMaximum', 'softOutsideHard'],
  ] as const;
  return pairs.flatMap(([low, high, rule]) => {
    const [lower, upper] = [age[low], age[high]];
    const order = lower && upper && comparedAges(lower, upper);
    const isWrong = order !== undefined && (rule === 'softOutsideHard' ? order > 0 : order >= 0);
    const [value, limit] = rule === 'softOutsideHard' && low === 'hardMinimum' ? [high, low] : [low, high];
    return isWrong
      ? [finding(place, { rule, value: `age.${value}`, actual: age[value], limit: age[limit] })]
      : [];
  });
}

const MONTHS_PER_YEAR = 12n;

/** Undefined for days beside months or years: a month has no fixed number of them. */
function comparedAges(left: AgeText, right: AgeText): -1 | 0 | 1 | undefined {
  const [one, other] = [readAge(left), readAge(right)];
  if (one.unit !== other.unit && (one.unit === 'days' || other.unit === 'days')) return undefined;
  const inMonths = ({ count, unit }: ReturnType<typeof readAge>) =>
    rational(unit === 'years' ? count * MONTHS_PER_YEAR : count);
  return compare(inMonths(one), inMonths(other));
}

function bandFindings(place: LintPlace, name: BandName, stored: LimitBand<BandUnit>): readonly LintFinding[] {
  const unit: BandUnit = LIMITED_UNITS[name];
  const band = readBand(stored, unit);
  return [
    ...LIMIT_NAMES.flatMap((limit) => {
      const text = stored[limit];
      return text === undefined ? [] : quantityFindings(place, `${name}.${limit}`, text, unit);
    }),
    ...orderFindings(place, name, band),
    ...tenfoldFindings(place, `${name}.usual`, band.usual, band),
    ...thousandfoldFindings(place, name, band),
  ];
}

function orderFindings(place: LintPlace, name: BandName, band: ReadBand<Unit>): readonly LintFinding[] {
  const { usual, softMinimum, softMaximum, hardMinimum, hardMaximum } = band;
  const pairs = [
    [`${name}.softMinimum`, softMinimum, softMaximum],
    [`${name}.hardMinimum`, hardMinimum, hardMaximum],
  ] as const;
  const inverted = pairs.filter(
    ([, minimum, maximum]) => minimum && maximum && compareQuantities(minimum, maximum) >= 0,
  );
  return [
    ...inverted.map(([value, actual, limit]) =>
      finding(place, { rule: 'minimumNotBelowMaximum', value, actual, limit }),
    ),
    ...(['softMinimum', 'softMaximum'] as const).flatMap((limit) =>
      outsideFindings(place, { rule: 'softOutsideHard', value: `${name}.${limit}` }, band[limit], [
        hardMinimum,
        hardMaximum,
      ]),
    ),
    ...outsideFindings(place, { rule: 'usualOutsideLimits', value: `${name}.usual` }, usual, [
      softMinimum ?? hardMinimum,
      softMaximum ?? hardMaximum,
    ]),
  ];
}

/** `actual` against a range whose ends are allowed and may be missing: one finding, with the end it passes. */
export function outsideFindings<U extends Unit>(
  place: LintPlace,
  noted: Omit<Noted, 'actual' | 'limit'>,
  actual: Quantity<U> | undefined,
  [minimum, maximum]: readonly [Quantity<U> | undefined, Quantity<U> | undefined],
): readonly LintFinding[] {
  if (actual === undefined) return [];
  if (minimum !== undefined && compareQuantities(actual, minimum) < 0)
    return [finding(place, { ...noted, actual, limit: minimum })];
  if (maximum !== undefined && compareQuantities(actual, maximum) > 0)
    return [finding(place, { ...noted, actual, limit: maximum })];
  return [];
}

/** Ten times and a tenth of a usual value must lie beyond the hard limits; on a limit is not beyond. Source: H03. */
export function tenfoldFindings<U extends Unit>(
  place: LintPlace,
  value: BandName | `${BandName}.usual` | 'doses',
  usual: Quantity<U> | undefined,
  { hardMinimum, hardMaximum }: ReadBand<NoInfer<U>>,
): readonly LintFinding[] {
  if (usual === undefined) return [];
  const tenTimes = quantity(multiply(usual.value, TEN), usual.unit);
  const tenth = quantity(divide(usual.value, TEN), usual.unit);
  return [
    ...(hardMaximum && compareQuantities(tenTimes, hardMaximum) <= 0
      ? [finding(place, { rule: 'tenTimesAllowed', value, actual: tenTimes, limit: hardMaximum })]
      : []),
    ...(hardMinimum && compareQuantities(tenth, hardMinimum) >= 0
      ? [finding(place, { rule: 'tenthAllowed', value, actual: tenth, limit: hardMinimum })]
      : []),
  ];
}

/** mg typed for mcg: of what is ordered, no legal value may be legal a thousandfold. Source: H01. */
function thousandfoldFindings(
  place: LintPlace,
  name: BandName,
  { hardMinimum, hardMaximum }: ReadBand<Unit>,
): readonly LintFinding[] {
  if (!ORDERED.includes(name) || !hardMinimum || !hardMaximum) return [];
  const actual = quantity(multiply(hardMinimum.value, THOUSAND), hardMinimum.unit);
  if (compareQuantities(actual, hardMaximum) > 0) return [];
  return [
    finding(place, {
      rule: 'thousandTimesAllowed',
      value: `${name}.hardMinimum`,
      actual,
      limit: hardMaximum,
    }),
  ];
}
